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

  /// @param isNew made in this transaction, so that nobody else knows it yet
  public record Recognised(ContactId contact, boolean isNew) {}

  private record Match(ContactId contact, boolean onlyTheNumber) {}

  public PhoneContacts(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /// Who calls from `number`; null: withheld, which matches nobody. A number that we have not seen,
  /// or that several contacts share, makes a contact of its own, which the next call from it finds.
  public Recognised caller(
      WorkspaceId workspace, @Nullable String number, @Nullable String language) {
    return database.in(
        workspace.value(),
        db ->
            number == null
                ? new Recognised(create(db, workspace, null, language), true)
                : findOrCreate(
                    db,
                    workspace,
                    new Address(AddressKind.PHONE, number, Trust.PRESENTED),
                    language));
  }

  /// Whom an agent calls who has dialled `number`.
  public ContactId callee(WorkspaceId workspace, String number) {
    return database
        .in(
            workspace.value(),
            db ->
                findOrCreate(
                    db, workspace, new Address(AddressKind.PHONE, number, Trust.CONFIRMED), null))
        .contact();
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

  private Recognised findOrCreate(
      JdbcClient db, WorkspaceId workspace, Address number, @Nullable String language) {
    lock(db, workspace, number.value());
    var matches = matches(db, workspace, number.value());
    if (matches.size() == 1) return new Recognised(matches.getFirst().contact(), false);
    return matches.stream()
        .filter(Match::onlyTheNumber)
        .findFirst()
        .map(found -> new Recognised(found.contact(), false))
        .orElseGet(() -> new Recognised(create(db, workspace, number, language), true));
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

  /// @param address null: without one
  private ContactId create(
      JdbcClient db,
      WorkspaceId workspace,
      @Nullable Address address,
      @Nullable String language) {
    var contact = new ContactId(ids.next());
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    var addresses = address == null ? List.<Address>of() : List.of(address);
    var insert =
        "insert into contact (workspace, id, language, search_text, created_at) values (?, ?, ?,"
            + " ?, ?)";
    var statement =
        db.sql(
                address == null
                    ? insert
                    : "with c as ("
                        + insert
                        + ") insert into contact_address (workspace, contact, kind, value, trust,"
                        + " created_at) values (?, ?, ?, ?, ?, ?)")
            .params(workspace.value(), contact.value())
            .param(language)
            .param(SearchText.of(null, addresses))
            .param(now);
    for (var each : addresses)
      statement
          .param(workspace.value())
          .param(contact.value())
          .param(each.kind().name())
          .param(each.value())
          .param(each.trust().name())
          .param(now);
    statement.update();
    return contact;
  }
}
