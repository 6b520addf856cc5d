package org.hiwar.conversation;

/// What became of a [Rewording].
public sealed interface Reworded {
  /// As it stands now. `anew` false: it stood so before.
  record Done(Message message, boolean anew) implements Reworded {}

  record Not(Why why) implements Reworded {}

  enum Why {
    /// There is no such message.
    UNKNOWN,
    /// Somebody else has written it.
    NOT_THEIRS,
    /// It was written longer ago than [ConversationLimits#REWORDED_WITHIN].
    TOO_LATE,
    /// What has gone out by its channel stays as it is.
    OUT,
    /// Its chat, or the conversation of a note, is over.
    OVER,
    /// It was withdrawn.
    WITHDRAWN,
    /// Its channel has not accepted the change.
    REFUSED,
    /// Its channel could not be reached.
    UNREACHABLE,
    INVALID_TEXT
  }
}
