package org.hiwar.house;

import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The one way Java is laid out here: google-java-format, except that it does not know `///`
/// comments and would break a long one into something else. So they are taken out before it and put
/// back after it, their paragraphs wrapped.
final class JavaFormat {
  static final int WIDTH = 100;

  private static final Pattern DOC_LINE = Pattern.compile("( *)///(.*)");
  private static final com.google.googlejavaformat.java.Formatter CODE =
      new com.google.googlejavaformat.java.Formatter(JavaFormatterOptions.defaultOptions());

  private JavaFormat() {}

  /// The same program as `source`, laid out. Laying it out again changes nothing.
  static String format(String source) throws FormatterException {
    var docs = new ArrayDeque<String>();
    return DocComments.wrapped(
        putBack(CODE.formatSourceAndFixImports(takeOut(source, docs)), docs));
  }

  private static String takeOut(String source, Queue<String> docs) {
    return source.lines().map(line -> withoutText(line, docs)).collect(Collectors.joining("\n"));
  }

  private static String withoutText(String line, Queue<String> docs) {
    var doc = DOC_LINE.matcher(line);
    if (!doc.matches()) return line;
    docs.add(doc.group(2).stripTrailing());
    return doc.group(1) + "///";
  }

  private static String putBack(String source, Queue<String> docs) {
    return source
        .lines()
        .map(line -> DOC_LINE.matcher(line).matches() ? line + docs.remove() : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
