package org.hiwar.platform.table;

/// Counts what of a stream of bytes is right and wrong as UTF-8 (RFC 3629, section 4).
final class Utf8Scan {
  private int missing;
  private int lowest;
  private int highest;
  private long right;
  private long wrong;
  private long zeros;
  private long controls;
  private long line = 1;
  private long firstWrongLine;

  void add(byte[] bytes, int length) {
    for (int at = 0; at < length; at++) add(bytes[at] & 0xFF);
  }

  /// What is still missing will not come.
  void end() {
    if (missing > 0) countWrong();
    missing = 0;
  }

  /// Characters of several bytes.
  long right() {
    return right;
  }

  long wrong() {
    return wrong;
  }

  long zeros() {
    return zeros;
  }

  /// Control characters that no text has.
  long controls() {
    return controls;
  }

  long firstWrongLine() {
    return firstWrongLine;
  }

  private void add(int b) {
    if (missing > 0) {
      if (b >= lowest && b <= highest) {
        lowest = 0x80;
        highest = 0xBF;
        if (--missing == 0) right++;
        return;
      }
      missing = 0;
      countWrong();
    }
    if (b < 0x80) countPlain(b);
    else if (b >= 0xC2 && b <= 0xF4) begin(b);
    else countWrong();
  }

  private void begin(int b) {
    missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
    lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
  }

  private void countPlain(int b) {
    if (b == '\n') line++;
    if (b == 0) zeros++;
    else if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A) controls++;
  }

  private void countWrong() {
    if (wrong++ == 0) firstWrongLine = line;
  }
}
