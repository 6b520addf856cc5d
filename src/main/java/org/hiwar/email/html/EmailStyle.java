package org.hiwar.email.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Lets through of a style what only concerns looks: nothing that loads, moves out of its place or
/// covers anything.
final class EmailStyle {
  private static final int CHARACTERS = 2_000;
  private static final Set<String> PROPERTIES =
      Set.of(
          "background-color",
          "border",
          "border-bottom",
          "border-collapse",
          "border-color",
          "border-left",
          "border-radius",
          "border-right",
          "border-spacing",
          "border-style",
          "border-top",
          "border-width",
          "color",
          "direction",
          "font-family",
          "font-size",
          "font-style",
          "font-weight",
          "height",
          "letter-spacing",
          "line-height",
          "max-width",
          "padding",
          "padding-bottom",
          "padding-left",
          "padding-right",
          "padding-top",
          "text-align",
          "text-decoration",
          "vertical-align",
          "white-space",
          "width");
  private static final Pattern VALUE =
      Pattern.compile("(?:[\\w\\s#%.,'!-]|rgba?\\([\\d\\s.,%]{1,40}\\)){1,200}");

  private EmailStyle() {}

  /// Empty when nothing is left.
  static String harmless(String style) {
    if (style.length() > CHARACTERS) return "";
    var left = new StringBuilder();
    for (var each : style.split(";")) {
      int colon = each.indexOf(':');
      if (colon < 0) continue;
      var property = each.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      var value = each.substring(colon + 1).strip();
      if (PROPERTIES.contains(property) && VALUE.matcher(value).matches())
        left.append(property).append(": ").append(value).append("; ");
    }
    return left.toString().strip();
  }
}
