package org.hiwar.floor.core;

/// An agent's presence, and the one it changes to when the held work is done. `next` equals
/// `presence` when no change is pending.
record Standing(Presence presence, Presence next) {
  static final Standing LOGGED_OUT = at(Presence.LOGGED_OUT);

  static Standing at(Presence presence) {
    return new Standing(presence, presence);
  }

  boolean pending() {
    return !next.equals(presence);
  }

  /// Wants work, as far as presence goes.
  boolean working() {
    return presence instanceof Presence.Ready && next instanceof Presence.Ready;
  }
}
