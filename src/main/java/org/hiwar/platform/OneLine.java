package org.hiwar.platform;

/// Names and other words of one line, whoever wrote them: of people, files, tags, fields, services.
/// Here it is decided what of them is kept. What is not seen is no part of a name: it would make
/// two names look alike (U+200B), one look like another (`exe.` U+202E `gpj`), or write over what
/// stands beside it (a letter with a thousand marks). Texts of several lines keep all that, and are
/// shown within bounds of their own.
public final class OneLine {
  /// Marks that one letter may carry; further ones are left out. Vocalised Arabic and pointed
  /// Hebrew have up to four, letters of emoji two.
  public static final int MARKS = 8;

  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  private OneLine() {}

  /// What a stranger wrote; never refused. White space and control characters become a blank, and
  /// so does half of a pair. May be empty.
  public static String of(String said) {
    var line = new StringBuilder(said.length());
    said.codePoints().map(c -> isBlank(c) ? ' ' : c).forEach(line::appendCodePoint);
    return typed(line.toString()).strip();
  }

  /// The same, with at most so many characters (UTF-16).
  public static String of(String said, int most) {
    return cut(of(said), most).strip();
  }

  /// What a user typed: without what is not seen. Control characters and halves of pairs stay, for
  /// those who refuse them in words.
  public static String typed(String typed) {
    var line = new StringBuilder(typed.length());
    int marks = 0;
    int last = ' ';
    for (int i = 0, c; i < typed.length(); i += Character.charCount(c)) {
      c = typed.codePointAt(i);
      if (isUnseen(c)) continue;
      if (isMark(c)) marks++;
      else if (!joins(c)) marks = 0;
      if (isMark(c) && marks > MARKS || isLoose(c, last)) continue;
      line.appendCodePoint(c);
      last = c;
    }
    int end = line.length();
    while (end > 0 && joins(line.charAt(end - 1))) end--;
    line.setLength(end);
    return line.toString();
  }

  /// At most so many characters (UTF-16), never half of a pair.
  public static String cut(String text, int most) {
    if (text.length() <= most) return text;
    int end = most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  /// Whether a database can keep it: no NUL, and no half of a pair of surrogates, which is no
  /// character.
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) return false;
      if (Character.isHighSurrogate(c)
          && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) return false;
    }
    return true;
  }

  private static boolean isBlank(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  /// Says whether letters hang together (as Persian spells it) or make one emoji.
  private static boolean joins(int c) {
    return c == NON_JOINER || c == JOINER;
  }

  /// With nothing before it to belong to.
  private static boolean isLoose(int c, int last) {
    return isMark(c) && last == ' ' || joins(c) && (last == ' ' || joins(last));
  }

  /// Marks, embeddings, overrides and isolates of direction; blanks without width; fillers and tags
  /// that nothing draws.
  private static boolean isUnseen(int c) {
    return switch (c) {
      case 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x2800 -> true;
      case 0x3164, 0xFEFF, 0xFFA0, 0xFFFE, 0xFFFF -> true;
      default ->
          within(c, 0x200B, 0x200B)
              || within(c, 0x200E, 0x200F)
              || within(c, 0x202A, 0x202E)
              || within(c, 0x2060, 0x206F)
              || within(c, 0xFFF9, 0xFFFB)
              || within(c, 0xE0000, 0xE007F);
    };
  }

  private static boolean within(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
