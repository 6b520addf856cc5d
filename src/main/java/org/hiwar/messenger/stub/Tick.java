package org.hiwar.messenger.stub;

/// How far a message has come, as the ticks beside it tell. It only goes forwards.
public enum Tick {
  /// The provider has it.
  SENT,
  /// The other side does not take it.
  FAILED,
  /// The other side has it.
  DELIVERED,
  /// The other side has read it.
  READ
}
