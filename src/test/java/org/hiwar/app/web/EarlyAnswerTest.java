package org.hiwar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever answers before it has read the body must not close the connection under the next
/// request: either the body is read all the same, or the answer says that it is the last one.
@Tag("api")
class EarlyAnswerTest {
  private static final String BODY = "{\"language\":\"ar\"}";
  private static final String JSON = "application/json";

  /// Long enough for an answer that waits for nothing. A later one proves less, and harms nothing.
  private static final Duration EARLY = Duration.ofMillis(400);

  private static final TestWorkspace WORKSPACE = TestWorkspace.fresh();
  private static final String COOKIE;

  static {
    WORKSPACE.user("agent", Role.AGENT);
    COOKIE = "Cookie: hiwar_session=" + WORKSPACE.logIn("agent").cookie();
  }

  /// A request that is answered by its headers alone.
  record Early(
      int status, String method, String path, String type, boolean ours, boolean stranger) {
    static Early of(int status, String method, String path) {
      return new Early(status, method, path, JSON, true, false);
    }

    String head(String length) {
      return String.join(
              "\r\n",
              method + " " + path + " HTTP/1.1",
              "Host: 127.0.0.1:" + RunningHiwar.port(),
              "Origin: " + RunningHiwar.origin(),
              ours ? "X-Hiwar: 1" : "X-Other: 1",
              stranger ? "X-Other: 2" : COOKIE,
              "Content-Type: " + type,
              length)
          + "\r\n\r\n";
    }
  }

  static List<Early> refusals() {
    return List.of(
        new Early(401, "POST", "/api/users", JSON, true, true), // the wall
        new Early(403, "PUT", "/api/me/language", JSON, false, false), // the guard
        Early.of(403, "POST", "/api/users"), // the gate, which says it as endpoints do
        Early.of(401, "POST", "/no/such/door"), // denied to everybody
        Early.of(404, "POST", "/api/no-such-thing"),
        Early.of(405, "POST", "/api/me"),
        new Early(415, "PUT", "/api/me/language", "text/plain", true, false),
        Early.of(200, "GET", "/api/me"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatIsAskedNextOnTheConnectionIsAnswered(Early early) throws IOException {
    try (var line = new RawConnection()) {
      line.send(early.head("Content-Length: " + BODY.length()));
      var answer = line.answerWithin(EARLY);
      if (answer.isEmpty()) {
        line.send(BODY);
        answer = Optional.of(line.answer());
      }
      assertThat(answer.get().status()).isEqualTo(early.status());
      goesOnUnlessItIsTheLast(line, answer.get());
    }
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void soIsItWhenTheBodyComesInPieces(Early early) throws IOException {
    try (var line = new RawConnection()) {
      line.send(early.head("Transfer-Encoding: chunked"));
      var answer = line.answerWithin(EARLY);
      if (answer.isEmpty()) {
        line.send("11\r\n" + BODY + "\r\n0\r\n\r\n");
        answer = Optional.of(line.answer());
      }
      assertThat(answer.get().status()).isEqualTo(early.status());
      goesOnUnlessItIsTheLast(line, answer.get());
    }
  }

  @Test
  void whoAnnouncesMoreThanIsReadIsToldAtOnceThatTheConnectionEnds() throws IOException {
    for (var early :
        List.of(
            Early.of(413, "PUT", "/api/me/language"),
            Early.of(403, "POST", "/api/lists/1/imports")))
      try (var line = new RawConnection()) {
        line.send(early.head("Content-Length: 10000000"));
        var answer = line.answer();
        assertThat(answer.status()).isEqualTo(early.status());
        assertThat(answer.isLast()).isTrue();
      }
  }

  @Test
  void whoWaitsToBeToldToSendTheBodyIsAnsweredAtOnceAndSendsNone() throws IOException {
    try (var line = new RawConnection()) {
      line.send(
          Early.of(403, "POST", "/api/users")
              .head("Content-Length: " + BODY.length() + "\r\nExpect: 100-continue"));
      var answer = line.answer();
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.isLast()).isTrue();
      assertThat(line.isAtEnd()).isTrue();
    }
  }

  private static void goesOnUnlessItIsTheLast(RawConnection line, RawConnection.Answer answer)
      throws IOException {
    if (answer.isLast()) assertThat(line.isAtEnd()).isTrue();
    else {
      line.send(
          String.join(
              "\r\n",
              "GET /api/me HTTP/1.1",
              "Host: 127.0.0.1:" + RunningHiwar.port(),
              COOKIE,
              "",
              ""));
      assertThat(line.answer().status()).isEqualTo(200);
    }
  }
}
