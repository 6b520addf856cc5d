package org.hiwar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.WorkspaceId;

/// A second database in the PostgreSQL of the tests, for simulations: they run beside other tests
/// and their time is not the clock's. A Hiwar that starts meanwhile would recover their workspaces,
/// as it does with all it finds in its own.
public final class SimulatedDatabase {
  private static final String NAME = "simulated";

  private SimulatedDatabase() {}

  private static final class Made {
    static final DatabaseAccess ACCESS = make();
    static final Database DATABASE = new Database(ACCESS.pool(NAME));
  }

  public static DatabaseAccess access() {
    return Made.ACCESS;
  }

  public static Database database() {
    return Made.DATABASE;
  }

  /// A new, empty workspace.
  public static WorkspaceId freshWorkspace() {
    return TestDatabase.freshWorkspace(database());
  }

  private static DatabaseAccess make() {
    var shared = TestDatabase.postgres().access();
    var server = shared.url().substring(0, shared.url().lastIndexOf('/') + 1);
    try (var db =
            DriverManager.getConnection(server + "postgres", "postgres", passwordOfSuperuser());
        var statement = db.createStatement()) {
      statement.execute("create database " + NAME + " owner " + shared.user());
    } catch (SQLException e) {
      throw new IllegalStateException("no database for simulations", e);
    }
    var access = new DatabaseAccess(server + NAME, shared.user(), shared.password());
    Flyway.configure().dataSource(access.unlimited()).load().migrate();
    return access;
  }

  private static String passwordOfSuperuser() {
    try {
      return Files.readString(TestDatabase.folder().resolve("database-superuser-password"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
