package org.hiwar.campaign.list;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.platform.database.CopyText;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.platform.database.OwnConnection;
import org.hiwar.workspace.WorkspaceId;

/// The rows of one import before they are in the list: temporary tables of a connection of its own,
/// filled piece by piece. A file that updates or replaces is collected in them, each piece in a
/// transaction of its own, so that nobody else's rows are kept from being tidied up meanwhile; of
/// one that adds they hold a piece at a time. All of it is gone with the connection.
final class StagingStore implements AutoCloseable {
  private static final String TABLES =
      """
      create temporary table staged (id bigint not null, line bigint not null, key text not null, %s);
      create temporary table staged_number (id bigint not null, position int not null, number text not null, region text, zone text);
      create temporary table refused (line bigint not null, whole boolean not null, field text, reason text not null, value text not null)\
      """;

  private final OwnConnection connection;
  private String records = "";
  private long keptRefusals;

  private StagingStore(OwnConnection connection) {
    this.connection = connection;
  }

  static StagingStore open(DatabaseAccess access, WorkspaceId workspace) throws SQLException {
    return new StagingStore(OwnConnection.open(access, workspace.value(), ListLimits.MERGE));
  }

  /// Makes the tables for what is read `now` of a file that brings these columns.
  void prepare(CallingList list, List<StagedColumn> columns, Instant now) throws SQLException {
    connection.execute(TABLES.formatted(StagedColumn.declared(list, now)));
    records =
        Stream.concat(Stream.of("id", "line", "key"), columns.stream().map(StagedColumn::sql))
            .collect(Collectors.joining(", ", "staged (", ")"));
  }

  /// Takes rows and refusals, of these as many as are kept.
  void put(StagedRows some) throws SQLException, IOException {
    connection.copy(records, some.records());
    connection.copy("staged_number", some.numbers());
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
    connection.copy("refused", refused.bytes());
  }

  /// All of `work` in one transaction, with this connection's tables.
  <T> T inTransaction(OwnConnection.Work<T> work) throws SQLException, IOException {
    return connection.inTransaction(work);
  }

  /// Lets the planner know at once how many rows there are now; it would plan with none until the
  /// server finds time for it.
  void analyze() throws SQLException {
    for (var table : List.of("calling_record", "record_number", "campaign_record"))
      connection.execute("analyze " + table);
  }

  /// Ends the statement that runs, from another thread.
  void interrupt() {
    connection.interrupt();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
