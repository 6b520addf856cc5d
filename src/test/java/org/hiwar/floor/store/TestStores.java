package org.hiwar.floor.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.hiwar.floor.CommitParts;
import org.hiwar.floor.Guard;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.WorkspaceId;
import org.postgresql.ds.PGSimpleDataSource;

/// Floor stores on the database of the tests.
public final class TestStores {
  private TestStores() {}

  /// Connections of their own, as a floor wants them.
  public static DataSource connections() {
    var source = new PGSimpleDataSource();
    source.setUrl(TestDatabase.postgres().url());
    source.setUser(TestDatabase.postgres().user());
    source.setPassword(TestDatabase.postgres().password());
    return source;
  }

  public static PgFloorStore of(WorkspaceId workspace) {
    return new PgFloorStore(connections(), workspace, CommitParts.NONE, Guard.NONE);
  }

  /// Ends the server's side of the floor's connection.
  public static void cutConnectionOf(WorkspaceId workspace) throws SQLException {
    var sql = "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = ?";
    try (var db = connections().getConnection(); var statement = db.prepareStatement(sql)) {
      statement.setString(1, "hiwar floor " + workspace);
      statement.execute();
    }
  }
}
