package org.hiwar.voice.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hiwar.testing.Await;

/// A SIP peer of Debian's sip-tester that plays one scenario, once.
public final class Sipp implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;

  /// Below what Linux gives to sockets that do not ask for a port (ip_local_port_range): nobody is
  /// given one of these between our choice and the use of it.
  private static final int FIRST_PORT = 30_000;

  private static final int LAST_PORT = 32_700;

  private static final Pattern SUPPLIED = Pattern.compile("\\[file name=(\\w+)]");

  private final Process process;
  private final Path folder;
  private final int port;

  private Sipp(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /// Waits for a call on a free port.
  static Sipp waiting(Script script, Transport transport, String... more) {
    return waitingAt("127.0.0.1", script, transport, more);
  }

  /// The same at another address of this machine.
  public static Sipp waitingAt(String address, Script script, Transport transport, String... more) {
    for (int i = 0; i < 5; i++) {
      var sipp = start(script, transport, address, freePort(), List.of(more));
      Await.until(() -> isOpen(sipp.port, transport) || !sipp.process.isAlive());
      if (sipp.process.isAlive()) return sipp;
      // Somebody took the port between its choice and sipp's start.
      sipp.close();
    }
    throw new AssertionError("sipp found no port to wait on");
  }

  /// Calls.
  public static Sipp calling(
      Script script, Transport transport, InetSocketAddress whom, String... more) {
    var arguments = new ArrayList<String>();
    arguments.add(whom.getAddress().getHostAddress() + ":" + whom.getPort());
    arguments.addAll(List.of(more));
    return start(script, transport, freePort(), arguments);
  }

  /// Calls from another address of this machine.
  public static Sipp callingFrom(
      String address, Script script, Transport transport, InetSocketAddress whom) {
    var to = whom.getAddress().getHostAddress() + ":" + whom.getPort();
    return start(script, transport, address, freePort(), List.of(to, "-bind_local"));
  }

  private static Sipp start(Script script, Transport transport, int port, List<String> more) {
    return start(script, transport, "127.0.0.1", port, more);
  }

  private static Sipp start(
      Script script, Transport transport, String from, int port, List<String> more) {
    try {
      var folder = Files.createTempDirectory("hiwar-sipp");
      Files.writeString(folder.resolve("scenario.xml"), script.xml());
      makePipes(folder, script.xml());
      var command = new ArrayList<>(List.of("sipp", "-sf", "scenario.xml"));
      command.addAll(List.of("-i", from, "-p", Integer.toString(port)));
      command.addAll(List.of("-m", "1", "-nostdin", "-trace_err", "-trace_msg", "-nd"));
      command.addAll(List.of("-t", transport == Transport.TCP ? "t1" : "u1"));
      command.addAll(List.of("-timeout", LIMIT_SECONDS + "s", "-timeout_error"));
      command.addAll(more);
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("screen").toFile())
              .start();
      return new Sipp(process, folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is read from a pipe is waited for.
  private static void makePipes(Path folder, String scenario) throws IOException {
    for (var supplied : SUPPLIED.matcher(scenario).results().toList())
      finished(new ProcessBuilder("mkfifo", supplied.group(1)).directory(folder.toFile()).start());
  }

  /// Gives a line that the scenario waits for (`Script#withSupplied`).
  void supply(String name, String line) {
    try {
      var cat = new ProcessBuilder("sh", "-c", "cat > " + name).directory(folder.toFile()).start();
      try (var in = cat.outputWriter()) {
        in.write(line);
      }
      finished(cat);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void finished(Process process) {
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("nobody came for it: " + process.info());
      }
      if (process.exitValue() != 0) throw new AssertionError(process.info() + " failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// One that nobody is given before it is used, unless they ask for it here.
  public static int freePort() {
    var here = InetAddress.getLoopbackAddress();
    for (int i = 0; i < 50; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
      try (var _ = new ServerSocket(port, 1, here);
          var _ = new DatagramSocket(port, here)) {
        return port;
      } catch (IOException _) {
        // Taken; another one.
      }
    }
    throw new IllegalStateException("no free port");
  }

  /// Read from the system's own table: a trial to bind the port could take it from sipp.
  private static boolean isOpen(int port, Transport transport) throws IOException {
    var table = transport == Transport.TCP ? "/proc/net/tcp" : "/proc/net/udp";
    // Linux, proc(5): "sl local_address rem_address st …", 0A is listening, 07 an open UDP socket.
    var state = transport == Transport.TCP ? "0A" : "07";
    var local = ":%04X".formatted(port);
    return Files.readAllLines(Path.of(table)).stream()
        .map(line -> line.strip().split("\\s+"))
        .anyMatch(row -> row[1].endsWith(local) && row[3].equals(state));
  }

  public int port() {
    return port;
  }

  /// Waits until sipp has exchanged messages with this in them so many times.
  void hasSeen(String text, int times) {
    Await.until(() -> logs().split(Pattern.quote(text), -1).length > times);
  }

  /// Waits for the end of the scenario. It must have gone through as it is written.
  public void succeeds() {
    try {
      if (!process.waitFor(LIMIT_SECONDS + 10L, TimeUnit.SECONDS))
        throw new AssertionError("sipp goes on and on\n" + logs());
      if (process.exitValue() != 0)
        throw new AssertionError("sipp ended with " + process.exitValue() + "\n" + logs());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// All messages, as sipp has written them down.
  public String logs() {
    try (var files = Files.list(folder)) {
      var text = new StringBuilder();
      for (var file : files.sorted().toList())
        if (file.toString().endsWith(".log")) text.append(Files.readString(file));
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join(); // it may still write
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
