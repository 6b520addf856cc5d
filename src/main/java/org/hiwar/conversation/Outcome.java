package org.hiwar.conversation;

/// How an interaction came out: somebody handled it, or the customer left before.
public enum Outcome {
  HANDLED,
  ABANDONED
}
