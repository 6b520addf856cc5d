package org.hiwar.campaign.list;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Adds staged rows to their list piece by piece while the file is still being read, in one
/// transaction.
///
/// What is there already is found by the unique index of the keys and left out, so that nothing has
/// to be sorted or looked up before. PostgreSQL is slower when it has to look; in a
/// list that was empty, rows whose keys have certainly not come yet go in without.
final class AdditionStore {
  /// Tables that have just come are not in the planner's statistics: joined by hashing, none is
  /// read row by row. And a list of ids is hashed when the planner sees it.
  private static final String SETTINGS =
      "set local enable_nestloop = off; set local plan_cache_mode = force_custom_plan";

  /// What was left out, until it is known why.
  private static final String LEFT_OUT =
      "create temporary table left_out (id bigint not null, line bigint not null, key text not"
          + " null) on commit drop";

  /// One statement for records, what of them is left out, and numbers. Answers the ids of those
  /// that were added.
  private static final String LOOKING =
      "with added as ("
          + ListRowStore.INSERT
          + " from staged s where s.id = any(:doubtful) on conflict (workspace, list, key) do"
          + " nothing returning id), without as ("
          + """
          insert into left_out select s.id, s.line, s.key from staged s
            where s.id = any(:doubtful) and not exists (select from added a where a.id = s.id)), numbers as (\
          """
          + ListRowStore.INSERT_NUMBERS.formatted(
              "n.id", "staged_number n join added a on a.id = n.id")
          + ") select id from added";

  private static final String CERTAIN =
      ListRowStore.INSERT + " from staged s where s.id <> all(:doubtful)";

  private static final String NUMBERS_OF_CERTAIN =
      ListRowStore.INSERT_NUMBERS.formatted("n.id", "staged_number n where n.id <> all(:doubtful)");

  private final JdbcClient db;
  private final WorkspaceId workspace;
  private final CallingList list;
  private final List<RecordsListener> following;
  private final Instant now;
  private final boolean empty;
  private final long base;
  private final SeenKeys seen = new SeenKeys();
  private long added;

  /// Locks the list until the end of the transaction.
  AdditionStore(
      JdbcClient db,
      WorkspaceId workspace,
      CallingList list,
      List<RecordsListener> listeners,
      Instant now) {
    this.db = db;
    this.workspace = workspace;
    this.list = list;
    this.now = now;
    ListRowStore.lock(db, workspace, list);
    var last = ListRowStore.lastPosition(db, workspace, list);
    empty = last.isEmpty();
    base = last.orElse(0L);
    following = listeners.stream().filter(each -> each.follows(db, workspace, list.id())).toList();
    db.sql(LEFT_OUT).update();
    db.sql(SETTINGS).update();
  }

  /// Adds what is staged, tells those who follow the list, and makes room for the next piece.
  void add(StagedRows piece) {
    var doubtful = doubtful(piece);
    var certain = certain(piece.ids(), doubtful);
    if (certain.length > 0) {
      with(CERTAIN, doubtful).update();
      numbers(doubtful);
    }
    var looked = doubtful.length > 0 ? looking(doubtful) : new long[0];
    added += certain.length + looked.length;
    db.sql("truncate staged, staged_number").update();
    tell(LongStream.concat(Arrays.stream(certain), Arrays.stream(looked)).toArray());
  }

  private long[] doubtful(StagedRows piece) {
    if (list.fields().keys().isEmpty()) return new long[0];
    return empty ? piece.doubtful(seen) : piece.ids();
  }

  /// Both are in order.
  private static long[] certain(long[] ids, long[] doubtful) {
    return Arrays.stream(ids).filter(id -> Arrays.binarySearch(doubtful, id) < 0).toArray();
  }

  private JdbcClient.StatementSpec with(String statement, long[] doubtful) {
    return db.sql(statement)
        .param("workspace", workspace.value())
        .param("list", list.id().value())
        .param("base", base)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("doubtful", doubtful);
  }

  private void numbers(long[] doubtful) {
    db.sql(NUMBERS_OF_CERTAIN)
        .param("workspace", workspace.value())
        .param("kinds", ListRowStore.kinds(list))
        .param("doubtful", doubtful)
        .update();
  }

  private long[] looking(long[] doubtful) {
    return with(LOOKING, doubtful)
        .param("kinds", ListRowStore.kinds(list))
        .query(Long.class)
        .list()
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  private void tell(long[] records) {
    if (following.isEmpty() || records.length == 0) return;
    db.sql("set local enable_nestloop = on").update();
    following.forEach(one -> one.changed(db, workspace, list.id(), records));
    db.sql("set local enable_nestloop = off").update();
  }

  /// After the last piece: says why rows were left out. Of several rows with the same key the first
  /// one is refused because of a record that was there before, the others because of the first one.
  MergeStore.Merged end() {
    long refused =
        db.sql(
                """
                insert into refused
                select o.line, true, null, case when o.nth = 1 and c.id is not null then :met else :twice end,
                  left(translate(o.key, E'\\x1f', ' '), :cut)
                from (select *, row_number() over (partition by key order by line) nth from left_out) o
                left join calling_record c on c.workspace = :workspace and c.list = :list and c.position <= :base and c.key = o.key\
                """)
            .param("workspace", workspace.value())
            .param("list", list.id().value())
            .param("base", base)
            .param("met", Reason.IN_LIST.name())
            .param("twice", Reason.TWICE_IN_FILE.name())
            .param("cut", ListLimits.REFUSED_VALUE)
            .update();
    return new MergeStore.Merged(added, 0, 0, refused);
  }
}
