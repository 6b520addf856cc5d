package org.hiwar.email.mime;

import java.util.List;
import org.hiwar.email.html.EmailHtml;

/// Puts the stretches of a mail together.
final class Bodies {
  private Bodies() {}

  static String text(List<Body> bodies) {
    var text = new StringBuilder();
    for (var body : bodies) {
      if (text.length() > 0) text.append('\n');
      text.append(body.text().isBlank() ? EmailHtml.text(body.html()) : body.text());
    }
    return Characters.lines(text.toString().strip(), MimeLimits.TEXT_CHARACTERS);
  }

  /// Empty when no stretch has any.
  static String html(List<Body> bodies) {
    if (bodies.stream().allMatch(body -> body.html().isBlank())) return "";
    var html = new StringBuilder();
    for (var body : bodies)
      html.append(body.html().isBlank() ? EmailHtml.ofText(body.text()) : body.html());
    var cut = html.substring(0, Math.min(html.length(), MimeLimits.HTML_CHARACTERS));
    return Characters.lines(cut, MimeLimits.HTML_CHARACTERS);
  }
}
