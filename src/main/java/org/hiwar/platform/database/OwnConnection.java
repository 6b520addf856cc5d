package org.hiwar.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A connection of its own for work that takes longer than a request may, in the name of one
/// workspace: with temporary tables that are gone with it, rows by COPY, and transactions one after
/// the other. So nobody else waits for a connection meanwhile.
public final class OwnConnection implements AutoCloseable {
  private static final String SETTINGS =
      """
      set statement_timeout = %d;
      set work_mem = '64MB'\
      """;

  private final Connection connection;

  private OwnConnection(Connection connection) {
    this.connection = connection;
  }

  /// `workspace` is the value of a `WorkspaceId`, `longest` how long a statement may take.
  public static OwnConnection open(DatabaseAccess access, long workspace, Duration longest)
      throws SQLException {
    var connection = access.unlimited().getConnection();
    try (var statement = connection.createStatement();
        var set = connection.prepareStatement("select set_config('hiwar.workspace', ?, false)")) {
      statement.execute(SETTINGS.formatted(longest.toMillis()));
      set.setString(1, Long.toString(workspace));
      set.execute();
      return new OwnConnection(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Statements without parameters, with semicolons between them.
  public void execute(String statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  /// Rows of [CopyText] into a table, with its columns behind its name where not all are written.
  /// PostgreSQL refuses COPY where rows are guarded, so temporary tables only.
  public void copy(String table, byte[] rows) throws SQLException, IOException {
    if (rows.length == 0) return;
    var copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    try {
      copy.writeToCopy(rows, 0, rows.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) copy.cancelCopy();
    }
  }

  /// What is done in a transaction, and may fail as a file may.
  public interface Work<T> {
    T with(JdbcClient db) throws SQLException, IOException;
  }

  /// All of `work` in one transaction, with this connection's tables.
  public <T> T inTransaction(Work<T> work) throws SQLException, IOException {
    connection.setAutoCommit(false);
    try {
      var done = work.with(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
      connection.commit();
      return done;
    } catch (RuntimeException | SQLException | IOException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /// Ends the statement that runs, from another thread.
  public void interrupt() {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException _) {
      // it has ended by itself
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
