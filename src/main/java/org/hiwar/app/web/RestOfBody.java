package org.hiwar.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// An answer may be ready before the body of its request has come: whoever is refused is refused by
/// the headers alone. The server cannot find the next request behind a body that it has not read,
/// so it would close the connection, and the client, which was told nothing of it, would lose
/// whatever it sends next. So before the first byte of any answer what is left of the body is read;
/// where it is too much or does not come, the answer says that it is the last one of this
/// connection (RFC 9112, section 9.6).
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RestOfBody extends OncePerRequestFilter {
  /// More than a body may have that is no file: who sends somewhat too much hears so, and does not
  /// find the connection broken while sending.
  static final int MOST_BYTES = 8 * BodyLimit.MOST_BYTES;

  /// Looked at between two pieces; a client that sends none at all is given up by the server.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int PIECE = 8 * 1024;

  private final Clock clock;

  RestOfBody(Clock clock) {
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getContentLengthLong() <= 0
        && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var asked = new Asked(request);
    var answer = new Answer(asked, response);
    chain.doFilter(asked, answer);
    if (!request.isAsyncStarted() && !response.isCommitted()) answer.settle();
  }

  /// Knows whether the body was asked for: to ask is to tell a client that waits for it (`Expect:
  /// 100-continue`) to send it.
  private static final class Asked extends HttpServletRequestWrapper {
    private boolean forBody;

    Asked(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      forBody = true;
      return super.getInputStream();
    }

    boolean isWaiting() {
      return !forBody && getHeader(HttpHeaders.EXPECT) != null;
    }
  }

  private final class Answer extends HttpServletResponseWrapper {
    private final Asked request;
    private final HttpServletResponse response;
    private boolean settled;

    Answer(Asked request, HttpServletResponse response) {
      super(response);
      this.request = request;
      this.response = response;
    }

    void settle() {
      if (settled) return;
      settled = true;
      if (!isRead(request)) response.setHeader(HttpHeaders.CONNECTION, "close");
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      settle();
      return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      settle();
      return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
      settle();
      super.flushBuffer();
    }
  }

  /// Reads to the end, if that is near.
  private boolean isRead(Asked request) {
    if (request.isWaiting()) return false;
    var until = clock.instant().plus(PATIENCE);
    var piece = new byte[PIECE];
    try {
      var body = request.getInputStream();
      if (body.isFinished()) return true;
      if (request.getContentLengthLong() > MOST_BYTES) return false;
      int count = 0;
      while (count <= MOST_BYTES && clock.instant().isBefore(until)) {
        int read = body.read(piece);
        if (read < 0) return true;
        count += read;
      }
    } catch (IOException _) {
      return false; // the client is gone, or was waited for too long
    }
    return false;
  }
}
