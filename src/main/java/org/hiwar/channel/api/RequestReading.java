package org.hiwar.channel.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hiwar.channel.WebhookRequest;

/// Makes of a request what channels look at. The query is read from the address alone: the servlet
/// would take the fields of a form for parameters too, and eat the body that is signed.
final class RequestReading {
  private static final int MOST_PARAMETERS = 50;

  private RequestReading() {}

  static WebhookRequest of(HttpServletRequest request, byte[] body) {
    var headers = new HashMap<String, List<String>>();
    for (var name : Collections.list(request.getHeaderNames()))
      headers.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
    var query = request.getQueryString();
    return new WebhookRequest(
        request.getMethod(), headers, query == null ? Map.of() : parameters(query), body);
  }

  /// What cannot be decoded is left as it is: no signature will fit.
  static Map<String, String> parameters(String query) {
    var found = new HashMap<String, String>();
    for (var part : query.split("&", MOST_PARAMETERS)) {
      int sign = part.indexOf('=');
      if (sign > 0)
        found.putIfAbsent(decoded(part.substring(0, sign)), decoded(part.substring(sign + 1)));
    }
    return found;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
