package org.hiwar.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hiwar.platform.database.EmbeddedPostgres.Durability;
import org.jspecify.annotations.Nullable;

/// The server process and its files: made once, launched, awaited, stopped.
final class PostgresServer {
  /// The server runs as the child of this shell script, which stops it (fast: it ends sessions and
  /// writes everything down) as soon as the other end of its standard input is closed: by us, or by
  /// the system when this process ends, kill -9 included. It lives in a session of its own, so that
  /// Ctrl-C in a terminal reaches the application first.
  private static final String GUARD =
      """
      exec 3<&0
      "$@" </dev/null 3<&- & server=$!
      trap '' INT TERM HUP
      ( read -r _; kill -INT $server; n=0
        while kill -0 $server && [ $n -lt 300 ]; do sleep 0.1; n=$((n+1)); done
        kill -QUIT $server ) <&3 2>/dev/null & watcher=$!
      wait $server; code=$?
      kill -9 $watcher 2>/dev/null
      exit $code
      """;

  /// Below the ports that the system hands out for outgoing connections: one of those could take
  /// the port while the server is down, even a connection to the port itself.
  private static final int FIRST_PORT = 15_000;
  private static final int LAST_PORT = 29_999;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final Duration READY_LIMIT = Duration.ofMinutes(10);
  private static final long LOG_LIMIT_BYTES = 10_000_000;

  private final Path home;
  private final Path folder;
  private final Path database;
  private final Path log;
  private final ServerAccount account;
  private final Durability durability;
  private final int port = freePort();
  private volatile @Nullable Process guard;

  private PostgresServer(ServerPlace place, Path home, Durability durability) throws IOException {
    this.home = home;
    this.durability = durability;
    account = place.account();
    folder = place.folder();
    database = folder.resolve("database");
    log = folder.resolve("postgres.log");
  }

  static PostgresServer in(ServerPlace place, Path programs, Durability durability)
      throws IOException {
    var reachable = place.account() instanceof ServerAccount.Nobody ? place.folder() : programs;
    return new PostgresServer(
        place, PostgresBinaries.unpacked(reachable.toAbsolutePath()), durability);
  }

  String url(String databaseName) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + databaseName;
  }

  Path log() {
    return log;
  }

  String description() {
    return "PostgreSQL "
        + PostgresBinaries.VERSION
        + " in "
        + database
        + ", port "
        + port
        + switch (account) {
          case ServerAccount.Own _ -> "";
          case ServerAccount.UserNamespace _ -> ", in a user namespace since this is root";
          case ServerAccount.Nobody _ ->
              ", as the user nobody since this is root and may make no user namespace";
        };
  }

  /// Makes the files of the database unless they are there. Under another name until they are
  /// complete.
  void initialise(String superPassword) throws IOException, InterruptedException {
    if (Files.exists(database)) return;
    var fresh = database.resolveSibling("database.new");
    PostgresBinaries.deleteTree(fresh);
    Files.createDirectory(fresh);
    account.handOver(fresh);
    var passwordFile = Files.createTempFile(folder, "initdb-", ""); // readable for its owner alone
    try {
      Files.writeString(passwordFile, superPassword);
      account.handOver(passwordFile);
      var command =
          new ArrayList<>(
              List.of(
                  program("initdb"),
                  "-D",
                  fresh.toString(),
                  "-U",
                  "postgres",
                  "--pwfile=" + passwordFile,
                  "-A",
                  "scram-sha-256",
                  "-E",
                  "UTF8",
                  "--locale-provider=builtin",
                  "--locale=C.UTF-8"));
      if (durability == Durability.LOSSY) command.add("--no-sync");
      int code = process(account.command(command)).start().waitFor();
      if (code != 0) throw new IOException("initdb ended with code " + code + ", see " + log);
    } finally {
      Files.delete(passwordFile);
    }
    Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Starts the process; it takes connections a little later, see [#connectWhenReady].
  void launch() throws IOException, InterruptedException {
    stopLeftover();
    boundLog();
    var command = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "guard"));
    command.addAll(
        account.command(
            List.of(program("postgres"), "-D", database.toString(), "-p", Integer.toString(port))));
    settings().forEach(setting -> command.addAll(List.of("-c", setting)));
    guard = process(command).start();
  }

  private List<String> settings() {
    var settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                // Two of its own for each workspace that is awake, and the pool of requests.
                "max_connections=1000",
                "shared_buffers=256MB",
                "max_wal_size=1GB",
                "timezone=UTC",
                "log_timezone=UTC",
                "lc_messages=C",
                "jit=off",
                // A table that has grown is known to the planner soon: a plan made for an empty one
                // reads all of it.
                "autovacuum_naptime=5s",
                "log_checkpoints=off",
                "log_line_prefix=%m [%p] %u "));
    if (durability == Durability.LOSSY)
      settings.addAll(List.of("fsync=off", "full_page_writes=off"));
    return settings;
  }

  /// A connection of the superuser, as soon as the server takes one.
  Connection connectWhenReady(String superPassword) throws SQLException, InterruptedException {
    long end = System.nanoTime() + READY_LIMIT.toNanos();
    while (true) {
      try {
        return DriverManager.getConnection(
            url("postgres") + "?connectTimeout=2&loginTimeout=5", "postgres", superPassword);
      } catch (SQLException e) {
        if (!isRunning()) throw new SQLException("the server process has ended, see " + log, e);
        if (System.nanoTime() > end) throw e;
        Thread.sleep(10);
      }
    }
  }

  /// Waits until the process ends, and returns its exit code.
  int awaitEnd() throws InterruptedException {
    var running = guard;
    return running == null ? 0 : running.waitFor();
  }

  private boolean isRunning() {
    var running = guard;
    return running != null && running.isAlive();
  }

  void stop() {
    var running = guard;
    if (running == null) return;
    try {
      running.getOutputStream().close();
      if (!running.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) running.destroyForcibly();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the guard goes on stopping the server
    }
  }

  /// The process that the server's own note names, if it is still that server: it works in the
  /// folder of the database.
  OptionalLong pid() {
    try {
      var note = database.resolve("postmaster.pid");
      if (!Files.exists(note)) return OptionalLong.empty();
      long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
      var working = Path.of("/proc", Long.toString(pid), "cwd");
      return Files.exists(working) && Files.isSameFile(working, database)
          ? OptionalLong.of(pid)
          : OptionalLong.empty();
    } catch (IOException | RuntimeException _) {
      return OptionalLong.empty(); // gone, or being written, in this moment
    }
  }

  /// After a crash of this process a server may still be on its way down, or have lost its guard.
  private void stopLeftover() throws IOException, InterruptedException {
    var pid = pid();
    if (pid.isEmpty()) return;
    new ProcessBuilder("sh", "-c", "kill -INT $0", Long.toString(pid.getAsLong()))
        .start()
        .waitFor();
    var leftover = ProcessHandle.of(pid.getAsLong());
    if (leftover.isPresent()) {
      try {
        leftover.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException(
            "an earlier server, process " + pid.getAsLong() + ", does not stop", e);
      }
    }
  }

  private void boundLog() throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES)
      Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
  }

  private ProcessBuilder process(List<String> command) {
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
    return builder;
  }

  private String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static int freePort() throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT + 1);
      try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (BindException _) {
        // taken; try the next
      }
    }
    throw new IOException("no free port between " + FIRST_PORT + " and " + LAST_PORT);
  }
}
