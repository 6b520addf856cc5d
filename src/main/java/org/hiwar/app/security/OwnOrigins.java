package org.hiwar.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells whether a page that sends a request came from this server.
///
/// On loopback the host must be a name of loopback itself: else a stranger's name that resolves to 127.0.0.1 would make
/// his page one of ours.
@Component
public class OwnOrigins {
  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final Exposure exposure;

  OwnOrigins(Exposure exposure) {
    this.exposure = exposure;
  }

  /// `origin` as a browser sends it; null is not ours.
  public boolean include(@Nullable String origin, HttpServletRequest request) {
    if (origin == null) return false;
    if (exposure.origins().contains(origin)) return true;
    if (exposure.loopback() && !LOOPBACK_NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT))) return false;
    return origin.equals(originOf(request));
  }

  private static String originOf(HttpServletRequest request) {
    var port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? HTTPS : HTTP);
    return (request.isSecure() ? "https://" : "http://") + request.getServerName().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
  }
}
