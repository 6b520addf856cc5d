package org.hiwar.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the text of a template: words, with variables and questions between double braces.
///
/// A pair that is opened and not closed, and a variable that nobody knows, are faults; braces that
/// close nothing are words.
public final class Pieces {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final String ASK = "ask:";

  private final List<Piece> pieces = new ArrayList<>();
  private int gaps;

  private Pieces() {}

  /// What came of reading.
  public sealed interface Read {
    record Good(List<Piece> pieces) implements Read {
      public Good {
        pieces = List.copyOf(pieces);
      }

      /// With every variable as a gap.
      public List<FilledPart> parts() {
        return Filling.of(pieces, Map.of(), "");
      }
    }

    /// @param code as the screens translate it
    /// @param about the part of the text that is wrong
    record Bad(String code, String about) implements Read {}
  }

  public static Read of(String text) {
    var pieces = new Pieces();
    return pieces.read(text).<Read>map(bad -> bad).orElseGet(() -> new Read.Good(pieces.pieces));
  }

  private Optional<Read.Bad> read(String text) {
    int at = 0;
    while (true) {
      int open = text.indexOf(OPEN, at);
      words(text.substring(at, open < 0 ? text.length() : open));
      if (open < 0) return Optional.empty();
      int close = text.indexOf(CLOSE, open + OPEN.length());
      if (close < 0) return bad("template-braces-open", text.substring(open));
      var bad = gap(text.substring(open + OPEN.length(), close).strip());
      if (bad.isPresent()) return bad;
      at = close + CLOSE.length();
    }
  }

  private void words(String words) {
    if (!words.isEmpty()) pieces.add(new Piece.Words(words));
  }

  private Optional<Read.Bad> gap(String name) {
    gaps++;
    if (gaps > TemplateLimits.GAPS) return bad("template-gaps-too-many", name);
    if (name.regionMatches(true, 0, ASK, 0, ASK.length()))
      return ask(name.substring(ASK.length()).strip());
    var variable = Variable.named(name.toLowerCase(Locale.ROOT));
    if (variable.isEmpty()) return bad("template-variable-unknown", name);
    pieces.add(new Piece.Value(variable.get()));
    return Optional.empty();
  }

  private Optional<Read.Bad> ask(String question) {
    if (question.isEmpty()
        || question.length() > TemplateLimits.QUESTION_CHARACTERS
        || question.contains(OPEN)
        || question.codePoints().anyMatch(Character::isISOControl))
      return bad("template-question-invalid", question);
    pieces.add(new Piece.Ask(question));
    return Optional.empty();
  }

  private static Optional<Read.Bad> bad(String code, String about) {
    var line = about.lines().findFirst().orElse("");
    int shown = Math.min(line.length(), TemplateLimits.QUESTION_CHARACTERS);
    if (shown > 0 && Character.isHighSurrogate(line.charAt(shown - 1))) shown--;
    return Optional.of(new Read.Bad(code, line.substring(0, shown)));
  }
}
