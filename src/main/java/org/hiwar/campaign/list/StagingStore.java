package org.hiwar.campaign.list;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.WorkspaceId;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The rows of one import before they are in the list: temporary tables of a connection of its own,
/// filled piece by piece. A file that updates or replaces is collected in them, each piece in a
/// transaction of its own, so that nobody else's rows are kept from being tidied up meanwhile; of
/// one that adds they hold a piece at a time. All of it is gone with the connection.
final class StagingStore implements AutoCloseable {
  private static final String SETTINGS =
      """
      set statement_timeout = %d;
      set work_mem = '64MB'\
      """;

  private static final String TABLES =
      """
      create temporary table staged (id bigint not null, line bigint not null, key text not null, %s);
      create temporary table staged_number (id bigint not null, position int not null, number text not null, region text, zone text);
      create temporary table refused (line bigint not null, whole boolean not null, field text, reason text not null, value text not null)\
      """;

  private final Connection connection;
  private String records = "";
  private long keptRefusals;

  private StagingStore(Connection connection) {
    this.connection = connection;
  }

  static StagingStore open(DatabaseAccess access, WorkspaceId workspace) throws SQLException {
    var connection = access.unlimited().getConnection();
    try (var statement = connection.createStatement();
        var set = connection.prepareStatement("select set_config('hiwar.workspace', ?, false)")) {
      statement.execute(SETTINGS.formatted(ListLimits.MERGE.toMillis()));
      set.setString(1, workspace.toString());
      set.execute();
      return new StagingStore(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Makes the tables for what is read `now` of a file that brings these columns.
  void prepare(CallingList list, List<StagedColumn> columns, Instant now) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(TABLES.formatted(StagedColumn.declared(list, now)));
    }
    records =
        Stream.concat(Stream.of("id", "line", "key"), columns.stream().map(StagedColumn::sql))
            .collect(Collectors.joining(", ", "staged (", ")"));
  }

  /// Takes rows and refusals, of these as many as are kept.
  void put(StagedRows some) throws SQLException, IOException {
    copy(records, some.records());
    copy("staged_number", some.numbers());
    var refused = new CopyText();
    for (var one : some.refused) {
      if (keptRefusals++ >= ListLimits.REFUSALS) break;
      refused
          .add(one.line())
          .add((Object) one.whole())
          .add(one.field())
          .add((Object) one.reason())
          .add(one.value())
          .end();
    }
    refused.close();
    copy("refused", refused.bytes());
  }

  private void copy(String table, byte[] bytes) throws SQLException, IOException {
    if (bytes.length == 0) return;
    var copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) copy.cancelCopy();
    }
  }

  /// What is done in a transaction, and may fail as its file may.
  interface Work<T> {
    T with(JdbcClient db) throws SQLException, IOException;
  }

  /// All of `work` in one transaction, with this connection's tables.
  <T> T inTransaction(Work<T> work) throws SQLException, IOException {
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
