package org.hiwar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Puts what is known into a text. Reads nothing that it has put in.
final class Filling {
  /// Written from right to left.
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi");

  private Filling() {}

  /// @param known those that nobody knows are not in it
  /// @param language of the text
  static List<FilledPart> of(List<Piece> pieces, Map<Variable, String> known, String language) {
    var parts = new ArrayList<FilledPart>();
    var words = new StringBuilder();
    for (var piece : pieces) {
      var part = part(piece, known, language);
      if (part.text() == null) {
        flush(words, parts);
        parts.add(part);
      } else words.append(part.text());
    }
    flush(words, parts);
    return parts;
  }

  private static void flush(StringBuilder words, List<FilledPart> parts) {
    if (!words.isEmpty()) parts.add(FilledPart.words(words.toString()));
    words.setLength(0);
  }

  private static FilledPart part(Piece piece, Map<Variable, String> known, String language) {
    return switch (piece) {
      case Piece.Words(String text) -> FilledPart.words(text);
      case Piece.Ask(String question) -> FilledPart.asked(question);
      case Piece.Value(Variable variable) -> {
        var value = known.get(variable);
        yield value == null
            ? FilledPart.missing(variable)
            : FilledPart.words(standing(variable, value, language));
      }
    };
  }

  /// A number stays left to right within what is written from right to left (U+2066, U+2069). In
  /// other languages it stands as it is: an SMS would need twice the segments for the two
  /// characters.
  private static String standing(Variable variable, String value, String language) {
    return variable == Variable.SERVICE_NUMBER && isRightToLeft(language)
        ? "\u2066" + value + "\u2069"
        : value;
  }

  private static boolean isRightToLeft(String language) {
    return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language).getLanguage());
  }
}
