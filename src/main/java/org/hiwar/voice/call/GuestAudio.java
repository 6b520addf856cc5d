package org.hiwar.voice.call;

import java.util.Optional;
import org.hiwar.voice.media.keys.KeySender;
import org.hiwar.voice.media.play.Player;
import org.hiwar.voice.media.play.Player.Playing;
import org.hiwar.voice.media.relay.Bridge;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.relay.Tap;
import org.hiwar.voice.media.sound.Clip;
import org.jspecify.annotations.Nullable;

/// What a guest of a call hears, and says to whom. What is begun here displaces what was heard
/// there before, so that nothing is silent in between; what is then ended touches nothing that
/// goes on. Used by the thread of the call alone.
final class GuestAudio {
  private final Studio studio;
  private final Player player;
  private final Line customer;
  private boolean muted;
  private @Nullable Bridge aside;
  private @Nullable KeySender keys;
  private @Nullable Conference conference;
  private @Nullable Playing music;

  GuestAudio(Studio studio, Line customer) {
    this.studio = studio;
    this.customer = customer;
    player = studio.player();
  }

  /// Guest and agent hear each other, and the customer neither.
  void aside(Line agent, Line guest, boolean agentMuted) {
    var next = new Bridge(agent, guest);
    next.muteFirst(agentMuted);
    next.muteSecond(muted);
    next.attach();
    part();
    stopMusic();
    aside = next;
    keys = new KeySender(guest, studio.ticks());
  }

  void conference(Line agent, Line guest, boolean agentMuted, Tap tap) {
    var next = new Conference(studio.ticks(), agent, customer, guest, tap);
    next.muteAgent(agentMuted);
    next.muteGuest(muted);
    part();
    stopMusic();
    conference = next;
  }

  /// The guest hears a clip again and again.
  void hold(Line guest, Clip clip) {
    stopMusic();
    music = player.again(clip, guest.take());
  }

  void muteAgent(boolean wanted) {
    if (aside != null) aside.muteFirst(wanted);
    if (conference != null) conference.muteAgent(wanted);
  }

  void muteGuest(boolean wanted) {
    muted = wanted;
    if (aside != null) aside.muteSecond(wanted);
    if (conference != null) conference.muteGuest(wanted);
  }

  void tap(Tap next) {
    if (conference != null) conference.tap(next);
  }

  /// Empty when the agent does not talk to the guest alone.
  Optional<KeySender.Answer> press(String pressed) {
    return Optional.ofNullable(keys).map(guest -> guest.send(pressed));
  }

  void leaveConference() {
    if (conference != null) conference.close();
    conference = null;
  }

  /// The guest talks to nobody.
  void part() {
    leaveConference();
    if (aside != null) aside.close();
    if (keys != null) keys.stop();
    aside = null;
    keys = null;
  }

  /// There is no guest any more.
  void leave() {
    part();
    stopMusic();
    muted = false;
  }

  private void stopMusic() {
    if (music != null) music.stop();
    music = null;
  }
}
