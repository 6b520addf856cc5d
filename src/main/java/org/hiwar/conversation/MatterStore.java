package org.hiwar.conversation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.contact.ContactId;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which interaction a message belongs to, and which thread an interaction.
final class MatterStore {
  private final Database database;
  private final JoinStore join;
  private final Clock clock;

  MatterStore(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.clock = clock;
    join = new JoinStore(ids);
  }

  /// The interaction of a message in a conversation that is this agent's and not over.
  Optional<Interaction> of(
      WorkspaceId workspace, UserId agent, ConversationId conversation, MessageId message) {
    return database.in(
        workspace.value(),
        db ->
            InteractionStore.read(
                    db,
                    workspace,
                    """
                    i.id = (select m.interaction from message m join conversation c on c.workspace = m.workspace and c.id = m.conversation
                      where m.workspace = i.workspace and m.conversation = ? and m.id = ? and c.owner = ? and c.ended_at is null)\
                    """,
                    conversation.value(),
                    message.value(),
                    agent.value())
                .stream()
                .findFirst());
  }

  /// Whether the interaction has these messages and no others.
  boolean isAll(WorkspaceId workspace, InteractionId interaction, Set<MessageId> messages) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select not exists (select from message where workspace = ? and interaction = ?"
                        + " and not id = any(?))")
                .param(workspace.value())
                .param(interaction.value())
                .param(values(messages))
                .query(Boolean.class)
                .single());
  }

  /// One like `like` about another thread; empty: nothing can be added to its conversation now.
  Optional<InteractionId> begin(
      WorkspaceId workspace, UserId agent, Interaction like, long thread) {
    return database.in(
        workspace.value(),
        db ->
            join.addable(db, workspace, like.conversation(), agent, true)
                .map(there -> join.begin(db, workspace, there, beginning(like, thread))));
  }

  private JoinStore.Beginning beginning(Interaction like, long thread) {
    var now = Micros.now(clock);
    return new JoinStore.Beginning(
        like.medium(),
        like.channel(),
        like.direction(),
        like.service(),
        like.language(),
        like.entry(),
        like.party(),
        like.account(),
        thread,
        like.trust(),
        now,
        now.plus(ConversationLimits.BEGIN_WITHIN));
  }

  Set<MessageId> messages(WorkspaceId workspace, InteractionId interaction) {
    return Set.copyOf(
        database.in(
            workspace.value(),
            db ->
                db.sql("select id from message where workspace = ? and interaction = ?")
                    .param(workspace.value())
                    .param(interaction.value())
                    .query((row, _) -> new MessageId(row.getLong(1)))
                    .list()));
  }

  /// Gives messages of `from` to `to`, if both are of this conversation and `to` still goes on.
  void move(
      WorkspaceId workspace,
      ConversationId conversation,
      Set<MessageId> messages,
      InteractionId from,
      InteractionId to) {
    database.in(
        workspace.value(),
        db -> {
          if (join.going(db, workspace, conversation).isEmpty()) return 0;
          for (var table : List.of("message", "delivery"))
            move(db, workspace, conversation, messages, from, to, table);
          return changed(db, workspace, Set.of(conversation.value()));
        });
  }

  private static void move(
      JdbcClient db,
      WorkspaceId workspace,
      ConversationId conversation,
      Set<MessageId> messages,
      InteractionId from,
      InteractionId to,
      String table) {
    db.sql(
            """
            update %s t set interaction = ? where t.workspace = ? and t.conversation = ? and t.interaction = ? and t.%s = any(?)
            and exists (select from interaction i where i.workspace = t.workspace and i.id = ? and i.conversation = t.conversation and i.live_until is null)\
            """
                .formatted(table, table.equals("message") ? "id" : "message"))
        .param(to.value())
        .param(workspace.value())
        .param(conversation.value())
        .param(from.value())
        .param(values(messages))
        .param(to.value())
        .update();
  }

  /// The live one that goes on about `thread` in the same conversation, with the same agent and the
  /// same customer as `beside`.
  Optional<InteractionId> live(WorkspaceId workspace, InteractionId beside, long thread) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select o.id from interaction i join interaction o on o.workspace = i.workspace and o.conversation = i.conversation
                    where i.workspace = ? and i.id = ? and o.id <> i.id and o.thread = ? and o.account = i.account and o.party = i.party
                      and o.agent = i.agent and o.live_until is null order by o.id desc limit 1\
                    """)
                .param(workspace.value())
                .param(beside.value())
                .param(thread)
                .query((row, _) -> new InteractionId(row.getLong(1)))
                .optional());
  }

  /// What goes on about `from` is about `to` from now on.
  ///
  /// @param only those; empty: all
  List<Matters.Renamed> rename(
      WorkspaceId workspace, long from, long to, Collection<InteractionId> only) {
    var some = only.stream().map(InteractionId::value).toArray(Long[]::new);
    return database.in(
        workspace.value(),
        db -> {
          lockAbout(db, workspace, from);
          var moved =
              db.sql(
                      """
                      update interaction set thread = ? where workspace = ? and thread = ? and live_until is null
                      and (cardinality(?::bigint[]) = 0 or id = any(?)) returning id, conversation\
                      """)
                  .param(to)
                  .param(workspace.value())
                  .param(from)
                  .param(some)
                  .param(some)
                  .query(
                      (row, _) ->
                          new Matters.Renamed(
                              new InteractionId(row.getLong(1)),
                              new ConversationId(row.getLong(2))))
                  .list();
          changed(
              db,
              workspace,
              moved.stream().map(one -> one.conversation().value()).collect(Collectors.toSet()));
          return moved;
        });
  }

  private static void lockAbout(JdbcClient db, WorkspaceId workspace, long thread) {
    db.sql(
            """
            select c.id from conversation c
            where c.workspace = ? and c.id in (select i.conversation from interaction i where i.workspace = ? and i.thread = ? and i.live_until is null)
            order by c.id for no key update\
            """)
        .param(workspace.value())
        .param(workspace.value())
        .param(thread)
        .query(Long.class)
        .list();
  }

  /// The threads of everything that this contact has had by an account.
  List<Long> threads(WorkspaceId workspace, ContactId contact, long account) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select thread from interaction where workspace = ? and contact = any(array(select contacts_of(?, ?)))
                    and account = ? and thread is not null
                    group by thread order by max(arrived_at) desc limit ?\
                    """)
                .param(workspace.value())
                .param(workspace.value())
                .param(contact.value())
                .param(account)
                .param(ConversationLimits.PAGE)
                .query(Long.class)
                .list());
  }

  private static int changed(JdbcClient db, WorkspaceId workspace, Set<Long> conversations) {
    return db.sql(
            "update conversation set version = version + 1 where workspace = ? and id = any(?)")
        .param(workspace.value())
        .param(conversations.toArray(Long[]::new))
        .update();
  }

  private static Long[] values(Set<MessageId> messages) {
    return messages.stream().map(MessageId::value).toArray(Long[]::new);
  }
}
