package org.hiwar.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.PhoneContacts;
import org.hiwar.contact.Trust;
import org.hiwar.contact.VisitorContacts;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Calls as interactions: how they begin, and how one ends that never began.
final class CallStore {
  private final Database database;
  private final PhoneContacts phones;
  private final VisitorContacts visitors;
  private final ContactStore contacts;
  private final JoinStore join;
  private final Clock clock;

  CallStore(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.clock = clock;
    phones = new PhoneContacts(database, ids, clock);
    visitors = new VisitorContacts(database, ids, clock);
    contacts = new ContactStore(database, ids, clock);
    join = new JoinStore(ids);
  }

  Arrival arrive(WorkspaceId workspace, IncomingPhoneCall call, Calls.Taker taker) {
    var number = number(call.number());
    return database.together(
        workspace.value(),
        () -> {
          var caller = phones.caller(workspace, number, call.language());
          return caller.isNew()
              ? ofStranger(workspace, caller, beginning(call, number), taker)
              : ofContact(workspace, caller.contact(), beginning(call, number), taker);
        });
  }

  private Arrival ofContact(
      WorkspaceId workspace, ContactId contact, JoinStore.Beginning what, Calls.Taker taker) {
    return database.in(
        workspace.value(),
        db -> {
          var open = join.open(db, workspace, contact, now());
          return store(join.coming(db, workspace, open, what), taker, List.of());
        });
  }

  private Arrival ofStranger(
      WorkspaceId workspace,
      PhoneContacts.Recognised caller,
      JoinStore.Beginning what,
      Calls.Taker taker) {
    var first = join.first(workspace, caller.contact(), now());
    var all = new ArrayList<>(caller.toStore());
    all.add(first.beginning());
    return store(join.first(workspace, first.conversation(), what), taker, all);
  }

  /// In one message: `before`, the interaction, and what whoever takes the call keeps of it.
  private Arrival store(
      JdbcClient db,
      WorkspaceId workspace,
      JoinStore.Joined conversation,
      JoinStore.Beginning what,
      Calls.Taker taker,
      List<SqlPart> before) {
    return store(join.coming(db, workspace, conversation, what), taker, before);
  }

  private Arrival store(JoinStore.Coming coming, Calls.Taker taker, List<SqlPart> before) {
    var all = new ArrayList<>(before);
    all.add(coming.beginning());
    all.addAll(taker.take(coming.arrival()));
    database.run(all);
    return coming.arrival();
  }

  /// It joins the conversation in which the customer chats, if they do.
  Arrival arrive(WorkspaceId workspace, IncomingWebCall call, Calls.Taker taker) {
    return database.in(
        workspace.value(),
        db -> {
          var contact = visitors.findOrCreate(workspace, call.visitor(), call.language());
          var conversation = join.open(db, workspace, contact, now());
          var arrival =
              store(
                  db,
                  workspace,
                  conversation,
                  new JoinStore.Beginning(
                      Medium.VOICE,
                      Calls.WEB_CHANNEL,
                      Direction.INBOUND,
                      call.service(),
                      call.language(),
                      call.entry(),
                      call.visitor(),
                      Trust.ATTESTED,
                      Micros.cut(call.at()),
                      null),
                  taker,
                  List.of());
          var unused = call.claims().keep(contacts, workspace, contact);
          return arrival;
        });
  }

  /// Decision 8; empty when no open conversation has this code.
  Optional<Arrival> arrive(
      WorkspaceId workspace, IncomingPhoneCall call, String code, Calls.Taker taker) {
    var number = number(call.number());
    return database.in(
        workspace.value(),
        db -> {
          if (number != null) phones.one(workspace, number);
          return join.byCode(db, workspace, code, now())
              .map(
                  conversation -> {
                    var what = beginning(call, number);
                    var arrival = store(db, workspace, conversation, what, taker, List.of());
                    if (number != null && !phones.knows(workspace, number)) {
                      var unused =
                          contacts.addAddress(
                              workspace,
                              conversation.contact(),
                              new Address(AddressKind.PHONE, number, Trust.PRESENTED));
                    }
                    return arrival;
                  });
        });
  }

  boolean joins(WorkspaceId workspace, @Nullable String shown) {
    var number = number(shown);
    return number != null
        && database.in(
            workspace.value(),
            db ->
                phones
                    .known(workspace, number)
                    .filter(contact -> join.isOpenFor(db, workspace, contact))
                    .isPresent());
  }

  private static JoinStore.Beginning beginning(IncomingPhoneCall call, @Nullable String number) {
    return new JoinStore.Beginning(
        Medium.VOICE,
        Calls.CHANNEL,
        Direction.INBOUND,
        call.service(),
        call.language(),
        null,
        number == null ? "" : number,
        Trust.PRESENTED,
        Micros.cut(call.at()),
        null);
  }

  BegunCall begin(WorkspaceId workspace, OutgoingPhoneCall call) {
    var number =
        Addresses.number(call.number())
            .orElseThrow(() -> new IllegalArgumentException("a call to no number"));
    return database.in(
        workspace.value(),
        db -> {
          var conversation = conversationFor(db, workspace, call, number);
          var interaction =
              join.begin(
                  db,
                  workspace,
                  conversation,
                  new JoinStore.Beginning(
                      Medium.VOICE,
                      Calls.CHANNEL,
                      Direction.OUTBOUND,
                      call.service(),
                      null,
                      null,
                      number,
                      Trust.CONFIRMED,
                      Micros.cut(call.at()),
                      now().plus(ConversationLimits.BEGIN_WITHIN)));
          keep(workspace, conversation.contact(), number);
          return new BegunCall(interaction, conversation.id(), conversation.contact());
        });
  }

  /// At most one conversation is locked. Where the one looked at has been taken meanwhile, the call
  /// gets one of its own.
  private JoinStore.Joined conversationFor(
      JdbcClient db, WorkspaceId workspace, OutgoingPhoneCall call, String number) {
    var from = call.conversation();
    if (from != null && join.addable(db, workspace, from, call.agent(), false).isPresent()) {
      var locked = join.addable(db, workspace, from, call.agent(), true);
      if (locked.isPresent()) return locked.get();
      var contact = join.contactOf(db, workspace, from).orElseThrow();
      return join.beside(db, workspace, contact, now());
    }
    var contact = contactFor(db, workspace, call, number);
    var open = join.open(db, workspace, contact, now());
    return open.freeFor(call.agent()) ? open : join.beside(db, workspace, open.contact(), now());
  }

  private ContactId contactFor(
      JdbcClient db, WorkspaceId workspace, OutgoingPhoneCall call, String number) {
    var named =
        Optional.ofNullable(call.conversation())
            .flatMap(conversation -> join.contactOf(db, workspace, conversation))
            .or(
                () ->
                    Optional.ofNullable(call.contact())
                        .flatMap(contact -> contacts.find(workspace, contact))
                        .map(Contact::id));
    return named.orElseGet(() -> phones.callee(workspace, number));
  }

  /// S0-16: a number that an agent dials is kept with a contact of whom no number is known but
  /// claimed ones.
  private void keep(WorkspaceId workspace, ContactId contact, String number) {
    var known = contacts.find(workspace, contact).orElseThrow().addresses();
    boolean reachable =
        known.stream()
            .filter(a -> a.kind() == AddressKind.PHONE)
            .anyMatch(a -> a.trust() != Trust.CLAIMED || a.value().equals(number));
    if (reachable) return;
    var unused =
        contacts.addAddress(
            workspace, contact, new Address(AddressKind.PHONE, number, Trust.CONFIRMED));
  }

  /// Whether it was there to be withdrawn.
  boolean withdraw(WorkspaceId workspace, InteractionId interaction) {
    return database.in(workspace.value(), db -> close(db, workspace, interaction));
  }

  private boolean close(JdbcClient db, WorkspaceId workspace, InteractionId interaction) {
    var conversation =
        db.sql(
                """
                select c.id from conversation c where c.workspace = ?
                and c.id = (select i.conversation from interaction i where i.workspace = ? and i.id = ?) for no key update\
                """)
            .param(workspace.value())
            .param(workspace.value())
            .param(interaction.value())
            .query(Long.class)
            .optional();
    if (conversation.isEmpty()) return false;
    var at = Micros.parameter(now());
    int closed =
        db.sql(
                """
                update interaction set live_until = ?, ended_by = 'SYSTEM', ended_at = ?, outcome = 'ABANDONED'
                where workspace = ? and id = ? and begin_until is not null and ended_at is null\
                """)
            .param(at)
            .param(at)
            .param(workspace.value())
            .param(interaction.value())
            .update();
    if (closed == 0) return false;
    db.sql(
            """
            update conversation c set closed_at = coalesce(c.closed_at, ?), ended_at = ?, version = c.version + 1
            where c.workspace = ? and c.id = ? and c.ended_at is null
            and not exists (select from interaction i where i.workspace = c.workspace and i.conversation = c.id and i.ended_at is null)\
            """)
        .param(at)
        .param(at)
        .param(workspace.value())
        .param(conversation.get())
        .update();
    return true;
  }

  /// The calls that the floor has not taken in time, by `now`.
  List<InteractionId> overdue(WorkspaceId workspace, Instant now) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id from interaction where workspace = ? and begin_until <= ? and ended_at is null order by id limit ?\
                    """)
                .param(workspace.value())
                .param(Micros.parameter(now))
                .param(ConversationLimits.PAGE)
                .query((row, _) -> new InteractionId(row.getLong(1)))
                .list());
  }

  /// Whether any call waits for the floor.
  boolean anyUnbegun(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select exists (select from interaction where workspace = ? and begin_until is not null and ended_at is null)\
                    """)
                .param(workspace.value())
                .query(Boolean.class)
                .single());
  }

  private Instant now() {
    return Micros.now(clock);
  }

  /// Null: withheld.
  private static @Nullable String number(@Nullable String shown) {
    return shown == null ? null : Addresses.number(shown).orElse(null);
  }
}
