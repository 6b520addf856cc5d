package org.hiwar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.hiwar.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// What no client of ours does: bodies that drip, never end, or break off. `EarlyAnswerTest` has
/// the rest, on real connections.
class RestOfBodyTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return Objects.requireNonNull(now.get());
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
  private int given;

  @Test
  void aBodyThatDripsIsNotWaitedForForever() throws Exception {
    var response =
        answerTo(
            _ -> {
              now.updateAndGet(at -> at.plusSeconds(1));
              return 1;
            });
    assertThat(response.getHeader("Connection")).isEqualTo("close");
    assertThat(given).isEqualTo(RestOfBody.PATIENCE.toSeconds());
  }

  @Test
  void aBodyWithoutAnEndIsReadNoFurtherThanTheLimit() throws Exception {
    var response = answerTo(piece -> piece);
    assertThat(response.getHeader("Connection")).isEqualTo("close");
    assertThat(given).isBetween(RestOfBody.MOST_BYTES, RestOfBody.MOST_BYTES + 10_000);
  }

  @Test
  void aBodyThatBreaksOffTakesNothingFromTheAnswer() throws Exception {
    var response =
        answerTo(
            _ -> {
              throw new IOException("gone");
            });
    assertThat(response.getHeader("Connection")).isEqualTo("close");
    assertThat(response.getContentAsString()).contains("not-allowed");
  }

  @Test
  void aBodyThatComesToItsEndLeavesTheConnectionOpen() throws Exception {
    var response = answerTo(piece -> given < 3 * piece ? piece : -1);
    assertThat(response.getHeader("Connection")).isNull();
    assertThat(given).isPositive();
  }

  /// How many bytes come when at most `piece` are asked for; -1: the end.
  @FunctionalInterface
  private interface Source {
    int next(int piece) throws IOException;
  }

  private MockHttpServletResponse answerTo(Source source) throws ServletException, IOException {
    var request =
        new MockHttpServletRequest("POST", "/api/users") {
          @Override
          public ServletInputStream getInputStream() {
            return new Body(source);
          }
        };
    request.addHeader("Transfer-Encoding", "chunked");
    var response = new MockHttpServletResponse();
    new RestOfBody(clock)
        .doFilter(
            request,
            response,
            (_, answer) -> Problems.write((HttpServletResponse) answer, Refusal.notAllowed()));
    return response;
  }

  private final class Body extends ServletInputStream {
    private final Source source;

    Body(Source source) {
      this.source = source;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int next = source.next(length);
      given += Math.max(next, 0);
      return next;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("in pieces");
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("blocking");
    }
  }
}
