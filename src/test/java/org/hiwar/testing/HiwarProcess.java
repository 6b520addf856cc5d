package org.hiwar.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Hiwar as a process of its own, as a stranger starts it: on a free port, with its own data folder, its own embedded
/// database and the demo workspace. It can be killed and started again on the same port and data.
public final class HiwarProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  private final Path folder;
  private final int port;
  private final Map<String, String> environment;
  private Process process;

  private HiwarProcess(Path folder, int port, Map<String, String> environment) throws IOException {
    this.folder = folder;
    this.port = port;
    this.environment = environment;
    process = launch();
  }

  /// Starts in `folder`, which is made when missing, and waits until it serves.
  public static HiwarProcess start(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var started = new HiwarProcess(folder, freePort(), environment);
    started.awaitServing();
    return started;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public Path data() {
    return folder.resolve("data");
  }

  /// Everything it has printed since it was first started.
  public String printed() throws IOException {
    return Files.readString(log());
  }

  /// As kill -9 does it.
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// Starts it again after a kill; does not wait.
  public void startAgain() throws IOException {
    if (process.isAlive()) throw new IllegalStateException("it is running");
    process = launch();
  }

  /// Waits until it answers; fails with what it printed when it stops instead.
  public void awaitServing() throws IOException, InterruptedException {
    var client = HttpClient.newHttpClient();
    var ask = HttpRequest.newBuilder(uri().resolve("/login")).timeout(Duration.ofSeconds(2)).build();
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) throw new IllegalStateException("Hiwar did not start:\n" + printed());
      try {
        if (client.send(ask, BodyHandlers.discarding()).statusCode() == 200) return;
      } catch (IOException notYet) {
        // Asked again below.
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("Hiwar does not serve after " + START_LIMIT + ":\n" + printed());
  }

  /// Stops it in an orderly way, database included.
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) kill();
  }

  private Process launch() throws IOException {
    var all = new HashMap<>(environment);
    all.put("SERVER_PORT", Integer.toString(port));
    all.put("HIWAR_DATA", data().toString());
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "org.hiwar.app.Hiwar")
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().putAll(all);
    return builder.start();
  }

  private Path log() {
    return folder.resolve("hiwar.log");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
