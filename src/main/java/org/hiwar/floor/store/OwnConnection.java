package org.hiwar.floor.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// A connection that belongs to one floor, opened when needed, for this workspace alone.
final class OwnConnection {
  /// A stopped, not killed, database would hang the floor silently without it.
  private static final int NETWORK_TIMEOUT_MS = 10_000;

  /// Indexes whatever the size: a plan made while a table was empty would read all of it when it is
  /// full. One plan for batches of every size: to plan a batch costs more than to store it.
  private static final String PREPARE =
      """
      select set_config('hiwar.workspace', ?, false), set_config('idle_in_transaction_session_timeout', '1s', false),
        set_config('synchronous_commit', 'on', false), set_config('application_name', 'hiwar floor ' || ?, false),
        set_config('enable_seqscan', 'off', false), set_config('jit', 'off', false), set_config('plan_cache_mode', 'force_generic_plan', false)\
      """;

  private final DataSource source;
  private final WorkspaceId workspace;
  private @Nullable Connection db;

  OwnConnection(DataSource source, WorkspaceId workspace) {
    this.source = source;
    this.workspace = workspace;
  }

  Connection get() throws SQLException {
    if (db != null && !db.isClosed()) return db;
    var fresh = source.getConnection();
    fresh.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MS);
    try (var statement = fresh.prepareStatement(PREPARE)) {
      statement.setString(1, workspace.toString());
      statement.setString(2, workspace.toString());
      statement.execute();
    }
    db = fresh;
    return fresh;
  }

  void drop() {
    var old = db;
    db = null;
    if (old == null) return;
    try {
      old.close();
    } catch (SQLException e) {
      // It has gone already.
    }
  }
}
