package org.hiwar.sms.smpp;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hiwar.channel.AccountId;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.sms.text.Part;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Long messages on their way in, part by part. A part belongs to the item that it came in, so an
/// item that is read again changes nothing and gets the same answer, or a better one.
public final class PartStore {
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  public PartStore(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /// Where a part came in.
  record Place(AccountId account, long item, String sender, Part part) {}

  private record Row(long id, String state, int total, Instant begunAt) {}

  /// Puts a part where it belongs. Parts of one message come in by several items, perhaps read at
  /// the same time: a lock for the name lets one after the other.
  Joining take(WorkspaceId workspace, Place place, Coded content) {
    return database.in(
        workspace.value(),
        db -> {
          lock(db, workspace, place);
          var mine = ofItem(db, workspace, place.item());
          if (mine.isPresent())
            return mine.get().state.equals("GIVEN_UP")
                ? new Joining.Waiting()
                : joined(db, workspace, mine.get(), place.sender());
          var last = last(db, workspace, place);
          if (last.isEmpty() || last.get().state.equals("WHOLE"))
            return begin(db, workspace, place, content);
          var row = last.get();
          var there = content(db, workspace, row.id, place.part().part());
          if (row.state.equals("GIVEN_UP"))
            return there.isEmpty() && isRecent(row)
                ? new Joining.Late()
                : begin(db, workspace, place, content);
          if (there.isEmpty()) {
            add(db, workspace, row.id, place, content);
            return joined(db, workspace, row, place.sender());
          }
          return Arrays.equals(there.get(), content.bytes())
              ? new Joining.Waiting()
              : begin(db, workspace, place, content);
        });
  }

  private static void lock(JdbcClient db, WorkspaceId workspace, Place place) {
    var name =
        workspace + " " + place.account() + " " + place.part().reference() + " " + place.sender();
    db.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 42))")
        .param(name)
        .query(Boolean.class)
        .single();
  }

  private Joining begin(JdbcClient db, WorkspaceId workspace, Place place, Coded content) {
    long id = ids.next();
    db.sql(
            """
            insert into sms_long (workspace, id, account, sender, reference, total, begun_at) values (?, ?, ?, ?, ?, ?, ?)\
            """)
        .param(workspace.value())
        .param(id)
        .param(place.account().value())
        .param(place.sender())
        .param(place.part().reference())
        .param(place.part().total())
        .param(at(clock.instant()))
        .update();
    add(db, workspace, id, place, content);
    return new Joining.Waiting();
  }

  private static void add(
      JdbcClient db, WorkspaceId workspace, long message, Place place, Coded content) {
    db.sql(
            """
            insert into sms_part (workspace, message, part, item, coding, content) values (?, ?, ?, ?, ?, ?)\
            """)
        .param(workspace.value())
        .param(message)
        .param(place.part().part())
        .param(place.item())
        .param(content.coding())
        .param(content.bytes())
        .update();
  }

  private static Joining joined(JdbcClient db, WorkspaceId workspace, Row row, String sender) {
    var known = known(db, workspace, row, sender);
    if (known.parts().stream().anyMatch(Optional::isEmpty)) return new Joining.Waiting();
    state(db, workspace, row.id, "WHOLE");
    return known;
  }

  private static Joining.Known known(JdbcClient db, WorkspaceId workspace, Row row, String sender) {
    var parts = new TreeMap<Integer, Coded>();
    db.sql("select part, coding, content from sms_part where workspace = ? and message = ?")
        .param(workspace.value())
        .param(row.id)
        .query(
            (one, _) ->
                parts.put(
                    one.getInt("part"), new Coded(one.getInt("coding"), one.getBytes("content"))))
        .list();
    var all = new ArrayList<Optional<Coded>>();
    for (int part = 1; part <= row.total; part++) all.add(Optional.ofNullable(parts.get(part)));
    return new Joining.Known(row.id, sender, all);
  }

  private boolean isRecent(Row row) {
    return row.begunAt.plus(SmppLimits.LATE_WITHIN).isAfter(clock.instant());
  }

  private static void state(JdbcClient db, WorkspaceId workspace, long message, String state) {
    db.sql("update sms_long set state = ? where workspace = ? and id = ? and state <> ?")
        .param(state)
        .param(workspace.value())
        .param(message)
        .param(state)
        .update();
  }

  private static Optional<Row> ofItem(JdbcClient db, WorkspaceId workspace, long item) {
    return db.sql(
            """
            select l.id, l.state, l.total, l.begun_at from sms_part p join sms_long l on l.workspace = p.workspace and l.id = p.message
            where p.workspace = ? and p.item = ?\
            """)
        .param(workspace.value())
        .param(item)
        .query((one, _) -> row(one))
        .optional();
  }

  private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("state"),
        row.getInt("total"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant());
  }

  private static Optional<Row> last(JdbcClient db, WorkspaceId workspace, Place place) {
    return db.sql(
            """
            select id, state, total, begun_at from sms_long
            where workspace = ? and account = ? and sender = ? and reference = ? and total = ? order by id desc limit 1\
            """)
        .param(workspace.value())
        .param(place.account().value())
        .param(place.sender())
        .param(place.part().reference())
        .param(place.part().total())
        .query((one, _) -> row(one))
        .optional();
  }

  private static Optional<byte[]> content(
      JdbcClient db, WorkspaceId workspace, long message, int part) {
    return db.sql("select content from sms_part where workspace = ? and message = ? and part = ?")
        .param(workspace.value())
        .param(message)
        .param(part)
        .query((one, _) -> one.getBytes("content"))
        .optional();
  }

  /// Messages of which a part is still missing, though the first one came before `before`.
  List<Long> overdue(WorkspaceId workspace, AccountId account, Instant before) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id from sms_long where workspace = ? and account = ? and state = 'OPEN' and begun_at < ?
                    order by begun_at limit 100\
                    """)
                .param(workspace.value())
                .param(account.value())
                .param(at(before))
                .query(Long.class)
                .list());
  }

  /// What came of a message; nobody waits for the rest any more. Empty: it became whole meanwhile,
  /// or it is long forgotten.
  Optional<Joining.Known> giveUp(WorkspaceId workspace, long message) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update sms_long set state = 'GIVEN_UP' where workspace = ? and id = ? and state <> 'WHOLE'
                    returning id, state, total, begun_at, sender\
                    """)
                .param(workspace.value())
                .param(message)
                .query((one, _) -> known(db, workspace, row(one), one.getString("sender")))
                .optional());
  }

  /// Forgets what was joined, or given up, long ago; the parts themselves stay as items.
  void forget(WorkspaceId workspace) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from sms_long where workspace = ? and begun_at < ? and state <> 'OPEN'")
                .param(workspace.value())
                .param(at(clock.instant().minus(SmppLimits.REMEMBER_JOINED)))
                .update());
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
