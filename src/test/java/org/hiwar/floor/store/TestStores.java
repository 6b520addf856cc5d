package org.hiwar.floor.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hiwar.floor.CommitParts;
import org.hiwar.floor.Guard;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.WorkId;
import org.hiwar.testing.SimulatedDatabase;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;

/// Floor stores on the database of the tests.
public final class TestStores {
  private TestStores() {}

  /// Connections of their own, as a floor wants them.
  public static DataSource connections() {
    return TestDatabase.postgres().access().unlimited();
  }

  public static PgFloorStore of(WorkspaceId workspace) {
    return new PgFloorStore(connections(), workspace, CommitParts.NONE, Guard.NONE);
  }

  private static DataSource aside() {
    return SimulatedDatabase.access().unlimited();
  }

  /// Real rows that refuse the offers for which `guard` holds, and tell the time of `clock` instead
  /// of the database's, in the database of simulations.
  public static FloorStore simulated(
      WorkspaceId workspace, Supplier<Instant> clock, Predicate<WorkOffered> guard) {
    return new SimulatedPgStore(
        new PgFloorStore(aside(), workspace, CommitParts.NONE, new Refuses(guard)), clock);
  }

  /// Real rows with what others add to the floor's transactions, and the time of `clock`, in the
  /// database of simulations.
  public static FloorStore simulated(
      WorkspaceId workspace, Supplier<Instant> clock, CommitParts parts, Guard guard) {
    return new SimulatedPgStore(new PgFloorStore(aside(), workspace, parts, guard), clock);
  }

  private record Refuses(Predicate<WorkOffered> offers) implements Guard {
    @Override
    public boolean watches(Medium medium) {
      return medium == Medium.PREVIEW;
    }

    @Override
    public Set<WorkId> refuses(Connection db, WorkspaceId workspace, List<WorkOffered> offered) {
      return offered.stream().filter(offers).map(WorkOffered::work).collect(Collectors.toSet());
    }
  }

  /// Ends the server's side of the floor's connection.
  public static void cutConnectionOf(WorkspaceId workspace) throws SQLException {
    var sql =
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = ?";
    try (var db = connections().getConnection();
        var statement = db.prepareStatement(sql)) {
      statement.setString(1, "hiwar floor " + workspace);
      statement.execute();
    }
  }
}
