package org.hiwar.conversation;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactMerge;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of conversations when contacts are merged and parted. What is over stays with the
/// contact that had it, and is found by its being merged; what goes on follows at once.
///
/// All within a transaction of the caller.
final class MovedConversationStore {
  /// Calls are noted by when they rang, which is a little before they are stored.
  private static final Duration BEFORE_IT_WAS_STORED = Duration.ofDays(1);

  private static final String GOING =
      """
      select c.id from conversation c where c.workspace = ? and c.contact = any(?) and c.ended_at is null
      and c.id = any(array(select i.conversation from interaction i where i.workspace = ? and i.contact = any(?) and i.ended_at is null
        union select o.id from conversation o where o.workspace = ? and o.contact = any(?) and o.closed_at is null))
      order by c.id\
      """;

  private final Database database;

  MovedConversationStore(Database database) {
    this.database = database;
  }

  /// Their conversations that are not over, locked, in the order in which everybody locks them.
  List<Long> lock(WorkspaceId workspace, List<ContactId> contacts) {
    return going(workspace, contacts, GOING + " for no key update");
  }

  /// Their conversations that are not over.
  List<Long> going(WorkspaceId workspace, List<ContactId> contacts) {
    return going(workspace, contacts, GOING);
  }

  private List<Long> going(WorkspaceId workspace, List<ContactId> contacts, String sql) {
    var ids = values(contacts);
    long ws = workspace.value();
    return database.in(
        ws, db -> db.sql(sql).params(ws, ids, ws, ids, ws, ids).query(Long.class).list());
  }

  /// The conversation of this contact that takes in what comes: one, or none.
  List<Long> open(WorkspaceId workspace, ContactId contact) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select id from conversation where workspace = ? and contact = ? and closed_at"
                        + " is null")
                .params(workspace.value(), contact.value())
                .query(Long.class)
                .list());
  }

  boolean isOpen(WorkspaceId workspace, ContactId contact) {
    return !open(workspace, contact).isEmpty();
  }

  /// What goes on of the contact that has gone goes on with the other; beside the open one of the
  /// other, if there is one: a contact has one that takes in what comes.
  void follow(WorkspaceId workspace, ContactMerge merge) {
    var moved = merge.conversations().toArray(Long[]::new);
    database.in(
        workspace.value(),
        db -> {
          db.sql(
                  """
                  update conversation set contact = ?, version = version + 1,
                    closed_at = case when id = any(?) then opened_at else closed_at end
                  where workspace = ? and id = any(?)\
                  """)
              .param(merge.kept().value())
              .param(merge.beside().toArray(Long[]::new))
              .param(workspace.value())
              .param(moved)
              .update();
          return db.sql(
                  """
                  update interaction set contact = ? where workspace = ? and conversation = any(?) and contact = ?\
                  """)
              .param(merge.kept().value())
              .param(workspace.value())
              .param(moved)
              .param(merge.gone().value())
              .update();
        });
  }

  /// What the contact that has gone had, and what came since from an address that is only its own,
  /// is its again. A conversation goes to whom its first interaction belongs; while it goes on, all
  /// of it.
  ///
  /// @param part the contact that has gone, and all that had gone into it
  /// @return the conversations that moved
  List<Long> giveBack(WorkspaceId workspace, ContactMerge merge, List<ContactId> part) {
    return database.in(
        workspace.value(),
        db -> {
          var moved = giveBack(db, workspace, merge, values(part));
          reopen(db, workspace, merge);
          lastActivity(db, workspace, merge);
          return moved;
        });
  }

  private static List<Long> giveBack(
      JdbcClient db, WorkspaceId workspace, ContactMerge merge, Long[] part) {
    return db.sql(
            """
            with since as materialized (
              select i.id, i.conversation, case when i.id < :merge then i.conversation = any(:moved) else
                i.party in (select a.value from contact_address a where a.workspace = :workspace and a.contact = any(:part))
                and i.party not in (select a.value from contact_address a where a.workspace = :workspace
                  and a.contact = any(array(select contacts_of(:workspace, :kept))) and a.contact <> all(:part)) end as goes
              from interaction i where i.workspace = :workspace and i.contact = :kept
              and (i.conversation = any(:moved) or i.arrived_at >= :since)),
            whole as materialized (
              select c.id, c.ended_at is null as going, coalesce((select s.goes from since s where s.id = (
                select min(f.id) from interaction f where f.workspace = c.workspace and f.conversation = c.id)), false) as goes
              from conversation c where c.workspace = :workspace and c.contact = :kept
              and c.id = any(array(select s.conversation from since s))),
            interactions as (
              update interaction i set contact = :gone from since s left join whole w on w.id = s.conversation
              where i.workspace = :workspace and i.id = s.id and case when w.going then w.goes else s.goes end
              returning i.conversation),
            conversations as (
              update conversation c set contact = :gone, version = c.version + 1 from whole w
              where c.workspace = :workspace and c.id = w.id and w.goes
              returning c.id)
            select conversation from interactions union select id from conversations\
            """)
        .param("workspace", workspace.value())
        .param("merge", merge.id().value())
        .param("moved", merge.conversations().toArray(Long[]::new))
        .param("part", part)
        .param("kept", merge.kept().value())
        .param("gone", merge.gone().value())
        .param("since", Micros.parameter(merge.at().minus(BEFORE_IT_WAS_STORED)))
        .query(Long.class)
        .list();
  }

  /// What was put beside takes in again what comes, unless another one does.
  private static void reopen(JdbcClient db, WorkspaceId workspace, ContactMerge merge) {
    db.sql(
            """
            update conversation set closed_at = null, version = version + 1 where workspace = :workspace and id = (
              select min(c.id) from conversation c where c.workspace = :workspace and c.id = any(:beside) and c.contact = :gone
              and c.ended_at is null and c.closed_at = c.opened_at)
            and not exists (
              select from conversation o where o.workspace = :workspace and o.contact = :gone and o.closed_at is null)\
            """)
        .param("workspace", workspace.value())
        .param("beside", merge.beside().toArray(Long[]::new))
        .param("gone", merge.gone().value())
        .update();
  }

  /// Of both, as if they had been two all the time.
  private static void lastActivity(JdbcClient db, WorkspaceId workspace, ContactMerge merge) {
    db.sql(
            """
            update contact k set last_activity_at = greatest(t.before, (
              select max(greatest(i.arrived_at, i.ended_at)) from (
                select x.id, x.arrived_at, x.ended_at from interaction x where x.workspace = k.workspace and x.contact = k.id
                order by x.arrived_at desc, x.id desc limit :most) i
              where i.id > :merge or i.ended_at > :at))
            from (
              select m.kept as id, m.last_activity_before as before from contact_merge m where m.workspace = :workspace and m.id = :merge
              union all select g.id, g.last_activity_at from contact g where g.workspace = :workspace and g.id = :gone) t
            where k.workspace = :workspace and k.id = t.id\
            """)
        .param("workspace", workspace.value())
        .param("merge", merge.id().value())
        .param("at", Micros.parameter(merge.at()))
        .param("gone", merge.gone().value())
        .param("most", ConversationLimits.PAGE)
        .update();
  }

  /// What was said with this contact and with those merged into it, of every channel.
  long activities(WorkspaceId workspace, ContactId contact) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select count(*) from interaction where workspace = ? and contact = any(array(select contacts_of(?, ?)))\
                    """)
                .params(workspace.value(), workspace.value(), contact.value())
                .query(Long.class)
                .single());
  }

  private static Long[] values(Collection<ContactId> contacts) {
    return contacts.stream().map(ContactId::value).toArray(Long[]::new);
  }
}
