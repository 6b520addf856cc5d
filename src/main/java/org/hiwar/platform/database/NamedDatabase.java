package org.hiwar.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.hiwar.platform.BadSetup;

/// A PostgreSQL that runs on its own and that the settings name. Looked at once, before anything is built on it.
public record NamedDatabase(DatabaseAccess access) implements DatabaseHost {
  private static final int OLDEST_VERSION = 18;

  /// Refuses a database that cannot be reached or that would not keep workspaces apart.
  public NamedDatabase {
    try (var db = access.unlimited().getConnection()) {
      requireVersion(db);
      requireOrdinaryRole(db, access);
    } catch (SQLException e) {
      throw new BadSetup("The database of HIWAR_DB_URL (" + access + ") cannot be reached: " + oneLine(e)
          + "; start it, or correct HIWAR_DB_URL, HIWAR_DB_USER and HIWAR_DB_PASSWORD.");
    }
  }

  @Override
  public String description() {
    return "PostgreSQL, " + access;
  }

  @Override
  public void close() {} // it is not ours to stop

  private static void requireVersion(Connection db) throws SQLException {
    int version = db.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST_VERSION)
      throw new BadSetup("The database of HIWAR_DB_URL is PostgreSQL " + version + "; Hiwar needs PostgreSQL 18 or newer.");
  }

  private static void requireOrdinaryRole(Connection db, DatabaseAccess access) throws SQLException {
    try (var statement = db.createStatement();
        var role = statement.executeQuery("select rolsuper, rolbypassrls from pg_roles where rolname = current_user")) {
      role.next();
      var flaw = role.getBoolean(1) ? "is a superuser" : role.getBoolean(2) ? "has BYPASSRLS" : "";
      if (!flaw.isEmpty())
        throw new BadSetup("The database role " + access.user() + " of HIWAR_DB_USER " + flaw + ", so row-level security"
            + " would not keep workspaces apart; use an ordinary role that owns the database.");
    }
  }

  private static String oneLine(SQLException e) {
    var message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\s*\\n\\s*", " ").replaceAll("\\.$", "");
  }
}
