package org.hiwar.voice.call;

import org.hiwar.voice.media.Ticks;
import org.hiwar.voice.media.mix.Mixer;
import org.hiwar.voice.media.mix.Party;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.relay.Tap;

/// Three who hear each other, and a recording that hears the customer at one side and the others at
/// the other. Used by the thread of a call alone.
final class Conference implements AutoCloseable {
  private final Mixer mixer;
  private final Party agent;
  private final Party customer;
  private final Party guest;
  private final Party ofOthers;
  private volatile Tap tap;

  /// @param tap as that of a bridge whose first line is the agent's
  Conference(Ticks ticks, Line agentLine, Line customerLine, Line guestLine, Tap tap) {
    this.tap = tap;
    mixer = new Mixer(ticks);
    agent = mixer.join(agentLine, 1);
    customer = mixer.join(customerLine, 1);
    guest = mixer.join(guestLine, 1);
    ofOthers = mixer.listen((b, o, n) -> this.tap.first().packet(b, o, n));
    mixer.hears(ofOthers, customer, 0);
    var ofCustomer = mixer.listen((b, o, n) -> this.tap.second().packet(b, o, n));
    mixer.hears(ofCustomer, agent, 0);
    mixer.hears(ofCustomer, guest, 0);
  }

  void tap(Tap next) {
    tap = next;
  }

  void muteAgent(boolean muted) {
    heard(agent, guest, muted);
  }

  void muteGuest(boolean muted) {
    heard(guest, agent, muted);
  }

  private void heard(Party who, Party other, boolean muted) {
    float gain = muted ? 0 : 1;
    mixer.hears(customer, who, gain);
    mixer.hears(other, who, gain);
    mixer.hears(ofOthers, who, gain);
  }

  @Override
  public void close() {
    mixer.close();
  }
}
