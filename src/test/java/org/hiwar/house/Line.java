package org.hiwar.house;

import java.util.List;
import java.util.regex.Pattern;

/// One line of docs/spec/requirements.md.
record Line(String id, Kind kind, String text) {
  private static final Pattern ROW =
      Pattern.compile("\\| (S\\d+-\\d+) \\| ([DI]) \\| (.+?) \\|.*\\|");

  /// Whether the customer's page states it, or it follows from what the page states.
  enum Kind {
    STATED("D"),
    IMPLIED("I");

    final String letter;

    Kind(String letter) {
      this.letter = letter;
    }

    static Kind of(String letter) {
      return letter.equals("D") ? STATED : IMPLIED;
    }
  }

  /// All lines of the document, in its order.
  static List<Line> allIn(String document) {
    return document
        .lines()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .map(row -> new Line(row.group(1), Kind.of(row.group(2)), row.group(3)))
        .toList();
  }
}
