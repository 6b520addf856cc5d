package org.hiwar.platform.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.platform.outbound.OutboundHttp.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          var said =
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("X-Key")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          var query = exchange.getRequestURI().getQuery();
          int status = query == null ? 200 : Integer.parseInt(query);
          if (status / 100 == 3)
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
          var body = said.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static OutboundHttp http(boolean loopback) {
    return new OutboundHttp(
        new OutboundGuard(InetAddress::getAllByName, loopback, List.of()),
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        System::nanoTime);
  }

  private static Request request(String method, String uri, String body, int most) {
    return new Request(
        method, URI.create(uri), Map.of("X-Key", "k"), body.getBytes(UTF_8), PATIENCE, most);
  }

  private String here(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  @Test
  void aRequestIsAnsweredWithWhatTheServerSaid() throws Exception {
    var answer = http(true).send(request("POST", here("/a/b"), "مرحبا", 1_000));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(new String(answer.body(), UTF_8)).isEqualTo("POST /a/b k مرحبا");
    assertThat(answer.headers()).containsKey("content-length");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500, 503})
  void aRefusalIsAnAnswerAndIsNotAskedForTwice(int status) throws Exception {
    assertThat(http(true).send(request("POST", here("/?" + status), "x", 1_000)).status())
        .isEqualTo(status);
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectionIsNotFollowed(int status) throws Exception {
    var answer = http(true).send(request("GET", here("/?" + status), "", 1_000));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers()).containsEntry("location", "http://127.0.0.1:1/elsewhere");
    assertThat(asked).hasValue(1);
  }

  @Test
  void anAnswerThatIsTooLongIsAFailure() {
    assertThatThrownBy(() -> http(true).send(request("GET", here("/long"), "", 5)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("5");
  }

  @Test
  void whereTheServerIsOpenItAsksNothingOfItself() {
    assertThatThrownBy(() -> http(false).send(request("GET", here("/"), "", 1_000)))
        .isInstanceOf(NotAllowedOutside.class);
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://1.1.1.1/",
        "ftp://1.1.1.1/",
        "https://user:secret@1.1.1.1/",
        "https://10.0.0.1/",
        "https://[::ffff:7f00:1]/",
        "https://2130706433/",
        "https://0x7f.1/",
        "file:///etc/passwd",
      })
  void otherThanHttpsToTheOutsideIsNotAsked(String uri) {
    assertThatThrownBy(() -> http(false).send(request("GET", uri, "", 1_000)))
        .isInstanceOf(NotAllowedOutside.class);
  }

  /// The first answer of the name server is harmless, the one that the connection would use is not.
  @Test
  void aNameThatChangesItsAddressLeadsNowhere() {
    var guard =
        new OutboundGuard(
            _ -> new InetAddress[] {InetAddress.ofLiteral("1.1.1.1")}, false, List.of());
    var http =
        new OutboundHttp(guard, (SSLSocketFactory) SSLSocketFactory.getDefault(), System::nanoTime);
    var uri = "https://localhost:" + server.getAddress().getPort() + "/";
    assertThatThrownBy(() -> http.send(request("GET", uri, "", 1_000)))
        .isInstanceOf(NotAllowedOutside.class);
    assertThat(asked).hasValue(0);
  }
}
