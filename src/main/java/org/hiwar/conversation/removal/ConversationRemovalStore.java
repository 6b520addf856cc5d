package org.hiwar.conversation.removal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds and removes conversations with all that is theirs. All that removes is within a
/// transaction of the caller.
@Component
public class ConversationRemovalStore {
  private final Database database;

  public ConversationRemovalStore(Database database) {
    this.database = database;
  }

  /// How much there is of somebody.
  ///
  /// @param goingOn how many conversations are not over
  /// @param followUps that are planned
  record Extent(
      long conversations,
      long activities,
      long messages,
      long files,
      long followUps,
      long goingOn) {}

  Extent extent(WorkspaceId workspace, Person person) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    with its as materialized (
                        select id, conversation, ended_at from interaction where workspace = :workspace and contact = any(:contacts)),
                      said as materialized (
                        select m.id from its join message m on m.workspace = :workspace and m.interaction = its.id)
                    select (select count(distinct conversation) from its) as conversations, (select count(*) from its) as activities,
                      (select count(*) from said) as messages,
                      (select count(*) from said join attachment a on a.workspace = :workspace and a.message = said.id) as files,
                      (select count(*) from follow_up f where f.workspace = :workspace and f.contact = any(:contacts)
                        and f.state = 'PLANNED') as follow_ups,
                      (select count(*) from conversation c where c.workspace = :workspace and c.contact = any(:contacts)
                        and c.ended_at is null) as going_on\
                    """)
                .param("workspace", workspace.value())
                .param("contacts", person.ids())
                .query(
                    (row, _) ->
                        new Extent(
                            row.getLong("conversations"),
                            row.getLong("activities"),
                            row.getLong("messages"),
                            row.getLong("files"),
                            row.getLong("follow_ups"),
                            row.getLong("going_on")))
                .single());
  }

  /// Whether a conversation of theirs, or one that has an interaction of theirs, is not over.
  boolean goesOn(WorkspaceId workspace, Person person) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select exists (select from conversation c where c.workspace = :workspace and c.contact = any(:contacts)
                        and c.ended_at is null)
                      or exists (select from interaction i join conversation c on c.workspace = i.workspace and c.id = i.conversation
                        where i.workspace = :workspace and i.contact = any(:contacts) and c.ended_at is null)\
                    """)
                .param("workspace", workspace.value())
                .param("contacts", person.ids())
                .query(Boolean.class)
                .single());
  }

  /// How many interactions there are with them.
  long activities(WorkspaceId workspace, Person person) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select count(*) from interaction where workspace = ? and contact = any(?)")
                .params(workspace.value(), person.ids())
                .query(Long.class)
                .single());
  }

  /// An interaction, and where it is.
  record Part(long interaction, long conversation) {}

  /// All their interactions, the first ones first.
  List<Part> parts(WorkspaceId workspace, Person person) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select id, conversation from interaction where workspace = ? and contact ="
                        + " any(?) order by id")
                .params(workspace.value(), person.ids())
                .query((row, _) -> new Part(row.getLong(1), row.getLong(2)))
                .list());
  }

  /// Some of their interactions, the newest of each contact first; nothing: there are none.
  Said some(WorkspaceId workspace, Person person) {
    var some = new ArrayList<Part>();
    long messages = 0;
    for (long contact : person.ids())
      for (var one : newest(workspace, contact, RemovalLimits.INTERACTIONS - some.size())) {
        messages += one.messages();
        if (messages > RemovalLimits.MESSAGES && !some.isEmpty()) return said(workspace, some);
        some.add(one.part());
      }
    return said(workspace, some);
  }

  private record Counted(Part part, long messages) {}

  /// One contact at a time: so an index gives them in this order, however many there are.
  private List<Counted> newest(WorkspaceId workspace, long contact, int limit) {
    if (limit == 0) return List.of();
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select i.id, i.conversation,
                      (select count(*) from message m where m.workspace = i.workspace and m.interaction = i.id) as messages
                    from interaction i where i.workspace = ? and i.contact = ? order by i.arrived_at desc, i.id desc limit ?\
                    """)
                .params(workspace.value(), contact, limit)
                .query(
                    (row, _) ->
                        new Counted(new Part(row.getLong(1), row.getLong(2)), row.getLong(3)))
                .list());
  }

  /// All that was said in some conversations.
  Said of(WorkspaceId workspace, List<Long> conversations) {
    return said(
        workspace,
        database.in(
            workspace.value(),
            db ->
                db.sql(
                        "select id, conversation from interaction where workspace = ? and"
                            + " conversation = any(?)")
                    .params(workspace.value(), ids(conversations))
                    .query((row, _) -> new Part(row.getLong(1), row.getLong(2)))
                    .list()));
  }

  /// What was said in some interactions.
  Said said(WorkspaceId workspace, List<Part> parts) {
    return database.in(
        workspace.value(),
        db -> {
          long[] interactions = parts.stream().mapToLong(Part::interaction).toArray();
          long[] conversations = parts.stream().mapToLong(Part::conversation).distinct().toArray();
          var messages =
              db.sql(
                      "select id from message where workspace = ? and conversation = any(?) and"
                          + " interaction = any(?)")
                  .params(workspace.value(), conversations, interactions)
                  .query(Long.class)
                  .list();
          return new Said(conversations, interactions, ids(messages));
        });
  }

  /// What there is of it, as it is handed out.
  static List<Traces.Rows> rows(WorkspaceId workspace, Said said) {
    return List.of(
        rows(workspace, "conversations", "conversation", "id", said.conversations()),
        rows(workspace, "activities", "interaction", "id", said.interactions()),
        messages(workspace, said),
        changes(workspace, said),
        rows(workspace, "deliveries", "delivery", "message", said.messages()),
        rows(workspace, "files", "attachment", "message", said.messages()),
        rows(workspace, "postponements", "postponement", "interaction", said.interactions()),
        rows(workspace, "transfers", "transfer", "interaction", said.interactions()),
        rows(workspace, "participants", "participant", "interaction", said.interactions()),
        rows(workspace, "ratings", "rating", "interaction", said.interactions()),
        rows(workspace, "follow-ups", "follow_up", "interaction", said.interactions()));
  }

  private static Traces.Rows rows(
      WorkspaceId workspace, String name, String table, String by, long[] ids) {
    return new Traces.Rows(
        name,
        new SqlPart(
            "select to_jsonb(t) - 'workspace' from %s t where t.workspace = ? and t.%s = any(?) order by t.%s"
                .formatted(table, by, by),
            List.of(workspace.value(), ids)));
  }

  private static Traces.Rows messages(WorkspaceId workspace, Said said) {
    return new Traces.Rows(
        "messages",
        new SqlPart(
            """
            select to_jsonb(m) - 'workspace' from message m where m.workspace = ? and m.conversation = any(?) and m.interaction = any(?)
            order by m.conversation, m.seq\
            """,
            List.of(workspace.value(), said.conversations(), said.interactions())));
  }

  /// What messages said before they were changed or withdrawn.
  private static Traces.Rows changes(WorkspaceId workspace, Said said) {
    return new Traces.Rows(
        "message-changes",
        new SqlPart(
            """
            select to_jsonb(c) - 'workspace' from message_change c
            join message m on m.workspace = c.workspace and m.conversation = c.conversation and m.seq = c.seq
            where m.workspace = ? and m.conversation = any(?) and m.interaction = any(?)
            order by c.conversation, c.seq, c.changed_at\
            """,
            List.of(workspace.value(), said.conversations(), said.interactions())));
  }

  /// Conversations that were over before that, locked, the oldest first: one, or as many as have
  /// few messages together; those about which somebody plans to do something are left out.
  List<Long> over(WorkspaceId workspace, long idsBefore, Instant before) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    with old as (
                      select c.id, c.last_seq from conversation c where c.workspace = ? and c.id < ? and c.ended_at < ?
                      and not exists (select from interaction i join follow_up f on f.workspace = i.workspace and f.interaction = i.id
                        where i.workspace = c.workspace and i.conversation = c.id and f.state = 'PLANNED')
                      order by c.id limit %d for update skip locked)
                    select id from (select id, sum(last_seq) over (order by id) as messages, row_number() over (order by id) as nr from old) o
                    where messages <= %d or nr = 1\
                    """
                        .formatted(RemovalLimits.OLD, RemovalLimits.MESSAGES))
                .params(workspace.value(), idsBefore, before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list());
  }

  /// Removes it; a conversation goes with the last of its interactions.
  ///
  /// @return the files that messages had
  List<String> remove(WorkspaceId workspace, Said said) {
    return database.in(
        workspace.value(),
        db -> {
          var files =
              db.sql(
                      "delete from attachment where workspace = ? and message = any(?) returning"
                          + " file")
                  .params(workspace.value(), said.messages())
                  .query(String.class)
                  .list();
          removeAll(db, workspace, said);
          return files;
        });
  }

  private static void removeAll(JdbcClient db, WorkspaceId workspace, Said said) {
    long ws = workspace.value();
    db.sql("delete from delivery where workspace = ? and message = any(?)")
        .params(ws, said.messages())
        .update();
    db.sql("delete from mention where workspace = ? and message = any(?)")
        .params(ws, said.messages())
        .update();
    db.sql(
            """
            delete from message_change c using message m
            where c.workspace = ? and m.workspace = c.workspace and m.conversation = c.conversation and m.seq = c.seq
            and m.conversation = any(?) and m.interaction = any(?)\
            """)
        .params(ws, said.conversations(), said.interactions())
        .update();
    db.sql(
            "delete from message where workspace = ? and conversation = any(?) and interaction ="
                + " any(?)")
        .params(ws, said.conversations(), said.interactions())
        .update();
    for (var table :
        List.of("postponement", "transfer", "participant", "rating", "seen", "follow_up"))
      db.sql("delete from " + table + " where workspace = ? and interaction = any(?)")
          .params(ws, said.interactions())
          .update();
    db.sql("delete from interaction where workspace = ? and id = any(?)")
        .params(ws, said.interactions())
        .update();
    var empty =
        db.sql(
                """
                select c.id from conversation c where c.workspace = ? and c.id = any(?)
                and not exists (select from interaction i where i.workspace = c.workspace and i.conversation = c.id)\
                """)
            .params(ws, said.conversations())
            .query(Long.class)
            .list();
    db.sql("delete from call_code where workspace = ? and conversation = any(?)")
        .params(ws, ids(empty))
        .update();
    db.sql("delete from conversation where workspace = ? and id = any(?)")
        .params(ws, ids(empty))
        .update();
  }

  /// What is theirs besides what was said with them: conversations in which others speak belong to
  /// those, and a follow-up that was planned about others goes.
  void release(WorkspaceId workspace, Person person) {
    database.in(
        workspace.value(),
        db -> {
          db.sql("delete from follow_up where workspace = ? and contact = any(?)")
              .params(workspace.value(), person.ids())
              .update();
          return db.sql(
                  """
                  update conversation c set version = c.version + 1, contact = (
                    select i.contact from interaction i where i.workspace = c.workspace and i.conversation = c.id
                    and i.contact <> all(:contacts) order by i.id limit 1)
                  where c.workspace = :workspace and c.contact = any(:contacts)
                  and exists (select from interaction i where i.workspace = c.workspace and i.conversation = c.id
                    and i.contact <> all(:contacts))\
                  """)
              .param("workspace", workspace.value())
              .param("contacts", person.ids())
              .update();
        });
  }

  private static long[] ids(List<Long> some) {
    return some.stream().mapToLong(Long::longValue).toArray();
  }
}
