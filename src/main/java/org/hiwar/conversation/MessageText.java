package org.hiwar.conversation;

/// What may be the text of a message: not empty, not too long, and storable.
final class MessageText {
  private MessageText() {}

  static boolean valid(String text) {
    return !text.isBlank()
        && text.length() <= ConversationLimits.MESSAGE_CHARACTERS
        && storable(text);
  }

  /// No NUL, which PostgreSQL cannot keep, and no half of a surrogate pair, which is no character.
  static boolean storable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }
}
