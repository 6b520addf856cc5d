package org.hiwar.conversation;

/// What became of notes and disposition that an agent wrote.
public sealed interface NotesSaved {
  /// Kept; `version` counts the changes.
  record Saved(long version) implements NotesSaved {}

  /// The interaction is over, is not this agent's, or does not exist.
  record NotYours() implements NotesSaved {}

  record UnknownDisposition() implements NotesSaved {}

  /// Longer than [ConversationLimits#NOTES_CHARACTERS], or with characters that no text may have.
  record InvalidNotes() implements NotesSaved {}
}
