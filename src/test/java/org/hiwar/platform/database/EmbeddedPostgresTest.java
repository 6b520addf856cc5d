package org.hiwar.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hiwar.platform.BadSetup;
import org.hiwar.platform.DataFolder;
import org.hiwar.platform.database.EmbeddedPostgres.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  private static final Path PROGRAMS = Path.of("target");

  @TempDir Path data;

  @Test
  void itWritesDurablyForAnOrdinaryRoleOnLoopbackOnly() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data, PROGRAMS, Durability.DURABLE)) {
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show password_encryption")).isEqualTo("scram-sha-256");
      assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(
              ask(
                  postgres,
                  "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
          .isEqualTo("f");
      assertThat(Files.getPosixFilePermissions(data.resolve("database-password")))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void aServerThatIsKilledComesBackWithWhatWasCommitted() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data, PROGRAMS, Durability.DURABLE);
        var pool = postgres.access().pool("test")) {
      run(postgres, "create table kept as select 1 as one");
      var before = postgres.serverPid().orElseThrow();

      ProcessHandle.of(before).orElseThrow().destroyForcibly();

      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptionsInstanceOf(SQLException.class)
          .untilAsserted(
              () -> {
                try (var db = pool.getConnection();
                    var row = db.createStatement().executeQuery("select one from kept")) {
                  assertThat(row.next()).isTrue();
                }
              });
      assertThat(postgres.serverPid().orElseThrow()).isNotEqualTo(before);
    }
  }

  @Test
  void afterAStopNoProcessIsLeftAndTheNextStartFindsTheData() throws Exception {
    ProcessHandle server;
    try (var postgres = EmbeddedPostgres.start(data, PROGRAMS, Durability.LOSSY)) {
      run(postgres, "create table kept as select 1 as one");
      server = ProcessHandle.of(postgres.serverPid().orElseThrow()).orElseThrow();
    }
    server.onExit().get(10, TimeUnit.SECONDS);
    try (var postgres = EmbeddedPostgres.start(data, PROGRAMS, Durability.LOSSY)) {
      assertThat(ask(postgres, "select one from kept")).isEqualTo("1");
    }
  }

  @Test
  void whileItIsStoppedAPoolFailsInSecondsInsteadOfWaiting() throws Exception {
    try (var postgres = EmbeddedPostgres.start(data, PROGRAMS, Durability.LOSSY);
        var pool = postgres.access().pool("test")) {
      ask(pool);
      postgres.close();

      long since = System.nanoTime();
      assertThatThrownBy(() -> ask(pool)).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> ask(pool)).isInstanceOf(SQLException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void rootWhoMayMakeNoUserNamespaceRunsItElsewhereAndLeavesANote() throws Exception {
    var reachable = data.resolve("reachable");
    var place = ServerPlace.of(data, true, () -> false, reachable);
    assertThat(place.account()).isInstanceOf(ServerAccount.Nobody.class);
    assertThat(place.folder()).startsWith(reachable).isDirectory();
    assertThat(ServerPlace.of(data, true, () -> true, reachable))
        .as("the note is followed")
        .isEqualTo(place);
  }

  @Test
  void aFolderThatAnotherCopyHoldsIsRefusedAndTheHolderNamed() {
    try (var _ = DataFolder.hold(data)) {
      assertThatThrownBy(() -> DataFolder.hold(data))
          .isInstanceOf(BadSetup.class)
          .hasMessageContaining(
              "in use by another copy of Hiwar (process " + ProcessHandle.current().pid() + ")");
    }
    DataFolder.hold(data).close();
  }

  private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
    try (var db = postgres.access().unlimited().getConnection();
        var row = db.createStatement().executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void ask(DataSource pool) throws SQLException {
    try (var db = pool.getConnection();
        var statement = db.createStatement()) {
      statement.execute("select 1");
    }
  }

  private static void run(EmbeddedPostgres postgres, String statement) throws SQLException {
    try (var db = postgres.access().unlimited().getConnection();
        var executed = db.createStatement()) {
      executed.execute(statement);
    }
  }
}
