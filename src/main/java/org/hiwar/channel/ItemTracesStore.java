package org.hiwar.channel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hiwar.conversation.removal.Aging;
import org.hiwar.conversation.removal.Leftovers;
import org.hiwar.conversation.removal.Person;
import org.hiwar.conversation.removal.RemovalLimits;
import org.hiwar.conversation.removal.Said;
import org.hiwar.conversation.removal.Traces;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Items as they came in, when they are to go: those that messages were made of go with these.
/// Others name an address in their body alone (receipts, what was set aside); no index finds them,
/// so they are looked for some at a time, behind the transaction of an erasure.
@Component
public class ItemTracesStore implements Traces, Leftovers, Aging {
  /// Shorter ones could be anything.
  private static final int WORD_CHARACTERS = 6;

  private static final int AT_ONCE = 2_000;

  /// So long at most one turn looks.
  private static final int TURNS = 200;

  private final Database database;
  private final Ids ids;

  public ItemTracesStore(Database database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  @Override
  public void remove(WorkspaceId workspace, Said said) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "delete from inbound_item where workspace = ? and conversation = any(?) and"
                        + " message = any(?)")
                .params(workspace.value(), said.conversations(), said.messages())
                .update());
  }

  /// Notes what to look for.
  @Override
  public void remove(WorkspaceId workspace, Person person) {
    var words = words(person);
    if (words.length == 0) return;
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into item_sweep (workspace, id, words, done_to, until)
                    select ?, ?, ?, 0, max(id) from inbound_item where workspace = ? having max(id) is not null\
                    """)
                .params(workspace.value(), ids.next(), words, workspace.value())
                .update());
  }

  /// As patterns. Providers write numbers without the plus; an address is not part of a longer one.
  private static String[] words(Person person) {
    return Stream.of(person.known())
        .map(value -> value.startsWith("+") ? value.substring(1) : value)
        .map(value -> value.toLowerCase(Locale.ROOT))
        .filter(value -> value.length() >= WORD_CHARACTERS)
        .map(value -> value.replaceAll("([\\\\.^$|()\\[\\]{}*+?])", "\\\\$1"))
        .map(value -> "(^|[^0-9a-z._-])" + value + "($|[^0-9a-z])")
        .toArray(String[]::new);
  }

  private record Sweep(long id, String[] words, long doneTo, long until) {}

  @Override
  public boolean workOff(WorkspaceId workspace) {
    for (int turn = 0; turn < TURNS; turn++)
      if (!database.in(workspace.value(), db -> someOf(db, workspace))) return false;
    return true;
  }

  /// False: there is nothing to look for.
  private static boolean someOf(JdbcClient db, WorkspaceId workspace) {
    var first =
        db.sql(
                """
                select id, words, done_to, until from item_sweep where workspace = ? order by id limit 1 for update skip locked\
                """)
            .param(workspace.value())
            .query(
                (row, _) ->
                    new Sweep(
                        row.getLong("id"),
                        (String[]) row.getArray("words").getArray(),
                        row.getLong("done_to"),
                        row.getLong("until")))
            .optional();
    if (first.isEmpty()) return false;
    look(db, workspace, first.get());
    return true;
  }

  private static void look(JdbcClient db, WorkspaceId workspace, Sweep sweep) {
    var some = new ArrayList<Long>(seen(db, workspace, sweep));
    if (some.isEmpty() || some.getLast() >= sweep.until())
      db.sql("delete from item_sweep where workspace = ? and id = ?")
          .params(workspace.value(), sweep.id())
          .update();
    else
      db.sql("update item_sweep set done_to = ? where workspace = ? and id = ?")
          .params(some.getLast(), workspace.value(), sweep.id())
          .update();
    if (some.isEmpty()) return;
    db.sql(
            """
            delete from inbound_item where workspace = ? and id = any(?) and message is null and state <> 'WAITING'
            and lower(encode(body, 'escape')) ~ any(?)\
            """)
        .params(workspace.value(), some.toArray(Long[]::new), sweep.words())
        .update();
  }

  private static List<Long> seen(JdbcClient db, WorkspaceId workspace, Sweep sweep) {
    return db.sql(
            """
            select id from inbound_item where workspace = ? and id > ? and id <= ? order by id limit %d\
            """
                .formatted(AT_ONCE))
        .params(workspace.value(), sweep.doneTo(), sweep.until())
        .query(Long.class)
        .list();
  }

  @Override
  public Kind kind() {
    return Kind.RAW_ITEMS;
  }

  /// What waits to be read is never too old.
  @Override
  public int remove(WorkspaceId workspace, long idsBefore, Instant before) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    delete from inbound_item where workspace = :workspace and id = any(array(
                      select id from inbound_item where workspace = :workspace and received_at < :before and id < :ids
                      and state <> 'WAITING' order by received_at limit :most for update skip locked))\
                    """)
                .param("workspace", workspace.value())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("ids", idsBefore)
                .param("most", RemovalLimits.OLD)
                .update());
  }
}
