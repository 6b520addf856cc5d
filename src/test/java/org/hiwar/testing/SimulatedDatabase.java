package org.hiwar.testing;

import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.WorkspaceId;

/// A second database in the PostgreSQL of the tests, for simulations: they run beside other tests
/// and their time is not the clock's. A Hiwar that starts meanwhile would recover their workspaces,
/// as it does with all it finds in its own.
public final class SimulatedDatabase {
  private SimulatedDatabase() {}

  private static final class Made {
    static final DatabaseAccess ACCESS = OwnDatabases.make();
    static final Database DATABASE = new Database(ACCESS.pool("simulated"));
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
}
