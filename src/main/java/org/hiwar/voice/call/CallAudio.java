package org.hiwar.voice.call;

import java.util.function.Consumer;
import org.hiwar.voice.media.keys.KeyEar;
import org.hiwar.voice.media.keys.KeySender;
import org.hiwar.voice.media.play.Player;
import org.hiwar.voice.media.play.Player.Playing;
import org.hiwar.voice.media.relay.Bridge;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.relay.Tap;
import org.hiwar.voice.media.sound.Clip;
import org.jspecify.annotations.Nullable;

/// What is heard in one call. Used by the thread of the call alone.
final class CallAudio {
  private final Player player;
  private final CustomerLeg customer;
  private final KeySender keys;
  private final GuestAudio guest;
  private Tap tap = Tap.NOTHING;
  private boolean muted;
  private volatile boolean keysWithheld;
  private @Nullable AgentLeg agent;
  private @Nullable Bridge bridge;
  private @Nullable Playing forCustomer;
  private @Nullable Playing forAgent;

  CallAudio(Studio studio, CustomerLeg customer) {
    this.customer = customer;
    player = studio.player();
    keys = new KeySender(customer.line(), studio.ticks());
    guest = new GuestAudio(studio, customer.line());
  }

  CustomerLeg customer() {
    return customer;
  }

  /// Who hears the keys that the customer presses, on the thread that reads the leg; not those of
  /// card data.
  void hearKeys(KeyEar.KeyListener listener) {
    customer
        .line()
        .addEar(
            new KeyEar(
                customer.line().leg(),
                key -> {
                  if (!keysWithheld) listener.pressed(key);
                }));
  }

  boolean withholdsKeys() {
    return keysWithheld;
  }

  /// The customer hears a clip again and again, and whoever was joined nothing.
  void music(Clip clip) {
    if (bridge != null) bridge.detach();
    guest.leaveConference();
    stopPlaying();
    forCustomer = player.again(clip, customer.line().take());
  }

  /// The customer hears a clip once, instead of the music. `then` is run when they have heard it to
  /// its end; on another thread.
  void interrupt(Clip clip, Runnable then) {
    stopPlaying();
    var playing = player.once(clip, customer.line().take());
    forCustomer = playing;
    playing
        .ended()
        .thenAccept(
            end -> {
              if (end == Player.End.PLAYED) then.run();
            });
  }

  /// The agent hears a tone while it rings at the customer's or at a guest's.
  void tone(AgentLeg leg, Clip clip) {
    stopForAgent();
    forAgent = player.again(clip, leg.line().take());
  }

  /// Customer and agent hear each other, and nothing else.
  void join(AgentLeg leg) {
    var now = bridge;
    if (now == null || agent != leg) {
      if (now != null) now.close();
      now = new Bridge(leg.line(), customer.line());
      bridge = now;
      agent = leg;
    }
    now.tap(tap);
    now.muteFirst(muted);
    now.withholdKeys(keysWithheld);
    now.attach();
    guest.part();
    stopPlaying();
  }

  /// Customer and somebody else in the telephone network hear each other.
  void join(Line other) {
    if (bridge != null) bridge.close();
    agent = null;
    bridge = new Bridge(other, customer.line());
    bridge.attach();
    guest.leave();
    stopPlaying();
  }

  /// Agent and guest hear each other; the customer hears what it heard before.
  void aside(AgentLeg leg, Line other) {
    guest.aside(leg.line(), other, muted);
    stopForAgent();
  }

  /// All three hear each other.
  void conference(AgentLeg leg, Line other) {
    guest.conference(leg.line(), other, muted, tap);
    if (bridge != null) bridge.detach();
    if (agent != leg) bridge = null; // it is with a browser that is gone
    agent = leg;
    stopPlaying();
  }

  void holdGuest(Line other, Clip clip) {
    guest.hold(other, clip);
  }

  void muteGuest(boolean wanted) {
    guest.muteGuest(wanted);
  }

  /// The guest takes no part any more.
  void guestLeft() {
    stopForAgent();
    guest.leave();
  }

  /// Nobody is joined with the customer any more, as far as we know.
  void leaveAgent() {
    if (bridge != null) bridge.close();
    guest.part();
    bridge = null;
    agent = null;
    muted = false;
  }

  /// Both hear a clip, once, instead of each other. `then` is told whether they heard it to its
  /// end; on another thread.
  void announce(Clip clip, Consumer<Boolean> then) {
    var leg = agent;
    if (leg != null) forAgent = player.once(clip, leg.line().take());
    var playing = player.once(clip, customer.line().take());
    forCustomer = playing;
    playing.ended().thenAccept(end -> then.accept(end == Player.End.PLAYED));
  }

  void mute(boolean wanted) {
    muted = wanted;
    if (bridge != null && agent != null) bridge.muteFirst(wanted);
    guest.muteAgent(wanted);
  }

  boolean muted() {
    return muted;
  }

  /// Who hears what is said across from now on; [Tap#NOTHING] ends it.
  void tap(Tap next) {
    tap = next;
    if (bridge != null) bridge.tap(next);
    guest.tap(next);
  }

  void withholdKeys(boolean wanted) {
    keysWithheld = wanted;
    if (bridge != null) bridge.withholdKeys(wanted);
  }

  /// Goes to whom the agent talks to; in a conference to the customer.
  KeySender.Answer press(String pressed) {
    return guest.press(pressed).orElseGet(() -> keys.send(pressed));
  }

  void close() {
    keys.stop();
    stopPlaying();
    if (bridge != null) bridge.close();
    guest.leave();
    customer.close();
  }

  private void stopPlaying() {
    if (forCustomer != null) forCustomer.stop();
    forCustomer = null;
    stopForAgent();
  }

  private void stopForAgent() {
    if (forAgent != null) forAgent.stop();
    forAgent = null;
  }
}
