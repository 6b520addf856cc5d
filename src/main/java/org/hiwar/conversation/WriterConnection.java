package org.hiwar.conversation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The one connection of a writer, made anew after errors.
final class WriterConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);
  private static final int READ_TIMEOUT_MS = 15_000;
  /// After this long without use a connection is tried before something is trusted to it.
  private static final Duration FRESH = Duration.ofMillis(250);
  /// Indexes whatever the size: a plan made while a table was empty would otherwise scan it when it
  /// is full. One plan for batches of every size: to plan a batch costs more than to store it. A
  /// lock or a statement that takes too long is given up, with a clear answer.
  private static final String SETTINGS =
      """
      set enable_seqscan = off; set jit = off; set plan_cache_mode = force_generic_plan;
      set lock_timeout = '5s'; set statement_timeout = '12s'; set idle_in_transaction_session_timeout = '5s';
      set application_name = 'hiwar messages'\
      """;

  private final DataSource source;
  private final WorkspaceId workspace;
  private final Ids ids;
  private final Clock clock;
  private @Nullable Connection connection;
  private @Nullable Intake intake;
  private long usedAt;
  private @Nullable Backend backend;
  private @Nullable Backend abandoned;

  /// A process of the database server; the start tells it from a later one with the same number.
  private record Backend(int pid, String startedAt) {}

  WriterConnection(DataSource source, WorkspaceId workspace, Ids ids, Clock clock) {
    this.source = source;
    this.workspace = workspace;
    this.ids = ids;
    this.clock = clock;
  }

  /// A connection that works, in auto-commit, with the workspace set. After [#lost] it is only
  /// returned when the server's former process is gone, so that nothing of the past can be
  /// committed any more.
  Connection open() throws SQLException {
    var db = connection;
    if (db != null && System.nanoTime() - usedAt > FRESH.toNanos() && !db.isValid(2)) close();
    if (connection == null) connect();
    usedAt = System.nanoTime();
    return java.util.Objects.requireNonNull(connection);
  }

  /// Whether the database can be reached now. Leaves a connection behind that works, so that the
  /// next one who writes need not wait for it.
  boolean works() {
    try {
      open();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /// The intake on the connection that [#open] returned.
  Intake intake() {
    return java.util.Objects.requireNonNull(intake);
  }

  /// What ran on the connection has an unknown outcome.
  void lost() {
    if (backend != null) abandoned = backend;
    close();
  }

  private void connect() throws SQLException {
    var db = source.getConnection();
    try {
      db.setAutoCommit(true);
      db.setNetworkTimeout(Runnable::run, READ_TIMEOUT_MS);
      setUp(db);
      if (abandoned != null) end(db, abandoned);
      abandoned = null;
      connection = db;
      intake = new Intake(new Database(new SingleConnectionDataSource(db, true)), ids, clock);
    } catch (SQLException e) {
      db.close();
      throw e;
    }
  }

  private void setUp(Connection db) throws SQLException {
    try (var statement = db.createStatement()) {
      statement.execute(SETTINGS);
      statement.execute("select set_config('hiwar.workspace', '" + workspace.value() + "', false)");
      try (var row =
          statement.executeQuery(
              "select pid, backend_start::text from pg_stat_activity where pid ="
                  + " pg_backend_pid()")) {
        row.next();
        backend = new Backend(row.getInt(1), row.getString(2));
      }
    }
  }

  private static void end(Connection db, Backend former) throws SQLException {
    try (var statement =
        db.prepareStatement(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity where pid = ? and"
                + " backend_start::text = ?")) {
      statement.setInt(1, former.pid());
      statement.setString(2, former.startedAt());
      try (var row = statement.executeQuery()) {
        if (row.next() && !row.getBoolean(1))
          throw new SQLException("the former connection does not end", "57P03");
      }
    }
  }

  @Override
  public void close() {
    var db = connection;
    connection = null;
    intake = null;
    if (db == null) return;
    try {
      db.close();
    } catch (SQLException e) {
      LOG.debug("closing a connection that is gone", e);
    }
  }
}
