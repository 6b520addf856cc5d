package org.hiwar.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.hiwar.platform.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// No request body may be larger than 128 KiB: notes of 10,000 characters, each written as an
/// escape, still fit. Counted while it is read, whatever length was announced. Files for lists,
/// photos, what is sent with messages, and webhooks are no such bodies: whoever takes them counts
/// them.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // what it refuses is an answer too: see RestOfBody
class BodyLimit extends OncePerRequestFilter {
  static final int MOST_BYTES = 128 * 1024;

  private static final Pattern FILES =
      Pattern.compile(
          "/api/(attachments|(lists|do-not-call)/[0-9]+/imports|contact-imports|contacts/[0-9]+/photo|webhooks/[^/]+/[0-9]+)");

  /// The stream had more than it may.
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  static Refusal refusal() {
    return Refusal.tooLarge(
        "too-large",
        "The request is larger than " + MOST_BYTES / 1024 + " KiB. Send less at once.");
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return FILES.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      Problems.write(response, refusal());
      return;
    }
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
          }
        },
        response);
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream from;
    private long count;

    Counted(ServletInputStream from) {
      this.from = from;
    }

    @Override
    public int read() throws IOException {
      int read = from.read();
      if (read >= 0) add(1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = from.read(into, offset, length);
      if (read > 0) add(read);
      return read;
    }

    private void add(int read) throws TooLarge {
      count += read;
      if (count > MOST_BYTES) throw new TooLarge();
    }

    @Override
    public boolean isFinished() {
      return from.isFinished();
    }

    @Override
    public boolean isReady() {
      return from.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      from.setReadListener(listener);
    }
  }
}
