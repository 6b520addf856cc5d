package org.hiwar.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.hiwar.app.web.Failures;
import org.hiwar.app.web.Problems;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.SessionCookie;
import org.hiwar.workspace.access.Sessions;
import org.hiwar.workspace.limit.Limit;
import org.hiwar.workspace.limit.RateLimits;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Recognises the user by the session cookie, for this request only. When that cannot be found out,
/// the request is refused as *unavailable*: neither let in nor treated as logged out.
final class SessionFilter extends OncePerRequestFilter {
  private final Sessions sessions;
  private final RateLimits limits;
  private final Failures failures;

  SessionFilter(Sessions sessions, RateLimits limits, Failures failures) {
    this.sessions = sessions;
    this.limits = limits;
    this.failures = failures;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.startsWith("/api/chat/")
        || path.startsWith("/api/webhooks/")
        || !(path.startsWith("/api/") || path.startsWith("/v3/"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      SessionCookie.in(request).flatMap(sessions::recognise).ifPresent(this::admit);
    } catch (RuntimeException failure) {
      Problems.write(response, failures.refusal(failure, "recognising a session"));
      return;
    }
    chain.doFilter(request, response);
  }

  private void admit(CurrentUser user) {
    var wait = limits.take(Limit.REQUESTS_OF_USER, user.user().toString());
    if (!wait.isZero())
      throw Refusal.tooMany(
          "too-many-requests",
          "You send more requests than the server answers for one user. Wait a moment.",
          wait);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    SecurityContextHolder.setContext(context);
  }
}
