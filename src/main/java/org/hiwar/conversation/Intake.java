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
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
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
  private final Ids ids;
  private final Clock clock;

  /// `message` is stored; `began` is the interaction that it began, or that it is still waiting in
  /// when it is a duplicate. `contact` is there if the customer said something about themselves
  /// that was new.
  record TakenIn(
      Message message, boolean duplicate, Optional<Arrival> began, Optional<ContactId> contact) {}

  private record OpenConversation(ConversationId id, long lastSeq, @Nullable UserId owner) {}

  Intake(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
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
                    var conversation = openConversation(db, workspace, contact);
                    // Asked again behind the lock: the same item may have been taken in while we
                    // waited for it.
                    return stored(db, workspace, contact, item.clientId())
                        .orElseGet(() -> store(db, workspace, contact, conversation, item));
                  });
        });
  }

  private TakenIn store(
      JdbcClient db,
      WorkspaceId workspace,
      ContactId contact,
      OpenConversation conversation,
      Inbound item) {
    var now = Micros.now(clock);
    var going = goingOn(db, workspace, conversation.id(), item);
    var began =
        going.isPresent()
            ? Optional.<Arrival>empty()
            : Optional.of(begin(db, workspace, contact, conversation, item, now));
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

  /// The open conversation of the contact, locked; begun now if there is none.
  private OpenConversation openConversation(
      JdbcClient db, WorkspaceId workspace, ContactId contact) {
    while (true) {
      var open =
          db.sql(
                  """
                  select id, last_seq, owner from conversation where workspace = ? and contact = ? and closed_at is null for no key update\
                  """)
              .param(workspace.value())
              .param(contact.value())
              .query(
                  (row, _) ->
                      new OpenConversation(
                          new ConversationId(row.getLong(1)), row.getLong(2), user(row.getLong(3))))
              .optional();
      if (open.isPresent()) return open.get();
      var id = new ConversationId(ids.next());
      int begun =
          db.sql(
                  """
                  insert into conversation (workspace, id, contact, opened_at) values (?, ?, ?, ?)
                  on conflict (workspace, contact) where closed_at is null do nothing\
                  """)
              .param(workspace.value())
              .param(id.value())
              .param(contact.value())
              .param(Micros.parameter(Micros.now(clock)))
              .update();
      if (begun == 1) return new OpenConversation(id, 0, null);
    }
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

  private Arrival begin(
      JdbcClient db,
      WorkspaceId workspace,
      ContactId contact,
      OpenConversation conversation,
      Inbound item,
      Instant now) {
    var lastAgent = lastAgent(db, workspace, contact);
    var interaction = new InteractionId(ids.next());
    db.sql(
            """
            insert into interaction (workspace, id, conversation, contact, medium, channel, direction, service, language, entry, party, global_id, arrived_at)
            values (?, ?, ?, ?, ?, ?, 'INBOUND', ?, ?, ?, ?, ?, ?)\
            """)
        .param(workspace.value())
        .param(interaction.value())
        .param(conversation.id().value())
        .param(contact.value())
        .param(item.medium().name())
        .param(item.channel())
        .param(item.service().value())
        .param(item.language())
        .param(item.entry())
        .param(item.visitor())
        .param(UUID.randomUUID())
        .param(Micros.parameter(now))
        .update();
    db.sql("update conversation set version = version + 1 where workspace = ? and id = ?")
        .param(workspace.value())
        .param(conversation.id().value())
        .update();
    db.sql("update contact set last_activity_at = ? where workspace = ? and id = ?")
        .param(Micros.parameter(now))
        .param(workspace.value())
        .param(contact.value())
        .update();
    return new Arrival(
        interaction,
        conversation.id(),
        contact,
        item.visitor(),
        item.service(),
        item.medium(),
        item.channel(),
        item.language(),
        conversation.owner(),
        lastAgent,
        now);
  }

  private static @Nullable UserId lastAgent(
      JdbcClient db, WorkspaceId workspace, ContactId contact) {
    return db.sql(
            """
            select agent from interaction where workspace = ? and contact = ? and agent is not null order by arrived_at desc, id desc limit 1\
            """)
        .param(workspace.value())
        .param(contact.value())
        .query((row, _) -> new UserId(row.getLong(1)))
        .optional()
        .orElse(null);
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

  private static @Nullable UserId user(long id) {
    return id == 0 ? null : new UserId(id);
  }
}
