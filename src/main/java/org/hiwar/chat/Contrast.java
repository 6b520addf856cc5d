package org.hiwar.chat;

/// How well colours are told apart (WCAG 2.2, contrast ratio: 1 to 21). Colours are `#rrggbb`.
final class Contrast {
  /// Of words on the colour, in white or in ink, whichever is read better: level AA.
  static final double WORDS = 4.5;
  /// Of the colour's own edges and rings on white: level AA for what is no text.
  static final double EDGES = 3;

  private static final String WHITE = "#ffffff";
  private static final String INK = "#1d1b18";
  private static final int HEX = 16;

  private Contrast() {}

  /// Whether the widget can be read and its focus be seen in this colour.
  static boolean isEnough(String accent) {
    return Math.max(of(accent, WHITE), of(accent, INK)) >= WORDS && of(accent, WHITE) >= EDGES;
  }

  static double of(String one, String other) {
    double a = light(one);
    double b = light(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double light(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int at) {
    double value = Integer.parseInt(colour.substring(at, at + 2), HEX) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
