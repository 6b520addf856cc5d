package org.hiwar.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/// Hiwar in a process of its own, as somebody would start it, and everything it says. Killed at the
/// end of the test.
public final class HiwarProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("Hiwar runs at (\\S+)");
  private static final Duration LIMIT = Duration.ofMinutes(3);
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  private HiwarProcess(Process process) {
    this.process = process;
    reader = Thread.ofVirtual().start(this::read);
  }

  /// Starts the compiled application for less than a few minutes: in a JVM that compiles once and
  /// quickly, so that it is there sooner. `settings` are environment variables; nothing is taken
  /// from our own but the path. Telephony takes free ports unless they say otherwise. Mailboxes are
  /// asked every second, because the mail server of the demo tells nobody. A folder of data that is
  /// there already is lent the programs of PostgreSQL that this build has unpacked; whoever wants
  /// to see them unpacked begins without the folder.
  public static HiwarProcess start(Map<String, String> settings) {
    var all = new HashMap<>(Map.of("HIWAR_MAIL_LOOK", "1"));
    all.putAll(settings);
    lendPrograms(Path.of(settings.getOrDefault("HIWAR_DATA", "")));
    return java(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), all);
  }

  static void lendPrograms(Path data) {
    if (data.toString().isEmpty() || !Files.isDirectory(data)) return;
    try (var unpacked =
        Files.newDirectoryStream(Path.of("target").toAbsolutePath(), "postgres-*")) {
      for (var programs : unpacked) {
        var lent = data.resolve(programs.getFileName());
        if (Files.notExists(lent)) Files.createSymbolicLink(lent, programs);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same in a JVM as it is, for what is measured or has to last.
  public static HiwarProcess startInEarnest(Map<String, String> settings) {
    return java(List.of(), settings);
  }

  private static HiwarProcess java(List<String> flags, Map<String, String> settings) {
    var command = new ArrayList<>(List.of(JAVA));
    command.addAll(flags);
    command.addAll(Program.arguments());
    return command(command, settings);
  }

  /// Starts it by any command.
  public static HiwarProcess command(List<String> command, Map<String, String> settings) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("HIWAR_") || name.startsWith("SERVER_"));
      builder.environment().putAll(Map.of("HIWAR_SIP_PORT", "0", "HIWAR_WEBRTC_PORT", "0"));
      builder.environment().putAll(settings);
      return new HiwarProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until it serves; its address, ending in a slash.
  public String awaitAddress() {
    Awaitility.await()
        .atMost(LIMIT)
        .until(() -> !process.isAlive() || ADDRESS.matcher(said()).find());
    var address = ADDRESS.matcher(said());
    if (!address.find()) throw new AssertionError("Hiwar did not start:\n" + said());
    return address.group(1);
  }

  /// Waits until it has ended by itself; its exit code.
  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
      throw new AssertionError("still running:\n" + said());
    reader.join();
    return process.exitValue();
  }

  /// Everything it has written so far, both streams.
  public String said() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /// kill -9
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void read() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line; (line = reader.readLine()) != null; ) {
        synchronized (lines) {
          lines.add(line);
        }
      }
    } catch (IOException _) {
      // the process was killed
    }
  }
}
