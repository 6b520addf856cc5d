package org.hiwar.campaign.list;

import org.jspecify.annotations.Nullable;

/// A row in the text format of PostgreSQL's COPY.
final class CopyText {
  private final StringBuilder text = new StringBuilder();
  private boolean first = true;

  CopyText add(long number) {
    between().append(number);
    return this;
  }

  CopyText add(@Nullable Object value) {
    if (value == null) between().append("\\N");
    else escape(between(), value.toString());
    return this;
  }

  /// An array of texts that need no quotation: numbers, regions and zones.
  CopyText add(@Nullable String[] values) {
    var array = new StringBuilder("{");
    for (var value : values) {
      if (array.length() > 1) array.append(',');
      if (value == null) array.append("NULL");
      else array.append('"').append(value).append('"');
    }
    between().append(array).append('}');
    return this;
  }

  CopyText end() {
    text.append('\n');
    first = true;
    return this;
  }

  String take() {
    var taken = text.toString();
    text.setLength(0);
    return taken;
  }

  private StringBuilder between() {
    if (!first) text.append('\t');
    first = false;
    return text;
  }

  private static void escape(StringBuilder into, String value) {
    int plain = 0;
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c > '\\') continue;
      var instead =
          switch (c) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> "";
          };
      if (instead.isEmpty()) continue;
      into.append(value, plain, at).append(instead);
      plain = at + 1;
    }
    into.append(value, plain, value.length());
  }
}
