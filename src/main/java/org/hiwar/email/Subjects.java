package org.hiwar.email;

import java.util.Locale;
import java.util.regex.Pattern;

/// Subjects with and without what answers and forwarded mails put before them.
final class Subjects {
  /// In the languages in which mail programs do it.
  private static final Pattern BEFORE =
      Pattern.compile(
          "^\\s*(?:(?:re|aw|antw|sv|vs|ref|rv|odp|ynt|رد|ردّ|الرد|fwd?|wg|tr|i|enc|إعادة"
              + " توجيه|توجيه)\\s*(?:\\[\\d{1,3}]|\\(\\d{1,3}\\))?\\s*[:：]|\\[(?:external|ext)])\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int ROUNDS = 20;

  private Subjects() {}

  /// The subject itself, in lower case; may be empty.
  static String bare(String subject) {
    var bare = subject.strip();
    for (int round = 0; round < ROUNDS; round++) {
      var shorter = BEFORE.matcher(bare).replaceFirst("");
      if (shorter.equals(bare)) break;
      bare = shorter;
    }
    return bare.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }

  /// Whether something was put before it.
  static boolean looksLikeAnAnswer(String subject) {
    return BEFORE.matcher(subject).find();
  }

  /// The subject of an answer.
  static String answer(String subject) {
    return looksLikeAnAnswer(subject) ? subject : "Re: " + subject;
  }
}
