package org.hiwar.voice.call;

import org.jspecify.annotations.Nullable;

/// The lines of a simulated call, and who hears whom: what the effects of [CallLife] have made of
/// them.
final class SimulatedTalk {
  enum Line {
    NOT_DIALLED,
    CALLED,
    UP,
    GONE
  }

  enum Leg {
    NONE,
    RINGING,
    UP,
    /// It has left by itself, and is not yet put away.
    GONE
  }

  enum Heard {
    NOTHING,
    MUSIC,
    AGENT,
    CUSTOMER,
    GUEST,
    /// Both others, in a conference.
    ALL
  }

  Line customer;
  boolean hungUp;
  Leg guest = Leg.NONE;
  /// Null for a number to which the customer is sent.
  @Nullable Guest who;
  Heard byCustomer = Heard.NOTHING;
  Heard byAgent = Heard.NOTHING;

  SimulatedTalk(Line customer) {
    this.customer = customer;
  }

  void music() {
    byCustomer = Heard.MUSIC;
    byAgent = Heard.NOTHING;
  }

  void rings(@Nullable Guest guest) {
    require(this.guest == Leg.NONE, "two guests");
    this.guest = Leg.RINGING;
    who = guest;
  }

  void join() {
    byCustomer = Heard.AGENT;
    byAgent = Heard.CUSTOMER;
  }

  void aside() {
    byAgent = Heard.GUEST;
  }

  void conference() {
    byCustomer = Heard.ALL;
    byAgent = Heard.ALL;
  }

  void holdGuest() {
    if (byAgent == Heard.GUEST) byAgent = Heard.NOTHING;
  }

  void forwarded() {
    require(guest != Leg.NONE, "joined with nobody");
    // Gone again in the moment between; that comes next.
    if (guest == Leg.GONE) return;
    byCustomer = Heard.GUEST;
    byAgent = Heard.NOTHING;
  }

  void takenOver() {
    guest = Leg.NONE;
    who = null;
  }

  void dropGuest() {
    takenOver();
    if (byCustomer == Heard.ALL) byCustomer = Heard.AGENT;
    if (byCustomer == Heard.GUEST) byCustomer = Heard.NOTHING;
    if (byAgent == Heard.ALL) byAgent = Heard.CUSTOMER;
    if (byAgent == Heard.GUEST) byAgent = Heard.NOTHING;
  }

  boolean hasGuest() {
    return guest == Leg.RINGING || guest == Leg.UP;
  }

  static void require(boolean holds, String what) {
    if (!holds) throw new IllegalStateException(what);
  }

  @Override
  public String toString() {
    return "customer %s hears %s, agent hears %s, guest %s %s%s"
        .formatted(customer, byCustomer, byAgent, who, guest, hungUp ? ", hung up" : "");
  }
}
