package org.hiwar.platform.database;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows in the text format of PostgreSQL's COPY.
public final class CopyText {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private StringBuilder text = new StringBuilder();
  private byte[] bytes = {};
  private boolean first = true;

  public CopyText add(long number) {
    between().append(number);
    return this;
  }

  /// As its text; null is NULL.
  public CopyText add(@Nullable Object value) {
    if (value == null) between().append("\\N");
    else escape(between(), value.toString());
    return this;
  }

  /// An array of texts.
  public CopyText add(List<String> texts) {
    var array = new StringBuilder("{");
    for (var text : texts) {
      if (array.length() > 1) array.append(',');
      array.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    escape(between(), array.append('}').toString());
    return this;
  }

  /// As JSON (RFC 8259, section 7).
  public CopyText add(Map<String, String> object) {
    char before = '{';
    if (object.isEmpty()) between().append('{');
    else between();
    for (var entry : object.entrySet()) {
      quote(text.append(before), entry.getKey());
      quote(text.append(':'), entry.getValue());
      before = ',';
    }
    text.append('}');
    return this;
  }

  public CopyText end() {
    text.append('\n');
    first = true;
    return this;
  }

  /// Nothing comes any more: keeps the bytes only.
  public void close() {
    bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text = new StringBuilder(0);
  }

  /// All of it, when it is closed.
  public byte[] bytes() {
    return bytes;
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

  /// A text of JSON. Its escapes are escaped for COPY, and then nothing is left that COPY would
  /// take for its own.
  private static void quote(StringBuilder into, String value) {
    into.append('"');
    int plain = 0;
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c >= ' ' && c != '"' && c != '\\') continue;
      into.append(value, plain, at);
      if (c == '"') into.append("\\\\\"");
      else if (c == '\\') into.append("\\\\\\\\");
      else into.append("\\\\u00").append(HEX[c >> 4]).append(HEX[c & 0xF]);
      plain = at + 1;
    }
    into.append(value, plain, value.length()).append('"');
  }
}
