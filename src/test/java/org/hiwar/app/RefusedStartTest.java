package org.hiwar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.hiwar.platform.DataFolder;
import org.hiwar.testing.HiwarProcess;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where something keeps Hiwar from starting, it says so in one sentence and ends with code 1.
@Tag("start")
class RefusedStartTest {
  @TempDir Path data;

  @Test
  void aPortThatIsTakenIsNamedWithItsHolder() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      assertThat(refusal(Map.of("SERVER_PORT", port)))
          .contains(
              "Port " + port + " is taken by process " + ProcessHandle.current().pid() + ": ");
    }
  }

  @Test
  void aPortOfTelephonyThatIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      assertThat(refusalOverADatabase("HIWAR_SIP_PORT", port))
          .contains("Telephones cannot be listened for on 127.0.0.1 port " + port)
          .contains("HIWAR_SIP_PORT");
    }
    try (var taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      assertThat(refusalOverADatabase("HIWAR_WEBRTC_PORT", port))
          .contains("cannot be received on port " + port)
          .contains("HIWAR_WEBRTC_PORT");
    }
  }

  @Test
  void portsOfTelephonyThatAreNone() throws Exception {
    assertThat(refusalOverADatabase("HIWAR_SIP_PORT", "many")).contains("HIWAR_SIP_PORT=many");
    assertThat(refusalOverADatabase("HIWAR_SIP_DIGESTS", "ROT13"))
        .contains("HIWAR_SIP_DIGESTS=ROT13");
    assertThat(refusalOverADatabase("HIWAR_MEDIA_PORTS", "5-6")).contains("HIWAR_MEDIA_PORTS=5-6");
  }

  @Test
  void aFolderInUseByAnotherCopy() throws Exception {
    try (var _ = DataFolder.hold(data)) {
      assertThat(refusal(Map.of("SERVER_PORT", "0")))
          .contains("is in use by another copy of Hiwar (process ");
    }
  }

  @Test
  void anotherAddressWithoutTls() throws Exception {
    assertThat(refusal(Map.of("HIWAR_BIND", "0.0.0.0", "SERVER_PORT", "0"))).contains("needs TLS");
    assertThat(data.resolve("database")).as("nothing was started in vain").doesNotExist();
  }

  @Test
  void aDatabaseThatCannotBeReached() throws Exception {
    assertThat(refusal(named("jdbc:postgresql://127.0.0.1:1/hiwar", "hiwar", "-")))
        .contains("cannot be reached: Connection to 127.0.0.1:1 refused");
  }

  @Test
  void aSuperuserAsTheRole() throws Exception {
    assertThat(refusal(named(TestDatabase.postgres().url(), "postgres", superPassword())))
        .contains("The database role postgres of HIWAR_DB_USER is a superuser");
  }

  @Test
  void tablesThatAreNewerThanTheProgram() throws Exception {
    var database = freshDatabase("newer");
    try (var first = HiwarProcess.start(settings(database))) {
      first.awaitAddress();
    }
    try (var db =
        DriverManager.getConnection(database.get("HIWAR_DB_URL"), "postgres", superPassword())) {
      db.createStatement()
          .execute(
              """
              insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
              values (999, '9999', 'of the future', 'SQL', 'V9999__of_the_future.sql', 'hiwar', 1, true)\
              """);
    }
    assertThat(refusal(database))
        .contains("newer than this program: it does not know their migration 9999");
  }

  @Test
  void demoPasswordsWhereOtherMachinesCouldUseThem() throws Exception {
    var database = freshDatabase("demo");
    try (var first = HiwarProcess.start(settings(database))) {
      first.awaitAddress();
    }
    try (var db =
        DriverManager.getConnection(database.get("HIWAR_DB_URL"), "postgres", superPassword())) {
      db.createStatement()
          .execute(
              """
              insert into workspace values (1, 'published', 'Published', 'x', now());
              insert into app_user (workspace, id, login, name, password_hash, demo_password, roles, created_at)
              values (1, 2, 'someone', 'Someone', '-', true, '{AGENT}', now())\
              """);
    }
    var open = new HashMap<>(database);
    open.putAll(Map.of("HIWAR_BIND", "0.0.0.0", "HIWAR_TLS", "self-signed"));
    assertThat(refusal(open))
        .contains("published demo passwords of")
        .contains("someone (workspace published)");
  }

  /// The one line that it says before it ends with code 1.
  private String refusal(Map<String, String> settings) throws InterruptedException {
    try (var hiwar = HiwarProcess.start(settings(settings))) {
      assertThat(hiwar.awaitEnd()).as(hiwar.said()).isEqualTo(1);
      assertThat(hiwar.said().lines()).as(hiwar.said()).hasSize(1);
      return hiwar.said();
    }
  }

  /// The same with a database that is there already, or each start would make one in vain.
  private String refusalOverADatabase(String setting, String value) throws InterruptedException {
    var postgres = TestDatabase.postgres();
    var all = new HashMap<>(named(postgres.url(), postgres.user(), postgres.password()));
    all.put(setting, value);
    return refusal(all);
  }

  private Map<String, String> settings(Map<String, String> more) {
    var all =
        new HashMap<>(
            Map.of("HIWAR_DATA", data.toString(), "SERVER_PORT", "0", "HIWAR_DEMO", "false"));
    all.putAll(more);
    return all;
  }

  private static Map<String, String> named(String url, String user, String password) {
    return Map.of("HIWAR_DB_URL", url, "HIWAR_DB_USER", user, "HIWAR_DB_PASSWORD", password);
  }

  private static Map<String, String> freshDatabase(String name) throws Exception {
    var postgres = TestDatabase.postgres();
    try (var db = DriverManager.getConnection(postgres.url(), "postgres", superPassword())) {
      db.createStatement().execute("create database " + name + " owner " + postgres.user());
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return named(
        postgres.url().replaceAll("/[^/]*$", "/" + name), postgres.user(), postgres.password());
  }

  private static String superPassword() throws Exception {
    return Files.readString(TestDatabase.folder().resolve("database-superuser-password"));
  }
}
