package org.hiwar.floor.core;

/// Why a command did nothing.
public enum Reason {
  /// The work has moved on: the offer is over, the wrap-up has ended, the work itself has ended.
  LATE,
  /// The floor does not know this work, nor remembers it.
  UNKNOWN_WORK,
  /// An arrival that the floor has had before.
  ALREADY_HERE,
  /// The agent is, or will be, what was asked for.
  ALREADY_SO,
  NOT_YOURS,
  NOT_LOGGED_IN,
  /// Ready needs a connected desktop.
  NO_SESSION,
  /// A call needs a connected telephone of the agent.
  NO_DEVICE,
  /// The agent has a call already, or one rings, or they are engaged in somebody else's.
  ON_CALL,
  /// Only a call can be handed over, and only to somebody who is engaged.
  NOT_ENGAGED,
  /// Only somebody with the skill of the service takes work out of its list.
  NOT_SKILLED,
  /// The agent has as much in hand as fits.
  NO_ROOM,
  /// The colleague wants no work now, or something is offered to them at this moment.
  NOT_READY,
  /// A moment that has passed, or that is too far away.
  NOT_THEN,
  NO_SUCH_SERVICE,
  /// The medium of a service never changes.
  OTHER_MEDIUM,
  /// The floor holds as much open work as it may.
  FULL
}
