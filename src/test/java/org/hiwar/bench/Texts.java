package org.hiwar.bench;

import java.util.function.Consumer;

/// Finds the texts of messages in a frame without reading it whole, so that the load costs little
/// beside what is measured. The benchmarks' own texts need no escapes.
public final class Texts {
  private Texts() {}

  /// Calls `each` with what follows `mark` in every text that begins with it.
  public static void in(String frame, char mark, Consumer<String> each) {
    var key = "\"text\":\"" + mark;
    for (int at = frame.indexOf(key); at >= 0; at = frame.indexOf(key, at + 1))
      each.accept(frame.substring(at + key.length(), frame.indexOf('"', at + key.length())));
  }
}
