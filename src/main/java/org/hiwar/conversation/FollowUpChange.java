package org.hiwar.conversation;

/// What became of a change of a follow-up.
public sealed interface FollowUpChange {
  record Saved(FollowUp followUp) implements FollowUpChange {}

  /// It is over, or was changed in the meantime; this is how it is now.
  record Changed(FollowUp followUp) implements FollowUpChange {}

  /// It is somebody else's to do.
  record NotTheirs() implements FollowUpChange {}

  record NotFound() implements FollowUpChange {}

  /// The user has as many as one may have.
  record TooMany() implements FollowUpChange {}
}
