package org.hiwar.floor.core;

/// Done; a race that is normal in this field (both sides hang up); or a mistake of the caller.
public sealed interface Answer {
  record Done() implements Answer {}

  record Ignored(Reason why) implements Answer {}

  record Rejected(Reason why) implements Answer {}

  Answer DONE = new Done();
}
