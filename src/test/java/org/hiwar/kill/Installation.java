package org.hiwar.kill;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.testing.HiwarProcess;
import org.hiwar.voice.sip.Sipp;

/// One Hiwar with its own embedded database, and everything that can be done to it from outside.
/// Started again, it has the same port and the same data.
public final class Installation implements AutoCloseable {
  private static final int PORT_LINE = 3;

  private final Path data;
  private final int port;
  private final Map<String, String> settings;
  private final List<HiwarProcess> processes = new ArrayList<>();

  Installation(Path data) throws IOException {
    this(data, Map.of());
  }

  /// @param settings environment variables besides the folder and the port
  public Installation(Path data, Map<String, String> settings) throws IOException {
    this.data = data;
    this.settings = settings;
    port = Sipp.freePort();
  }

  /// Starts it and waits until it serves.
  public void start() {
    var all = new HashMap<>(settings);
    all.putAll(Map.of("SERVER_PORT", Integer.toString(port), "HIWAR_DATA", data.toString()));
    var process = HiwarProcess.startInEarnest(all);
    processes.add(process);
    process.awaitAddress();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public void killServer() throws InterruptedException {
    var process = processes.getLast();
    process.kill();
    process.awaitEnd();
  }

  /// A way of our own to its database, as the application's role. Good until the database is
  /// started again.
  public DatabaseAccess database() throws IOException {
    var url = "jdbc:postgresql://127.0.0.1:" + note().get(PORT_LINE).strip() + "/hiwar";
    var password = Files.readString(data.resolve("database-password")).strip();
    return new DatabaseAccess(url, "hiwar", password);
  }

  /// Kills the postmaster alone; its children notice by themselves.
  public void killDatabase() throws IOException {
    postmaster().destroyForcibly();
  }

  /// Whether there is a database; one whose server was killed ends by itself soon.
  boolean hasDatabase() {
    try {
      return postmaster().isAlive();
    } catch (IOException _) {
      return false;
    }
  }

  public void killBoth() throws IOException, InterruptedException {
    var postmaster = postmaster();
    processes.getLast().kill();
    postmaster.destroyForcibly();
    processes.getLast().awaitEnd();
  }

  /// Stops the postmaster first, so that it starts nobody new. Returns whom it stopped.
  public List<ProcessHandle> stopDatabase() throws IOException, InterruptedException {
    var postmaster = postmaster();
    run("kill", "-STOP", Long.toString(postmaster.pid()));
    var all = family(postmaster);
    for (var process : all) run("kill", "-STOP", Long.toString(process.pid()));
    return all;
  }

  public void continueDatabase(List<ProcessHandle> stopped)
      throws IOException, InterruptedException {
    for (var process : stopped) run("kill", "-CONT", Long.toString(process.pid()));
  }

  /// From now on no process of the database can write beyond the first page of any file
  /// (`setrlimit(2)`, RLIMIT_FSIZE): the write fails, as on a full disk. To be said again for a
  /// database that is started later.
  void fillDisk() throws IOException, InterruptedException {
    limitFiles("8192");
  }

  /// There is room again. Said twice: a process may be born of a limited one meanwhile.
  void emptyDisk() throws IOException, InterruptedException {
    limitFiles("unlimited");
    limitFiles("unlimited");
  }

  private void limitFiles(String bytes) throws IOException, InterruptedException {
    for (var process : family(postmaster()))
      run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":");
  }

  /// What the running server and those before it have written.
  public String said() {
    return String.join(
        "\n---- started again ----\n", processes.stream().map(HiwarProcess::said).toList());
  }

  @Override
  public void close() {
    processes.forEach(HiwarProcess::close);
  }

  private ProcessHandle postmaster() throws IOException {
    return ProcessHandle.of(Long.parseLong(note().getFirst().strip()))
        .orElseThrow(() -> new IOException("the database is not running"));
  }

  /// What the postmaster has written about itself.
  private List<String> note() throws IOException {
    var elsewhere = data.resolve("database-is-in"); // where root may make no user namespace
    var folder = Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere).strip()) : data;
    return Files.readAllLines(folder.resolve("database").resolve("postmaster.pid"));
  }

  private static List<ProcessHandle> family(ProcessHandle postmaster) {
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  /// What it does to a process that is gone by now does not matter.
  private static void run(String... command) throws IOException, InterruptedException {
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
