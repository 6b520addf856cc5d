package org.hiwar.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hiwar.platform.DataFolder;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.EmbeddedPostgres;
import org.hiwar.platform.database.EmbeddedPostgres.Durability;
import org.hiwar.workspace.WorkspaceId;

/// One real PostgreSQL for all tests of this JVM, migrated, used as the ordinary role `hiwar`:
/// row-level security bites. It is started at the first use and gone with the JVM. Each test takes
/// a workspace of its own.
public final class TestDatabase {
  private static final Ids IDS = new Ids(Clock.systemUTC(), 1023);

  private TestDatabase() {}

  private static final class Started {
    static final EmbeddedPostgres POSTGRES = start();
    static final HikariDataSource POOL = pool();
    static final Database DATABASE = new Database(POOL);
  }

  public static DataSource dataSource() {
    return Started.POOL;
  }

  public static Database database() {
    return Started.DATABASE;
  }

  /// For what makes connections of its own.
  public static EmbeddedPostgres postgres() {
    return Started.POSTGRES;
  }

  /// Where its files are, the password of its superuser among them.
  public static Path folder() {
    return Path.of("target", "test-databases", Long.toString(ProcessHandle.current().pid()))
        .toAbsolutePath();
  }

  public static Ids ids() {
    return IDS;
  }

  /// A new, empty workspace, which the running Hiwar leaves alone; its slug is `t-` and its id.
  public static WorkspaceId freshWorkspace() {
    return freshWorkspace(database());
  }

  static WorkspaceId freshWorkspace(Database database) {
    long id = IDS.next();
    Care.leaveAlone(new WorkspaceId(id));
    database.inDirectory(
        db ->
            db.sql(
                    "insert into workspace (id, slug, name, secret, created_at) values (?, ?,"
                        + " ?, ?, ?)")
                .params(id, "t-" + id, "Test " + id, new byte[32], OffsetDateTime.now())
                .update());
    return new WorkspaceId(id);
  }

  private static EmbeddedPostgres start() {
    try {
      clearLeftovers(Files.createDirectories(folder().getParent()));
      var folder = DataFolder.hold(folder());
      var postgres = EmbeddedPostgres.start(folder.path(), Path.of("target"), Durability.LOSSY);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    postgres.close();
                    folder.close();
                    delete(folder.path());
                  }));
      Flyway.configure().dataSource(postgres.access().unlimited()).load().migrate();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// More patient than the product's: no test fails because the machine was busy for two seconds.
  private static HikariDataSource pool() {
    var pool = Started.POSTGRES.access().pool("tests");
    pool.setConnectionTimeout(30_000);
    return pool;
  }

  /// Folders of JVMs that were killed before they could tidy up.
  private static void clearLeftovers(Path all) throws IOException {
    try (var folders = Files.list(all)) {
      folders
          .filter(
              folder -> ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).isEmpty())
          .forEach(TestDatabase::delete);
    }
  }

  private static void delete(Path folder) {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
    } catch (IOException | UncheckedIOException _) {
      // another JVM deletes it at the same time; what is left goes at the next start
    }
  }
}
