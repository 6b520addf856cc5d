package org.hiwar.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/// What browsers are told about everything we send: scripts only from files of ours, no frame
/// around our pages, no guessing of types, nothing of the interface kept in a cache. The widget may
/// be loaded by any site.
final class PageHeaders implements HeaderWriter {
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self' 'unsafe-inline'", // the components set widths and positions as styles;
          // scripts stay shut out
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "frame-src 'self'",
          "connect-src 'self'",
          "media-src 'self' data: blob:",
          "manifest-src 'self'",
          "worker-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    var path = request.getRequestURI();
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Mails are shown in frames of our own pages, each with a stricter policy of its own.
    if (!response.containsHeader("Content-Security-Policy")) {
      response.setHeader("Content-Security-Policy", POLICY);
      response.setHeader("X-Frame-Options", "DENY");
      response.setHeader("Referrer-Policy", "same-origin");
    }
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader(
        "Cross-Origin-Resource-Policy", isOfWidget(path) ? "cross-origin" : "same-origin");
    // A site loads the call's part of the widget as a module, and modules are asked for in this
    // way.
    if (path.startsWith("/widget")) response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)");
    // Whoever answers may say otherwise, as the photos of contacts do.
    if ((path.startsWith("/api/") || path.startsWith("/v3/"))
        && !response.containsHeader(HttpHeaders.CACHE_CONTROL))
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static boolean isOfWidget(String path) {
    return path.startsWith("/widget") || path.startsWith("/api/chat/");
  }
}
