package org.hiwar.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Wraps the paragraphs and list items of `///` comments that are wider than the page. Whatever
/// else a comment holds (diagrams, tables, code, headings) is left as it was drawn.
final class DocComments {
  /// Indentation, then either a list marker or nothing, then text that does not look drawn.
  private static final Pattern FIRST =
      Pattern.compile("( *///) ((?:[-*] |\\d+\\. )?)([^-\\s*|#>`].*|`[^`].*)");

  private DocComments() {}

  static String wrapped(String source) {
    var lines = source.lines().toList();
    var out = new ArrayList<String>();
    for (int at = 0; at < lines.size(); ) {
      int end = paragraphEnd(lines, at);
      out.addAll(wrap(lines.subList(at, end)));
      at = end;
    }
    return String.join("\n", out) + "\n";
  }

  /// The line after the paragraph that begins at `at`; a line outside a paragraph is one of its
  /// own.
  private static int paragraphEnd(List<String> lines, int at) {
    var first = FIRST.matcher(lines.get(at));
    if (!first.matches()) return at + 1;
    var next =
        Pattern.compile(
            Pattern.quote(first.group(1))
                + " {"
                + (1 + first.group(2).length())
                + "}[^-\\s*|#>].*");
    int end = at + 1;
    while (end < lines.size() && next.matcher(lines.get(end)).matches()) end++;
    return end;
  }

  private static List<String> wrap(List<String> paragraph) {
    var first = FIRST.matcher(paragraph.getFirst());
    if (!first.matches() || isDrawn(paragraph) || fits(paragraph)) return paragraph;
    var text = new StringBuilder(first.group(3));
    for (var line : paragraph.subList(1, paragraph.size()))
      text.append(' ').append(line.strip().substring(3).strip());
    var indent = first.group(1) + " ";
    return lines(
        text.toString().split(" +"),
        indent + first.group(2),
        indent + " ".repeat(first.group(2).length()));
  }

  private static boolean fits(List<String> paragraph) {
    return paragraph.stream().allMatch(line -> line.length() <= JavaFormat.WIDTH);
  }

  /// Runs of blanks inside a line place its words by hand.
  private static boolean isDrawn(List<String> paragraph) {
    return paragraph.stream().anyMatch(line -> line.strip().substring(3).strip().contains("  "));
  }

  private static List<String> lines(String[] words, String firstIndent, String indent) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(firstIndent).append(words[0]);
    for (var word : List.of(words).subList(1, words.length)) {
      if (line.length() + 1 + word.length() > JavaFormat.WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(' ').append(word);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
