package org.hiwar.bench.desktop;

/// How much is done.
///
/// @param messages of the longest conversation
/// @param conversations at the desk, that one included
/// @param day conversations that come and go
/// @param each messages in each of those
public record DesktopSize(int messages, int conversations, int day, int each, int rounds) {
  public static final DesktopSize WHOLE = new DesktopSize(1_000, 200, 200, 30, 3);
  public static final DesktopSize TRIAL = new DesktopSize(1_000, 40, 5, 30, 1);
}
