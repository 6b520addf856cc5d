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
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      switch (c) {
        case '\\' -> into.append("\\\\");
        case '\t' -> into.append("\\t");
        case '\n' -> into.append("\\n");
        case '\r' -> into.append("\\r");
        default -> into.append(c);
      }
    }
  }
}
