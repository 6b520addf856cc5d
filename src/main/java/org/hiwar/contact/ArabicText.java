package org.hiwar.contact;

import java.text.Normalizer;
import java.util.Locale;

/// Folds what people write differently and mean alike, so that أحمد is found by احمد, فاتورة by
/// فاتوره and ٠٩٩ by 099.
///
/// Not PostgreSQL's `arabic` dictionary: it does not match the words that customers write
/// (docs/adr).
public final class ArabicText {
  private static final char TATWEEL = 'ـ';
  private static final char SUPERSCRIPT_ALEF = 'ٰ';

  private ArabicText() {}

  /// The form in which texts are compared: folded letters, no vowel marks, ASCII digits, lower case
  /// without accents, single spaces.
  public static String folded(String text) {
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var folded = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .map(ArabicText::fold)
        .filter(c -> c != 0)
        .forEach(folded::appendCodePoint);
    var bare =
        Normalizer.normalize(folded.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{Mn}", "");
    return bare.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  /// Arabic-Indic and Persian digits as 0 to 9; everything else stays.
  public static String digitsToAscii(String text) {
    var ascii = new StringBuilder(text.length());
    text.codePoints().map(ArabicText::digit).forEach(ascii::appendCodePoint);
    return ascii.toString();
  }

  /// The letter in its plain form; 0 for what is left out.
  private static int fold(int c) {
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى' -> 'ي';
      case 'ة' -> 'ه';
      case 'ؤ' -> 'و';
      case 'ئ' -> 'ي';
      case TATWEEL, SUPERSCRIPT_ALEF -> 0;
      default -> isMark(c) ? 0 : digit(c);
    };
  }

  /// Vowel marks (tashkeel), Quranic marks, and the invisible marks of writing direction.
  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.FORMAT;
  }

  private static int digit(int c) {
    if (c >= '٠' && c <= '٩') return '0' + (c - '٠');
    if (c >= '۰' && c <= '۹') return '0' + (c - '۰');
    return c;
  }
}
