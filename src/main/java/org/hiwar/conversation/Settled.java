package org.hiwar.conversation;

/// What is known about a transaction after everything was done to find out.
sealed interface Settled<T> {
  /// Committed. `repeated`: it had to be run more than once, so that what it calls a duplicate may
  /// be its own.
  record Committed<T>(T result, boolean repeated) implements Settled<T> {}

  /// Certainly not committed; another time it may be.
  record NotCommitted<T>() implements Settled<T> {}

  /// Certainly not committed, and never will be.
  record Refused<T>(Exception why) implements Settled<T> {}

  /// The writer stops, or a defect of our own stands in the way: nobody knows.
  record Unknown<T>(Exception why) implements Settled<T> {}
}
