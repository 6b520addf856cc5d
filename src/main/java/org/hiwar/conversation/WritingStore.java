package org.hiwar.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hiwar.contact.Address;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.Recognition;
import org.hiwar.contact.Sender;
import org.hiwar.contact.Trust;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where a message goes that an agent writes first: the same joins as of a call that an agent
/// begins.
final class WritingStore {
  private final Database database;
  private final Recognition recognition;
  private final ContactStore contacts;
  private final JoinStore join;
  private final Clock clock;

  WritingStore(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.clock = clock;
    recognition = new Recognition(database, ids, clock);
    contacts = new ContactStore(database, ids, clock);
    join = new JoinStore(ids);
  }

  BegunWriting begin(WorkspaceId workspace, OutgoingMessage what) {
    return database.in(
        workspace.value(),
        db -> {
          var known = known(db, workspace, what);
          if (known.isPresent()) return known.get();
          var visited = visited(db, workspace, what);
          if (visited.isPresent()) return visited.get();
          var conversation = conversationFor(db, workspace, what);
          var going = going(db, workspace, conversation, what);
          if (going.isPresent()) return going.get();
          var interaction = join.begin(db, workspace, conversation, beginning(what));
          keep(workspace, conversation.contact(), what.to());
          return new BegunWriting.Begun(interaction, conversation.id(), conversation.contact());
        });
  }

  private JoinStore.Beginning beginning(OutgoingMessage what) {
    return new JoinStore.Beginning(
        what.medium(),
        what.channel(),
        Direction.OUTBOUND,
        what.service(),
        null,
        null,
        what.to().value(),
        what.account(),
        what.thread(),
        Trust.CONFIRMED,
        Micros.cut(what.at()),
        now().plus(ConversationLimits.BEGIN_WITHIN));
  }

  private static Optional<BegunWriting> known(
      JdbcClient db, WorkspaceId workspace, OutgoingMessage what) {
    return db.sql(
            "select "
                + MessageStore.COLUMNS
                + """
                from (select id from interaction where workspace = ? and account = ? and party = ? order by arrived_at desc, id desc limit ?) i
                join message m on m.workspace = ? and m.interaction = i.id and m.client_id = ? and m.author = ?\
                """
                + MessageStore.DELIVERY)
        .param(workspace.value())
        .param(what.account())
        .param(what.to().value())
        .param(ConversationLimits.REMEMBERED_INTERACTIONS)
        .param(workspace.value())
        .param(what.clientId())
        .param(what.agent().value())
        .query(MessageStore::message)
        .optional()
        .map(BegunWriting.Known::new);
  }

  /// What the agent has with this address, or has begun a moment ago without an answer.
  private static Optional<BegunWriting> going(
      JdbcClient db, WorkspaceId workspace, JoinStore.Joined conversation, OutgoingMessage what) {
    return db.sql(
            """
            select id, agent from interaction where workspace = ? and conversation = ? and live_until is null and channel = ? and account = ?
            and party = ? and thread is not distinct from nullif(?, %s)
            and (agent = ? or agent is null and begin_until is not null) order by agent is null, id desc limit 1\
            """
                .formatted(Micros.NONE_SQL))
        .param(workspace.value())
        .param(conversation.id().value())
        .param(what.channel())
        .param(what.account())
        .param(what.to().value())
        .param(Objects.requireNonNullElse(what.thread(), Micros.NONE))
        .param(what.agent().value())
        .query(
            (row, _) -> {
              var id = new InteractionId(row.getLong("id"));
              var agent = InteractionRows.orNull(row, "agent", UserId::new);
              return agent == null
                  ? (BegunWriting)
                      new BegunWriting.Begun(id, conversation.id(), conversation.contact())
                  : new BegunWriting.Going(id, conversation.id());
            })
        .optional();
  }

  /// What another agent has with this address, in the conversation from which this one writes as a
  /// guest of it.
  private static Optional<BegunWriting> visited(
      JdbcClient db, WorkspaceId workspace, OutgoingMessage what) {
    var from = what.conversation();
    if (from == null) return Optional.empty();
    return db.sql(
            """
            select i.id from interaction i join participant p on p.workspace = i.workspace and p.interaction = i.id
            where i.workspace = ? and i.conversation = ? and i.live_until is null and i.channel = ? and i.account = ? and i.party = ?
            and i.thread is not distinct from nullif(?, %s)
            and p.agent = ? and p.joined_at is not null and p.left_at is null order by i.id desc limit 1\
            """
                .formatted(Micros.NONE_SQL))
        .param(workspace.value())
        .param(from.value())
        .param(what.channel())
        .param(what.account())
        .param(what.to().value())
        .param(Objects.requireNonNullElse(what.thread(), Micros.NONE))
        .param(what.agent().value())
        .query((row, _) -> new InteractionId(row.getLong(1)))
        .optional()
        .map(id -> new BegunWriting.Going(id, from));
  }

  /// At most one conversation is locked. Where the one looked at has been taken meanwhile, the
  /// message gets one of its own.
  private JoinStore.Joined conversationFor(
      JdbcClient db, WorkspaceId workspace, OutgoingMessage what) {
    var from = what.conversation();
    if (from != null && join.addable(db, workspace, from, what.agent(), false).isPresent()) {
      var locked = join.addable(db, workspace, from, what.agent(), true);
      if (locked.isPresent()) return locked.get();
      var contact = join.contactOf(db, workspace, from).orElseThrow();
      return join.beside(db, workspace, contact, now());
    }
    var contact = contactFor(db, workspace, from, what);
    var open = join.open(db, workspace, contact, now());
    if (open.freeFor(what.agent())) return open;
    return besideAlready(db, workspace, open.contact(), what)
        .orElseGet(() -> join.beside(db, workspace, open.contact(), now()));
  }

  /// The conversation that this agent has begun beside another's with the same address.
  private Optional<JoinStore.Joined> besideAlready(
      JdbcClient db, WorkspaceId workspace, ContactId contact, OutgoingMessage what) {
    return db.sql(
            """
            select conversation from interaction where workspace = ? and account = ? and party = ? and contact = ? and agent = ? and live_until is null
            order by arrived_at desc, id desc limit 1\
            """)
        .param(workspace.value())
        .param(what.account())
        .param(what.to().value())
        .param(contact.value())
        .param(what.agent().value())
        .query((row, _) -> new ConversationId(row.getLong(1)))
        .optional()
        .flatMap(id -> join.addable(db, workspace, id, what.agent(), true));
  }

  private ContactId contactFor(
      JdbcClient db, WorkspaceId workspace, @Nullable ConversationId from, OutgoingMessage what) {
    return Optional.ofNullable(from)
        .flatMap(conversation -> join.contactOf(db, workspace, conversation))
        .or(
            () ->
                Optional.ofNullable(what.contact())
                    .flatMap(contact -> contacts.find(workspace, contact))
                    .map(Contact::id))
        .orElseGet(
            () -> {
              var typed = new Address(what.to().kind(), what.to().value(), Trust.CONFIRMED);
              return recognition.of(workspace, Sender.of(typed, null)).contact();
            });
  }

  /// As a dialled number: an address that an agent writes to is kept with a contact of whom none of
  /// its kind is known but claimed ones.
  private void keep(WorkspaceId workspace, ContactId contact, Address to) {
    boolean reachable =
        contacts.find(workspace, contact).orElseThrow().addresses().stream()
            .filter(a -> a.kind() == to.kind())
            .anyMatch(a -> a.trust() != Trust.CLAIMED || a.value().equals(to.value()));
    if (reachable) return;
    var unused =
        contacts.addAddress(
            workspace, contact, new Address(to.kind(), to.value(), Trust.CONFIRMED));
  }

  private Instant now() {
    return Micros.now(clock);
  }
}
