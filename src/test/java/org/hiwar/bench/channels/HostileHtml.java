package org.hiwar.bench.channels;

import java.util.Locale;
import java.util.function.IntFunction;

/// Documents of any length; all but the first are made to keep a parser busy.
enum HostileHtml {
  ORDINARY(
      i ->
          "<tr><td style=\"padding: 4px; color: #333\"><p>Order <b>"
              + i
              + "</b> is on its way, see <a href=\"https://shop.example/"
              + i
              + "\">where</a>.</p><img src=\"https://shop.example/"
              + i
              + ".png\"></td></tr>\n"),
  NESTED_ELEMENTS(_ -> "<div>"),
  NESTED_TABLES(_ -> "<table><tr><td>"),
  NESTED_LISTS(_ -> "<ul><li>"),
  NESTED_FOREIGN_ELEMENTS(_ -> "<svg><desc>"),
  UNCLOSED_FORMATTING(_ -> "<b><i><a href=x><font size=1>x"),
  FORMATTING_ACROSS_PARAGRAPHS(_ -> "<b><p></b>x<p>"),
  TEXT_IN_TABLES(_ -> "<table>x<b>y</table>"),
  ONE_HUGE_ATTRIBUTE("<p style=\"", _ -> "color: red;", "\">x</p>"),
  ONE_HUGE_PICTURE("<img src=\"data:image/png;base64,", _ -> "AAAA", "!\">"),
  MANY_ATTRIBUTES("<p ", i -> "a" + i + "=1 ", ">x</p>"),
  MANY_STYLES(_ -> "<p style=\"width: rgb(rgb(1,1;color:red\">x"),
  HALF_OPEN_TAGS(_ -> "<a <b "),
  HALF_OPEN_COMMENTS(_ -> "<!-- <"),
  END_TAGS_WITHOUT_BEGINNING(_ -> "</p></b>"),
  REFERENCES(_ -> "&amp&#x26&notanentity"),
  SPACES(_ -> "          x"),
  HARD_SPACES(_ -> "\u00a0");

  private final String before;
  private final IntFunction<String> piece;
  private final String behind;

  HostileHtml(IntFunction<String> piece) {
    this("", piece, "");
  }

  HostileHtml(String before, IntFunction<String> piece, String behind) {
    this.before = before;
    this.piece = piece;
    this.behind = behind;
  }

  /// Not longer than so many characters.
  String of(int characters) {
    var html = new StringBuilder(characters).append(before);
    int room = characters - behind.length();
    for (int i = 0; ; i++) {
      var more = piece.apply(i);
      if (html.length() + more.length() > room) return html.append(behind).toString();
      html.append(more);
    }
  }

  /// As [#of], and with no more than so many tags.
  String upTo(int tags, int characters) {
    var html = of(characters);
    int at = -1;
    for (int i = 0; i <= tags; i++) {
      at = html.indexOf('<', at + 1);
      if (at < 0) return html;
    }
    return html.substring(0, at);
  }

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
