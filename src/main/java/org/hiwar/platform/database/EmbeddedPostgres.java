package org.hiwar.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL 18 of our own, living and dying with this process.
///
/// It listens on loopback only, asks for passwords (SCRAM) that lie in files only their owner may read, and writes
/// durably. The application is the ordinary role `hiwar`, so that row-level security holds for it; the superuser made
/// by initdb serves only to create that role. A server that dies is started again on the same port.
public final class EmbeddedPostgres implements DatabaseHost {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String ROLE = "hiwar";
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /// How carefully the server writes. `LOSSY` is for tests: a crash of the machine may lose everything.
  public enum Durability { DURABLE, LOSSY }

  private final PostgresServer server;
  private final String password;
  private final String superPassword;
  private volatile boolean closing;

  private EmbeddedPostgres(PostgresServer server, Path folder) throws IOException {
    this.server = server;
    password = Passwords.in(folder.resolve("database-password"));
    superPassword = Passwords.in(folder.resolve("database-superuser-password"));
  }

  /// Starts the server whose files lie in `data`, a folder that the caller holds; makes them the first time.
  /// `programs` is where the binaries are unpacked, by version.
  public static EmbeddedPostgres start(Path data, Path programs, Durability durability) {
    try {
      var place = ServerPlace.of(data.toAbsolutePath());
      var postgres = new EmbeddedPostgres(PostgresServer.in(place, programs, durability), data);
      postgres.begin();
      return postgres;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the embedded PostgreSQL in " + data + " does not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the embedded PostgreSQL started", e);
    }
  }

  @Override
  public DatabaseAccess access() {
    return new DatabaseAccess(server.url(ROLE), ROLE, password);
  }

  /// Which version, where its files are, and as whom it runs.
  @Override
  public String description() {
    return server.description();
  }

  /// The process id of the server as it runs now; empty while it is down.
  public OptionalLong serverPid() {
    return server.pid();
  }

  /// Stops the server and waits for it. What is committed is on disk.
  @Override
  public void close() {
    closing = true;
    server.stop();
  }

  private void begin() throws IOException, SQLException, InterruptedException {
    server.initialise(superPassword);
    server.launch();
    createRole();
    Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
  }

  private void createRole() throws SQLException, InterruptedException {
    try (var db = server.connectWhenReady(superPassword); var statement = db.createStatement()) {
      if (!exists(db, "select 1 from pg_roles where rolname = '" + ROLE + "'"))
        statement.execute("create role " + ROLE + " login nosuperuser nobypassrls nocreaterole nocreatedb password '" + password + "'");
      if (!exists(db, "select 1 from pg_database where datname = '" + ROLE + "'"))
        statement.execute("create database " + ROLE + " owner " + ROLE);
    }
  }

  private static boolean exists(Connection db, String query) throws SQLException {
    try (var statement = db.createStatement(); var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /// Starts the server again whenever it ends without being told to.
  private void watch() {
    try {
      while (true) {
        int code = server.awaitEnd();
        if (closing) return;
        LOG.warn("PostgreSQL ended with code {} without being told to; starting it again", code);
        long since = System.nanoTime();
        restart();
        LOG.info("PostgreSQL is back after {} ms", Duration.ofNanos(System.nanoTime() - since).toMillis());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart() throws InterruptedException {
    var pause = Duration.ofMillis(100);
    while (!closing) {
      try {
        server.launch();
        server.connectWhenReady(superPassword).close();
        return;
      } catch (IOException | SQLException e) {
        LOG.warn("PostgreSQL does not start yet: {}; see {}", e.getMessage(), server.log());
        Thread.sleep(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
      }
    }
  }
}
