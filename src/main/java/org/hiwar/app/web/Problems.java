package org.hiwar.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hiwar.platform.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// Refusals as problem details (RFC 9457): `type` is `urn:hiwar:problem:<code>`, `title` the code in words, `detail` the
/// sentence that says what to do.
public final class Problems {
  public static final String TYPE = "urn:hiwar:problem:";
  private static final long MS_PER_SECOND = 1000;

  private Problems() {}

  public static Map<String, Object> body(Refusal refusal) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", TYPE + refusal.code());
    body.put("title", title(refusal.code()));
    body.put("status", refusal.status());
    body.put("detail", refusal.sentence());
    body.putAll(refusal.more());
    return body;
  }

  public static Refusal notLoggedIn() {
    return new Refusal(401, "not-logged-in", "You are not logged in, or your session has ended. Log in.", Map.of());
  }

  static ResponseEntity<Map<String, Object>> answer(Refusal refusal) {
    var answer = ResponseEntity.status(refusal.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (refusal.more().get("retryAfterMs") instanceof Long ms) answer.header(HttpHeaders.RETRY_AFTER, seconds(ms));
    return answer.body(body(refusal));
  }

  /// For what is refused before any endpoint is found.
  public static void write(HttpServletResponse response, Refusal refusal) throws IOException {
    response.setStatus(refusal.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    if (refusal.more().get("retryAfterMs") instanceof Long ms) response.setHeader(HttpHeaders.RETRY_AFTER, seconds(ms));
    response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(body(refusal)));
  }

  private static String seconds(long ms) {
    return Long.toString(Math.ceilDiv(ms, MS_PER_SECOND));
  }

  private static String title(String code) {
    var words = code.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
