package org.hiwar.email;

import java.util.Optional;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.email.mime.Characters;
import org.hiwar.email.mime.ReadEmail;

/// What of a mail is shown on the line of time, and in which language it is.
final class MailText {
  /// Beyond this share of the letters, a text is Arabic.
  private static final double ARABIC = 0.3;

  private MailText() {}

  /// Never empty: its words without what it quotes at the end, or else its subject.
  static String shown(ReadEmail mail) {
    var words = withoutQuote(mail.text());
    if (words.isBlank()) words = mail.text();
    if (words.isBlank()) words = mail.subject();
    if (words.isBlank()) words = "✉";
    return beginning(words);
  }

  /// As much as one message may have.
  static String beginning(String text) {
    if (text.length() <= ConversationLimits.MESSAGE_CHARACTERS) return text;
    return Characters.lines(text, ConversationLimits.MESSAGE_CHARACTERS - 1) + "…";
  }

  /// Lines with `>` at the end belong to the mail that is answered.
  private static String withoutQuote(String text) {
    var lines = text.lines().toList();
    int end = lines.size();
    while (end > 0 && (lines.get(end - 1).isBlank() || lines.get(end - 1).startsWith(">"))) end--;
    return String.join("\n", lines.subList(0, end)).strip();
  }

  /// `ar`; empty: another one.
  static Optional<String> language(ReadEmail mail) {
    var text = mail.text().isBlank() ? mail.subject() : mail.text();
    return isArabic(text) ? Optional.of("ar") : Optional.empty();
  }

  static boolean isArabic(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long arabic =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
            .count();
    return letters > 0 && arabic >= letters * ARABIC;
  }
}
