package org.hiwar.campaign.list;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.WorkspaceId;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The rows of one import before they are in the list: temporary tables of a connection of its own,
/// filled piece by piece, each piece in a transaction of its own, so that nobody else's rows are
/// kept from being tidied up meanwhile. All of it is gone with the connection.
final class StagingStore implements AutoCloseable {
  private static final String TABLES =
      """
      set statement_timeout = %d;
      set work_mem = '64MB';
      create temporary table staged (id bigint not null, line bigint not null, key text not null, first_name text, last_name text,
        company text, fields jsonb not null, zone text, postal_code text, state text, priority int not null, agent_login text,
        call_at timestamptz, expires_at timestamptz, numbers text[] not null, regions text[] not null, zones text[] not null);
      create temporary table refused (line bigint not null, whole boolean not null, field text, reason text not null, value text not null)\
      """;

  private final Connection connection;
  private long keptRefusals;

  private StagingStore(Connection connection) {
    this.connection = connection;
  }

  static StagingStore open(DatabaseAccess access, WorkspaceId workspace) throws SQLException {
    var connection = access.unlimited().getConnection();
    try (var statement = connection.createStatement();
        var set = connection.prepareStatement("select set_config('hiwar.workspace', ?, false)")) {
      statement.execute(TABLES.formatted(ListLimits.MERGE.toMillis()));
      set.setString(1, workspace.toString());
      set.execute();
      return new StagingStore(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Takes rows and refusals, of these as many as are kept.
  void put(StagedRows some) throws SQLException, IOException {
    copy("staged", some.rows());
    var refused = new CopyText();
    for (var one : some.refused()) {
      if (keptRefusals++ >= ListLimits.REFUSALS) break;
      refused
          .add(one.line())
          .add((Object) one.whole())
          .add(one.field())
          .add((Object) one.reason())
          .add(one.value())
          .end();
    }
    copy("refused", refused.take());
  }

  private void copy(String table, String text) throws SQLException, IOException {
    if (text.isEmpty()) return;
    var copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) copy.cancelCopy();
    }
  }

  /// All of `work` in one transaction, with this connection's tables.
  <T> T inTransaction(Function<JdbcClient, T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      var done = work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
      connection.commit();
      return done;
    } catch (RuntimeException | SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /// Lets the planner know at once how many rows there are now; it would plan with none until the
  /// server finds time for it.
  void analyze() throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var table : List.of("calling_record", "record_number", "campaign_record"))
        statement.execute("analyze " + table);
    }
  }

  /// Ends the statement that runs, from another thread.
  void interrupt() {
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
