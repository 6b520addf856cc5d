package org.hiwar.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.platform.outbound.OutboundGuard;
import org.hiwar.platform.outbound.OutboundHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pictures of mails that lie elsewhere, and what lies there instead of pictures.
class RemotePicturesTest {
  private static final byte[] PNG = drawn("png");
  private static final byte[] GIF = drawn("gif");

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    asked.add(path);
    switch (path) {
      case "/png" -> say(exchange, "text/html", PNG);
      case "/gif" -> say(exchange, "image/gif", GIF);
      case "/svg" -> say(exchange, "image/png", "<svg xmlns='http://www.w3.org/2000/svg'/>");
      case "/page" -> say(exchange, "image/png", "<html><script>alert(1)</script></html>");
      case "/cut" -> say(exchange, "image/png", Arrays.copyOf(PNG, 12));
      case "/wide" -> say(exchange, "image/png", header(50_000, 50_000));
      case "/long" -> say(exchange, "image/png", Arrays.copyOf(PNG, EmailLimits.PICTURE_BYTES + 1));
      case "/moved" -> to(exchange, "/png");
      case "/inside" -> to(exchange, "http://10.0.0.1/png");
      case "/metadata" -> to(exchange, "http://169.254.169.254/latest");
      case "/file" -> to(exchange, "file:///etc/passwd");
      case "/round" -> to(exchange, "/round");
      case "/never" -> waits();
      default -> say(exchange, "image/png", PNG);
    }
  }

  private void waits() {
    try {
      over.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(HttpExchange exchange, String type, String body) throws IOException {
    say(exchange, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void say(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static void to(HttpExchange exchange, String elsewhere) throws IOException {
    exchange.getResponseHeaders().add("Location", elsewhere);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static byte[] drawn(String format) {
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A PNG that says how large it is, and is nothing else.
  private static byte[] header(int width, int height) {
    var chunk = ByteBuffer.allocate(17);
    chunk.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    chunk.put(new byte[] {8, 2, 0, 0, 0});
    var check = new CRC32();
    check.update(chunk.array());
    return ByteBuffer.allocate(8 + 4 + 17 + 4)
        .put(PNG, 0, 8)
        .putInt(13)
        .put(chunk.array())
        .putInt((int) check.getValue())
        .array();
  }

  private String at(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  private static RemotePictures pictures(boolean here, Duration within) {
    var guard = new OutboundGuard(InetAddress::getAllByName, here, List.of());
    var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return new RemotePictures(new OutboundHttp(guard, tls, System::nanoTime), within);
  }

  private List<String> shown(String... paths) {
    var wanted = Arrays.stream(paths).map(this::at).toList();
    var found = pictures(true, Duration.ofSeconds(30)).fetch(wanted);
    return wanted.stream().filter(found::containsKey).map(found::get).toList();
  }

  @Test
  void picturesAreKnownByTheirContentWhateverTheyCallThemselves() {
    var shown = shown("/png", "/gif");
    assertThat(shown.get(0)).startsWith("data:image/png;base64,iVBORw0KGgo");
    assertThat(shown.get(1)).startsWith("data:image/gif;base64,R0lGOD");
  }

  @Test
  void whatIsNoPictureOrTooLargeIsLeftOutAndTheOthersAreThere() {
    assertThat(shown("/svg", "/page", "/cut", "/wide", "/long")).isEmpty();
    assertThat(shown("/svg", "/png", "/long")).hasSize(1);
  }

  @Test
  void aRedirectionIsFollowedOutsideOnlyAndNotForEver() {
    assertThat(shown("/moved")).hasSize(1);
    assertThat(shown("/inside", "/metadata", "/file", "/round")).isEmpty();
    assertThat(asked.stream().filter("/round"::equals)).hasSize(EmailLimits.PICTURE_REDIRECTS + 1);
  }

  @Test
  void aServerThatNeverAnswersKeepsNobodyWaiting() {
    var found = pictures(true, Duration.ofSeconds(3)).fetch(List.of(at("/never"), at("/png")));
    assertThat(found).containsOnlyKeys(at("/png"));
  }

  @Test
  void noMoreAreAskedForThanAMailMayHave() {
    var many = IntStream.range(0, EmailLimits.PICTURES + 5).mapToObj(i -> "/" + i);
    assertThat(shown(many.toArray(String[]::new))).hasSize(EmailLimits.PICTURES);
    assertThat(asked).hasSize(EmailLimits.PICTURES);
  }

  @Test
  void nothingInsideIsAskedAndNoAddressThatIsNone() {
    var odd =
        List.of(at("/png"), "https://10.0.0.1/a.png", "https:// /", "https://[::1/", "https:");
    assertThat(pictures(false, Duration.ofSeconds(30)).fetch(odd)).isEmpty();
    assertThat(asked).isEmpty();
  }
}
