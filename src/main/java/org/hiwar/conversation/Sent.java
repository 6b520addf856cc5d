package org.hiwar.conversation;

/// What became of a message that somebody wanted stored. Exactly one of these is the truth: where
/// the database did not say whether it committed, nobody is answered until it has been asked again.
public sealed interface Sent {
  /// It is in the database. `duplicate`: it was so before.
  record Stored(Message message, boolean duplicate) implements Sent {}

  /// It is not stored and repeating it will not help.
  record Refused(Refusal why) implements Sent {}

  /// It is not stored; the same message may be sent again.
  record Unavailable() implements Sent {}
}
