package org.hiwar.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.hiwar.app.web.Problems;
import org.hiwar.platform.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Another site cannot act in a user's name: what changes something must carry a header that no
/// form can send, and an Origin of ours; a WebSocket must come from a page of ours. The widget's
/// endpoints stand on other people's sites and check their own list; webhooks carry no cookie but a
/// signature.
final class CommandGuard extends OncePerRequestFilter {
  static final String HEADER = "X-Hiwar";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String WEBHOOKS = "/api/webhooks/";
  private static final String WIDGET = "/api/chat/";

  private final OwnOrigins own;

  CommandGuard(OwnOrigins own) {
    this.own = own;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(WIDGET)
        || request.getRequestURI().startsWith(WEBHOOKS)
        || (READING.contains(request.getMethod()) && !isHandshake(request));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean ours = own.include(request.getHeader(HttpHeaders.ORIGIN), request);
    if (ours && (isHandshake(request) || "1".equals(request.getHeader(HEADER))))
      chain.doFilter(request, response);
    else Problems.write(response, refusal());
  }

  private static boolean isHandshake(HttpServletRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
  }

  private static Refusal refusal() {
    return new Refusal(
        403,
        "foreign-origin",
        "This request did not come from a page of this server. A program of yours must send the"
            + " headers Origin (the server's own) and X-Hiwar: 1.",
        Map.of());
  }
}
