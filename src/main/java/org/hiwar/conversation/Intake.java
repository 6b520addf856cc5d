package org.hiwar.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.Recognition;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes in what a customer sent, in one transaction: finds or makes the contact, locks the
/// contact's open conversation and joins it or begins a new one, joins the chat that is going on or
/// begins one, stores the message.
///
/// This is the one place where it is decided what belongs together. Whoever closes a conversation
/// holds the same lock.
final class Intake {
  private static final String STORED =
      "select "
          + MessageStore.COLUMNS
          + """
          from (%s) i join message m on m.workspace = ? and m.interaction = i.id and m.client_id = ?\
          """
          + MessageStore.DELIVERY;

  /// The latest of a contact, and of those merged into it.
  private static final String OF_CONTACT =
      """
      select n.id from contacts_of(?, ?) k cross join lateral (
        select id, arrived_at from interaction where workspace = ? and contact = k order by arrived_at desc, id desc limit ?) n
      order by n.arrived_at desc, n.id desc\
      """;

  private static final String OF_SENDER =
      """
      select id from interaction where workspace = ? and account = ? and party = ? order by arrived_at desc, id desc limit ?\
      """;

  private final Database database;
  private final Recognition recognition;
  private final ContactStore contacts;
  private final JoinStore join;
  private final Ids ids;
  private final Clock clock;

  /// `message` is stored; `began` is the interaction that it began, or that it is still waiting in
  /// when it is a duplicate. `contact` is there if the customer said something about themselves
  /// that was new; with a duplicate always, for nobody knows what it brought the first time.
  record TakenIn(
      Message message, boolean duplicate, Optional<Arrival> began, Optional<ContactId> contact) {}

  Intake(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    join = new JoinStore(ids);
    recognition = new Recognition(database, ids, clock);
    contacts = new ContactStore(database, ids, clock);
  }

  TakenIn takeIn(WorkspaceId workspace, Inbound item) {
    return database.in(
        workspace.value(),
        db ->
            item.account() == null
                ? ofVisitor(db, workspace, item)
                : ofSender(db, workspace, item, item.account()));
  }

  private TakenIn ofVisitor(JdbcClient db, WorkspaceId workspace, Inbound item) {
    var who = recognition.of(workspace, item.sender());
    var contact = who.contact();
    var taken = ofVisitor(db, workspace, item, contact);
    boolean learned =
        !who.isNew()
            && !taken.duplicate()
            && (item.sender().name() != null || !item.sender().also().isEmpty())
            && recognition.learn(workspace, contact, item.sender());
    return learned
        ? new TakenIn(taken.message(), false, taken.began(), Optional.of(contact))
        : taken;
  }

  private TakenIn ofVisitor(JdbcClient db, WorkspaceId workspace, Inbound item, ContactId contact) {
    return stored(db, workspace, contact, item.clientId())
        .orElseGet(
            () -> {
              var conversation =
                  besideWith(db, workspace, contact, item)
                      .orElseGet(() -> join.open(db, workspace, contact, Micros.now(clock)));
              // Asked again behind the lock: the same item may have been taken in while we
              // waited for it.
              return stored(db, workspace, contact, item.clientId())
                  .orElseGet(() -> store(db, workspace, conversation, item));
            });
  }

  /// What goes on with this visitor in a conversation beside the open one, locked: there it is
  /// where two contacts were merged who both had a conversation.
  private Optional<JoinStore.Joined> besideWith(
      JdbcClient db, WorkspaceId workspace, ContactId contact, Inbound item) {
    return goingOnWith(db, workspace, contact, item)
        .flatMap(conversation -> join.going(db, workspace, conversation))
        .filter(locked -> goingOn(db, workspace, locked.id(), item).isPresent());
  }

  /// What goes on with the sender goes on wherever it is: also in a conversation that an agent has
  /// begun beside the open one, or has given to another contact.
  private TakenIn ofSender(JdbcClient db, WorkspaceId workspace, Inbound item, long account) {
    var before = stored(db, workspace, item, account);
    if (before.isPresent()) return before.get();
    var going =
        goingOnWith(db, workspace, item, account)
            .flatMap(conversation -> join.going(db, workspace, conversation))
            .filter(locked -> goingOn(db, workspace, locked.id(), item).isPresent());
    if (going.isPresent()) return store(db, workspace, going.get(), item);
    var who = recognition.of(workspace, item.sender());
    var conversation = join.open(db, workspace, who.contact(), Micros.now(clock));
    var taken = store(db, workspace, conversation, item);
    boolean learned = !who.isNew() && recognition.learn(workspace, who.contact(), item.sender());
    return learned
        ? new TakenIn(taken.message(), false, taken.began(), Optional.of(who.contact()))
        : taken;
  }

  private static JoinStore.Beginning beginning(Inbound item, Instant at) {
    return new JoinStore.Beginning(
        item.medium(),
        item.channel(),
        Direction.INBOUND,
        item.service(),
        item.language(),
        item.entry(),
        item.party(),
        item.account(),
        item.thread(),
        item.sender().address().trust(),
        at,
        null,
        item.messageLeft());
  }

  private TakenIn store(
      JdbcClient db, WorkspaceId workspace, JoinStore.Joined conversation, Inbound item) {
    var now = Micros.now(clock);
    var contact = conversation.contact();
    var going = goingOn(db, workspace, conversation.id(), item);
    var began =
        going.isPresent()
            ? Optional.<Arrival>empty()
            : Optional.of(join.arrive(db, workspace, conversation, beginning(item, now)));
    var interaction = going.orElseGet(() -> began.orElseThrow().interaction());
    var message =
        new Message(
            conversation.id(),
            conversation.lastSeq() + 1,
            new MessageId(ids.next()),
            interaction,
            item.clientId(),
            Author.CUSTOMER,
            item.text(),
            now,
            item.writtenAt() == null ? null : Micros.cut(item.writtenAt()),
            null);
    insert(db, workspace, message);
    boolean claimed = item.claims().keep(contacts, workspace, contact);
    return new TakenIn(message, false, began, claimed ? Optional.of(contact) : Optional.empty());
  }

  /// The live interaction of this sender on this channel, if there is one; rather one that an agent
  /// has. What an agent begins and the floor has not given to them yet may still come to nothing.
  private static Optional<InteractionId> goingOn(
      JdbcClient db, WorkspaceId workspace, ConversationId conversation, Inbound item) {
    return db.sql(
            """
            select id from interaction where workspace = ? and conversation = ? and live_until is null and begin_until is null and medium = ? and channel = ? and party = ?
            and account is not distinct from nullif(?, %1$s) and thread is not distinct from nullif(?, %1$s)
            order by agent is null, id desc limit 1\
            """
                .formatted(Micros.NONE_SQL))
        .param(workspace.value())
        .param(conversation.value())
        .param(item.medium().name())
        .param(item.channel())
        .param(item.party())
        .param(Objects.requireNonNullElse(item.account(), Micros.NONE))
        .param(Objects.requireNonNullElse(item.thread(), Micros.NONE))
        .query((row, _) -> new InteractionId(row.getLong(1)))
        .optional();
  }

  /// The conversation in which something goes on with this sender, as it looks at this moment.
  private static Optional<ConversationId> goingOnWith(
      JdbcClient db, WorkspaceId workspace, Inbound item, long account) {
    return db.sql(
            """
            select conversation from interaction where workspace = ? and account = ? and party = ? and live_until is null and begin_until is null
            and medium = ? and channel = ? and thread is not distinct from nullif(?, %s)
            order by agent is null, arrived_at desc, id desc limit 1\
            """
                .formatted(Micros.NONE_SQL))
        .param(workspace.value())
        .param(account)
        .param(item.party())
        .param(item.medium().name())
        .param(item.channel())
        .param(Objects.requireNonNullElse(item.thread(), Micros.NONE))
        .query((row, _) -> new ConversationId(row.getLong(1)))
        .optional();
  }

  /// The same for a visitor, among the latest interactions of their contact, in a conversation that
  /// is not open any more.
  private static Optional<ConversationId> goingOnWith(
      JdbcClient db, WorkspaceId workspace, ContactId contact, Inbound item) {
    return db.sql(
            """
            select i.conversation from (
              select * from interaction where workspace = ? and contact = ? order by arrived_at desc, id desc limit ?) i
            join conversation c on c.workspace = i.workspace and c.id = i.conversation and c.closed_at is not null
            where i.live_until is null and i.begin_until is null and i.medium = ? and i.channel = ? and i.party = ?
            order by i.agent is null, i.arrived_at desc, i.id desc limit 1\
            """)
        .param(workspace.value())
        .param(contact.value())
        .param(ConversationLimits.REMEMBERED_INTERACTIONS)
        .param(item.medium().name())
        .param(item.channel())
        .param(item.party())
        .query((row, _) -> new ConversationId(row.getLong(1)))
        .optional();
  }

  private static void insert(JdbcClient db, WorkspaceId workspace, Message message) {
    db.sql(
            """
            insert into message (workspace, conversation, seq, id, interaction, client_id, author_kind, text, at, written_at)
            values (?, ?, ?, ?, ?, ?, 'CUSTOMER', ?, ?, ?)\
            """)
        .param(workspace.value())
        .param(message.conversation().value())
        .param(message.seq())
        .param(message.id().value())
        .param(message.interaction().value())
        .param(message.clientId())
        .param(message.text())
        .param(Micros.parameter(message.at()))
        .param(message.writtenAt() == null ? null : Micros.parameter(message.writtenAt()))
        .update();
    db.sql(
            "update conversation set last_seq = ?, last_message_at = ? where workspace = ? and id ="
                + " ?")
        .param(message.seq())
        .param(Micros.parameter(message.at()))
        .param(workspace.value())
        .param(message.conversation().value())
        .update();
  }

  /// The item as it was stored before, among the contact's latest interactions.
  private Optional<TakenIn> stored(
      JdbcClient db, WorkspaceId workspace, ContactId contact, UUID clientId) {
    return duplicate(
        db,
        workspace,
        db.sql(STORED.formatted(OF_CONTACT))
            .param(workspace.value())
            .param(contact.value())
            .param(workspace.value())
            .param(ConversationLimits.REMEMBERED_INTERACTIONS)
            .param(workspace.value())
            .param(clientId)
            .query(MessageStore::message)
            .optional());
  }

  /// The same among the latest interactions with the sender, whosever they are by now.
  private Optional<TakenIn> stored(
      JdbcClient db, WorkspaceId workspace, Inbound item, long account) {
    return duplicate(
        db,
        workspace,
        db.sql(STORED.formatted(OF_SENDER))
            .param(workspace.value())
            .param(account)
            .param(item.party())
            .param(ConversationLimits.REMEMBERED_INTERACTIONS)
            .param(workspace.value())
            .param(item.clientId())
            .query(MessageStore::message)
            .optional());
  }

  private Optional<TakenIn> duplicate(
      JdbcClient db, WorkspaceId workspace, Optional<Message> message) {
    return message.map(
        m ->
            new TakenIn(
                m,
                true,
                InteractionStore.waiting(db, workspace, m.interaction()),
                join.contactOf(db, workspace, m.conversation())));
  }
}
