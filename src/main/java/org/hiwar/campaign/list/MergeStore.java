package org.hiwar.campaign.list;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings the staged rows of a file that updates or replaces its list into it, in one transaction:
/// afterwards all of it is there, or nothing. Whole columns at a time. Files that only add are
/// brought by [AdditionStore].
final class MergeStore {
  private final JdbcClient db;
  private final WorkspaceId workspace;
  private final CallingList list;
  private final ImportPlan plan;
  private final List<RecordsListener> listeners;

  MergeStore(
      JdbcClient db,
      WorkspaceId workspace,
      CallingList list,
      ImportPlan plan,
      List<RecordsListener> listeners) {
    this.db = db;
    this.workspace = workspace;
    this.list = list;
    this.plan = plan;
    this.listeners = listeners;
  }

  /// What was done. `refused` are rows, of those that were staged.
  record Merged(long added, long updated, long removed, long refused) {}

  Merged merge(Instant now) {
    ListRowStore.lock(db, workspace, list);
    db.sql("analyze staged").update();
    db.sql("analyze staged_number").update();
    long refused = refuseTwice();
    long updated = update();
    long removed = plan.policy() == ImportPolicy.REPLACE ? remove() : 0;
    long added = insert(now);
    tell();
    return new Merged(added, updated, removed, refused);
  }

  /// Deletes rows whose key an earlier one has, and keeps why; a key is shown with its parts apart.
  private long refuseTwice() {
    if (list.fields().keys().isEmpty()) return 0;
    return db.sql(
            """
            with gone as (
              delete from staged s using (
                select line from (select line, row_number() over (partition by key order by line) nth from staged) numbered where nth > 1) d
              where s.line = d.line returning s.line, s.key),
            kept as (insert into refused select line, true, null, :reason, left(translate(key, E'\\x1f', ' '), :cut) from gone)
            select count(*) from gone\
            """)
        .param("reason", Reason.TWICE_IN_FILE.name())
        .param("cut", ListLimits.REFUSED_VALUE)
        .query(Long.class)
        .single();
  }

  /// Changes the records whose keys are staged, and remembers them in `met`.
  private long update() {
    db.sql(
            """
            create temporary table met on commit drop as
              select c.id, s.id staged from staged s join calling_record c
                on c.workspace = :workspace and c.list = :list and c.key = s.key\
            """)
        .param("workspace", workspace.value())
        .param("list", list.id().value())
        .update();
    db.sql("analyze met").update();
    long updated =
        db.sql(
                "update calling_record c set "
                    + assignments()
                    + """
                     from met m join staged s on s.id = m.staged
                    where c.workspace = :workspace and c.id = m.id\
                    """)
            .param("workspace", workspace.value())
            .update();
    if (updated > 0) replaceNumbers();
    return updated;
  }

  /// An update changes what the file has columns for; a replacement everything.
  private String assignments() {
    var set = new ArrayList<String>();
    boolean all = plan.policy() == ImportPolicy.REPLACE;
    set.add(
        all
            ? "fields = s.fields"
            : "fields = coalesce((select jsonb_object_agg(key, value) from jsonb_each(c.fields ||"
                + " s.fields) where value <> '\"\"'), '{}')");
    for (var type : FieldType.values()) {
      var column = column(type);
      if (!column.isEmpty() && (all || mapped().stream().anyMatch(f -> f.type() == type)))
        set.add(column + " = s." + column);
    }
    boolean ofRecord =
        mapped().stream().anyMatch(f -> f.type() == FieldType.TIME_ZONE && f.of() == null);
    if (all || ofRecord) set.add("zone = s.zone");
    boolean renewed =
        all || mapped().stream().anyMatch(f -> f.name().equals(list.fields().expiresAfter()));
    if (renewed) set.add("expires_at = s.expires_at");
    return String.join(", ", set);
  }

  private static String column(FieldType type) {
    return switch (type) {
      case FIRST_NAME -> "first_name";
      case LAST_NAME -> "last_name";
      case COMPANY -> "company";
      case AGENT_LOGIN -> "agent_login";
      case CALL_AT -> "call_at";
      case PRIORITY -> "priority";
      case POSTAL_CODE -> "postal_code";
      case STATE -> "state";
      case PHONE, TIME_ZONE, ACCOUNT, DATE_TIME, INTEGER, OTHER -> "";
    };
  }

  private List<Field> mapped() {
    return plan.columns().stream()
        .filter(number -> number != ImportPlan.SKIPPED)
        .map(number -> list.fields().all().get(number - 1))
        .toList();
  }

  private void replaceNumbers() {
    var phones = list.fields().phones();
    var positions =
        mapped().stream()
            .filter(field -> field.type() == FieldType.PHONE)
            .map(field -> phones.indexOf(field) + 1)
            .collect(Collectors.toSet());
    boolean all = plan.policy() == ImportPolicy.REPLACE;
    var ints = positions.stream().mapToInt(Integer::intValue).sorted().toArray();
    db.sql(
            """
            delete from record_number n using met m
            where n.workspace = :workspace and n.record = m.id and (:all or n.position = any(:positions))\
            """)
        .param("workspace", workspace.value())
        .param("all", all)
        .param("positions", ints)
        .update();
    insertNumbers("m.id", "staged_number n join met m on m.staged = n.id");
  }

  /// Records that the file does not have leave, but for those that are handed out.
  private long remove() {
    if (count("staged") == 0) throw new NothingLeft();
    db.sql(
            """
            create temporary table leaving on commit drop as
              select id from calling_record c where workspace = :workspace and list = :list
                and not exists (select from met m where m.id = c.id)\
            """)
        .param("workspace", workspace.value())
        .param("list", list.id().value())
        .update();
    for (var listener : listeners) if (listener.follows(db, workspace, list.id())) keep(listener);
    return db.sql(
            "delete from calling_record c using leaving l where c.workspace = :workspace and c.id ="
                + " l.id")
        .param("workspace", workspace.value())
        .update();
  }

  private void keep(RecordsListener listener) {
    each(
        "leaving",
        ids -> {
          var staying = listener.leaving(db, workspace, list.id(), ids);
          if (staying.length > 0)
            db.sql("delete from leaving where id = any(:ids)").param("ids", staying).update();
        });
  }

  private long insert(Instant now) {
    var fresh = "not exists (select from met m where m.staged = s.id)";
    long added =
        db.sql(ListRowStore.INSERT + " from staged s where " + fresh)
            .param("workspace", workspace.value())
            .param("list", list.id().value())
            .param("base", ListRowStore.lastPosition(db, workspace, list).orElse(0L))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    if (added > 0)
      insertNumbers("n.id", "staged_number n join staged s on s.id = n.id where " + fresh);
    return added;
  }

  private void insertNumbers(String record, String from) {
    db.sql(ListRowStore.INSERT_NUMBERS.formatted(record, from))
        .param("workspace", workspace.value())
        .param("kinds", ListRowStore.kinds(list))
        .update();
  }

  private void tell() {
    var following =
        listeners.stream().filter(each -> each.follows(db, workspace, list.id())).toList();
    if (following.isEmpty()) return;
    db.sql("create index on met (staged)").update();
    each(
        "staged",
        ids -> {
          var records = known(ids);
          following.forEach(one -> one.changed(db, workspace, list.id(), records));
        });
  }

  /// The records of staged rows: the ids that they met, or brought.
  private long[] known(long[] staged) {
    var met = new HashSet<Long>();
    var ids = new ArrayList<Long>();
    db.sql("select id, staged from met where staged = any(:staged)")
        .param("staged", staged)
        .query(
            row -> {
              ids.add(row.getLong("id"));
              met.add(row.getLong("staged"));
            });
    Arrays.stream(staged).filter(id -> !met.contains(id)).forEach(ids::add);
    return ids.stream().mapToLong(Long::longValue).toArray();
  }

  private interface Batch {
    void of(long[] ids);
  }

  /// Page by page: what is brought in may be more than the memory holds.
  private void each(String table, Batch work) {
    db.sql("create index on %s (id)".formatted(table)).update();
    for (long after = 0; ; ) {
      var ids =
          db
              .sql("select id from " + table + " where id > :after order by id limit :most")
              .param("after", after)
              .param("most", RecordsListener.MOST)
              .query(Long.class)
              .list()
              .stream()
              .mapToLong(Long::longValue)
              .toArray();
      if (ids.length == 0) return;
      work.of(ids);
      after = ids[ids.length - 1];
    }
  }

  private long count(String table) {
    return db.sql("select count(*) from " + table).query(Long.class).single();
  }

  /// A file that replaces a list must have something to put there.
  static final class NothingLeft extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
