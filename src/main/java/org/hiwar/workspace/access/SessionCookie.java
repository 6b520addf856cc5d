package org.hiwar.workspace.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/// The cookie that carries a session: for our requests only, out of reach of scripts, encrypted when the line is.
public final class SessionCookie {
  public static final String NAME = "hiwar_session";

  private SessionCookie() {}

  /// Its value; empty without one.
  public static Optional<String> in(HttpServletRequest request) {
    if (request.getCookies() == null) return Optional.empty();
    return Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals(NAME)).map(cookie -> cookie.getValue()).findFirst();
  }

  static ResponseCookie holding(String value, HttpServletRequest request) {
    return form(value, request).maxAge(SessionLimits.WHOLE_LIFE).build();
  }

  static ResponseCookie gone(HttpServletRequest request) {
    return form("", request).maxAge(0).build();
  }

  private static ResponseCookie.ResponseCookieBuilder form(String value, HttpServletRequest request) {
    return ResponseCookie.from(NAME, value).path("/").httpOnly(true).sameSite("Lax").secure(request.isSecure());
  }
}
