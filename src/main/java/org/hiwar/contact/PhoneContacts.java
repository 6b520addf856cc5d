package org.hiwar.contact;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Recognises contacts by telephone number (decision 23). A number that was only claimed recognises
/// nobody. Callers with one number at the same time wait for each other, so that they get one
/// contact. Numbers are handed in as `Addresses.number` spells them.
@Component
public class PhoneContacts {
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  private record Match(ContactId contact, boolean onlyTheNumber) {}

  public PhoneContacts(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /// Who calls from `number`; null: withheld, which matches nobody. A number that we have not seen,
  /// or that several contacts share, makes a contact of its own, which the next call from it finds.
  public ContactId caller(
      WorkspaceId workspace, @Nullable String number, @Nullable String language) {
    return database.in(
        workspace.value(),
        db ->
            number == null
                ? create(db, workspace, List.of(), language)
                : findOrCreate(
                    db,
                    workspace,
                    new Address(AddressKind.PHONE, number, Trust.PRESENTED),
                    language));
  }

  /// Whom an agent calls who has dialled `number`.
  public ContactId callee(WorkspaceId workspace, String number) {
    return database.in(
        workspace.value(),
        db ->
            findOrCreate(
                db, workspace, new Address(AddressKind.PHONE, number, Trust.CONFIRMED), null));
  }

  /// The one contact whose number this is; empty when it is nobody's, or several contacts share it.
  public Optional<ContactId> known(WorkspaceId workspace, String number) {
    return database.in(
        workspace.value(),
        db -> {
          var matches = matches(db, workspace, number);
          return matches.size() == 1 ? Optional.of(matches.getFirst().contact()) : Optional.empty();
        });
  }

  /// Whether anybody has the number, one contact or several.
  public boolean knows(WorkspaceId workspace, String number) {
    return database.in(workspace.value(), db -> !matches(db, workspace, number).isEmpty());
  }

  /// Until the transaction of the caller ends, nobody else recognises callers with this number.
  public void one(WorkspaceId workspace, String number) {
    database.in(workspace.value(), db -> lock(db, workspace, number));
  }

  private static int lock(JdbcClient db, WorkspaceId workspace, String number) {
    return db.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
        .param("phone " + number)
        .param(workspace.value())
        .query((row, _) -> 0)
        .single();
  }

  private ContactId findOrCreate(
      JdbcClient db, WorkspaceId workspace, Address number, @Nullable String language) {
    lock(db, workspace, number.value());
    var matches = matches(db, workspace, number.value());
    if (matches.size() == 1) return matches.getFirst().contact();
    return matches.stream()
        .filter(Match::onlyTheNumber)
        .findFirst()
        .map(Match::contact)
        .orElseGet(() -> create(db, workspace, List.of(number), language));
  }

  private static List<Match> matches(JdbcClient db, WorkspaceId workspace, String number) {
    return db.sql(
            """
            select c.id, c.name is null and (select count(*) = 1 from contact_address o where o.workspace = c.workspace and o.contact = c.id)
            from contact_address a join contact c on c.workspace = a.workspace and c.id = a.contact
            where a.workspace = ? and a.kind = 'PHONE' and a.value = ? and a.trust <> 'CLAIMED' order by c.id\
            """)
        .param(workspace.value())
        .param(number)
        .query((row, _) -> new Match(new ContactId(row.getLong(1)), row.getBoolean(2)))
        .list();
  }

  private ContactId create(
      JdbcClient db, WorkspaceId workspace, List<Address> addresses, @Nullable String language) {
    var contact = new ContactId(ids.next());
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    db.sql(
            "insert into contact (workspace, id, language, search_text, created_at) values (?, ?,"
                + " ?, ?, ?)")
        .param(workspace.value())
        .param(contact.value())
        .param(language)
        .param(SearchText.of(null, addresses))
        .param(now)
        .update();
    for (var address : addresses)
      db.sql(
              "insert into contact_address (workspace, contact, kind, value, trust, created_at)"
                  + " values (?, ?, ?, ?, ?, ?)")
          .param(workspace.value())
          .param(contact.value())
          .param(address.kind().name())
          .param(address.value())
          .param(address.trust().name())
          .param(now)
          .update();
    return contact;
  }
}
