package org.hiwar.sms.smpp;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hiwar.channel.AccountId;
import org.hiwar.conversation.MessageId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The parts of long messages that went out: a message has arrived when all of them have, and has
/// failed with the first that does. Messages of one segment have no rows.
public final class SegmentStore {
  private final Database database;
  private final Clock clock;

  public SegmentStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Row(
      int part, String externalId, int total, String state, @Nullable String failure) {}

  /// What a receipt for one part says of the whole, whose name is that of its first part.
  record Whole(String externalId, Fate fate) {}

  /// The names of the parts that the provider has already, by their numbers. None where one has
  /// failed: then somebody has the message tried again, and all of it is sent anew.
  Map<Integer, String> taken(WorkspaceId workspace, MessageId message) {
    return database
        .in(
            workspace.value(),
            db -> {
              forgetFailed(db, workspace, message);
              return rows(db, workspace, message.value());
            })
        .stream()
        .collect(Collectors.toMap(Row::part, Row::externalId));
  }

  private static void forgetFailed(JdbcClient db, WorkspaceId workspace, MessageId message) {
    db.sql(
            """
            delete from sms_segment where workspace = ? and message = ?
            and exists (select from sms_segment f where f.workspace = ? and f.message = ? and f.state = 'FAILED')\
            """)
        .param(workspace.value())
        .param(message.value())
        .param(workspace.value())
        .param(message.value())
        .update();
  }

  /// The provider has taken part `part` of `total`.
  void add(
      WorkspaceId workspace,
      AccountId account,
      MessageId message,
      int part,
      int total,
      String externalId) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into sms_segment (workspace, message, part, total, account, external_id, at) values (?, ?, ?, ?, ?, ?, ?)
                    on conflict do nothing\
                    """)
                .param(workspace.value())
                .param(message.value())
                .param(part)
                .param(total)
                .param(account.value())
                .param(externalId)
                .param(at(clock.instant()))
                .update());
  }

  /// Notes what became of a part. Empty: it is none of a long message.
  Optional<Whole> news(WorkspaceId workspace, AccountId account, String externalId, Fate fate) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select message from sms_segment where workspace = ? and account = ? and external_id = ? order by at desc limit 1\
                    """)
                .param(workspace.value())
                .param(account.value())
                .param(externalId)
                .query(Long.class)
                .optional()
                .map(message -> news(db, workspace, message, externalId, fate)));
  }

  /// Under a lock of all its parts, so that of two last receipts one sees the other.
  private static Whole news(
      JdbcClient db, WorkspaceId workspace, long message, String externalId, Fate fate) {
    db.sql(
            """
            select part from sms_segment where workspace = ? and message = ? order by part for update\
            """)
        .param(workspace.value())
        .param(message)
        .query(Integer.class)
        .list();
    switch (fate) {
      case Fate.Delivered _ -> change(db, workspace, message, externalId, "DELIVERED", null);
      case Fate.Failed(var code) -> change(db, workspace, message, externalId, "FAILED", code);
      case Fate.OnItsWay _ -> {}
    }
    return whole(rows(db, workspace, message));
  }

  private static void change(
      JdbcClient db,
      WorkspaceId workspace,
      long message,
      String externalId,
      String state,
      @Nullable String failure) {
    db.sql(
            """
            update sms_segment set state = ?, failure = ? where workspace = ? and message = ? and external_id = ? and state = 'SENT'\
            """)
        .param(state)
        .param(failure)
        .param(workspace.value())
        .param(message)
        .param(externalId)
        .update();
  }

  private static Whole whole(List<Row> rows) {
    return new Whole(rows.getFirst().externalId, fate(rows));
  }

  private static Fate fate(List<Row> rows) {
    for (var row : rows) if (row.failure != null) return new Fate.Failed(row.failure);
    boolean all = rows.size() == rows.getFirst().total;
    return all && rows.stream().allMatch(row -> row.state.equals("DELIVERED"))
        ? new Fate.Delivered()
        : new Fate.OnItsWay();
  }

  private static List<Row> rows(JdbcClient db, WorkspaceId workspace, long message) {
    return db.sql(
            """
            select part, external_id, total, state, failure from sms_segment where workspace = ? and message = ? order by part\
            """)
        .param(workspace.value())
        .param(message)
        .query(
            (row, _) ->
                new Row(
                    row.getInt("part"),
                    row.getString("external_id"),
                    row.getInt("total"),
                    row.getString("state"),
                    row.getString("failure")))
        .list();
  }

  /// Forgets what nobody sends receipts for any more.
  void forget(WorkspaceId workspace) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from sms_segment where workspace = ? and at < ?")
                .param(workspace.value())
                .param(at(clock.instant().minus(SmppLimits.REMEMBER_SENT)))
                .update());
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
