package org.hiwar.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.hiwar.platform.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// What stands behind a path is text: no NUL, with which the database would fail. (In a path the
/// server refuses it, in a body [StorableTexts] does.)
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // what it refuses is an answer too: see RestOfBody
class TextAddresses extends OncePerRequestFilter {
  private static final String NUL = "%00";
  private static final int UNREADABLE = 400;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var query = request.getQueryString();
    return query == null || !query.contains(NUL);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Problems.write(
        response,
        new Refusal(
            UNREADABLE,
            "unreadable",
            "The address has a character that no text has (%00). Correct it.",
            Map.of()));
  }
}
