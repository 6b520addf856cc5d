package org.hiwar.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.VisitorContacts;
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
  private final Database database;
  private final VisitorContacts visitors;
  private final ContactStore contacts;
  private final JoinStore join;
  private final Ids ids;
  private final Clock clock;

  /// `message` is stored; `began` is the interaction that it began, or that it is still waiting in
  /// when it is a duplicate. `contact` is there if the customer said something about themselves
  /// that was new.
  record TakenIn(
      Message message, boolean duplicate, Optional<Arrival> began, Optional<ContactId> contact) {}

  Intake(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    join = new JoinStore(ids);
    visitors = new VisitorContacts(database, ids, clock);
    contacts = new ContactStore(database, ids, clock);
  }

  TakenIn takeIn(WorkspaceId workspace, Inbound item) {
    return database.in(
        workspace.value(),
        db -> {
          var contact = visitors.findOrCreate(workspace, item.visitor(), item.language());
          return stored(db, workspace, contact, item.clientId())
              .orElseGet(
                  () -> {
                    var conversation = join.open(db, workspace, contact, Micros.now(clock));
                    // Asked again behind the lock: the same item may have been taken in while we
                    // waited for it.
                    return stored(db, workspace, contact, item.clientId())
                        .orElseGet(() -> store(db, workspace, contact, conversation, item));
                  });
        });
  }

  private static JoinStore.Beginning beginning(Inbound item, Instant at) {
    return new JoinStore.Beginning(
        item.medium(),
        item.channel(),
        Direction.INBOUND,
        item.service(),
        item.language(),
        item.entry(),
        item.visitor(),
        at,
        null);
  }

  private TakenIn store(
      JdbcClient db,
      WorkspaceId workspace,
      ContactId contact,
      JoinStore.Joined conversation,
      Inbound item) {
    var now = Micros.now(clock);
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
            now);
    insert(db, workspace, message);
    boolean claimed =
        !item.claims().equals(Inbound.Claims.NONE)
            && contacts.keepClaims(
                workspace, contact, item.claims().name(), item.claims().address());
    return new TakenIn(message, false, began, claimed ? Optional.of(contact) : Optional.empty());
  }

  /// The live interaction of this visitor on this channel, if there is one.
  private static Optional<InteractionId> goingOn(
      JdbcClient db, WorkspaceId workspace, ConversationId conversation, Inbound item) {
    return db.sql(
            """
            select id from interaction where workspace = ? and conversation = ? and live_until is null and medium = ? and channel = ? and party = ?
            order by id desc limit 1\
            """)
        .param(workspace.value())
        .param(conversation.value())
        .param(item.medium().name())
        .param(item.channel())
        .param(item.visitor())
        .query((row, _) -> new InteractionId(row.getLong(1)))
        .optional();
  }

  private static void insert(JdbcClient db, WorkspaceId workspace, Message message) {
    db.sql(
            """
            insert into message (workspace, conversation, seq, id, interaction, client_id, author_kind, text, at)
            values (?, ?, ?, ?, ?, ?, 'CUSTOMER', ?, ?)\
            """)
        .param(workspace.value())
        .param(message.conversation().value())
        .param(message.seq())
        .param(message.id().value())
        .param(message.interaction().value())
        .param(message.clientId())
        .param(message.text())
        .param(Micros.parameter(message.at()))
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
  private static Optional<TakenIn> stored(
      JdbcClient db, WorkspaceId workspace, ContactId contact, UUID clientId) {
    var message =
        db.sql(
                "select "
                    + MessageStore.COLUMNS
                    + """
                     from (select id from interaction where workspace = ? and contact = ? order by arrived_at desc, id desc limit ?) i
                    join message m on m.workspace = ? and m.interaction = i.id and m.client_id = ?\
                    """)
            .param(workspace.value())
            .param(contact.value())
            .param(ConversationLimits.REMEMBERED_INTERACTIONS)
            .param(workspace.value())
            .param(clientId)
            .query(MessageStore::message)
            .optional();
    return message.map(
        m ->
            new TakenIn(
                m,
                true,
                InteractionStore.waiting(db, workspace, m.interaction()),
                Optional.empty()));
  }
}
