package org.hiwar.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.Question;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Recognises contacts by telephone number (decision 23). A number that was only claimed recognises
/// nobody. Callers with one number at the same time wait for each other, so that they get one
/// contact. Numbers are handed in as `Addresses.number` spells them.
@Component
public class PhoneContacts {
  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, ?))";
  private static final String MATCHES =
      """
      select c.id, c.name is null and (select count(*) = 1 from contact_address o where o.workspace = c.workspace and o.contact = c.id)
      from contact_address a join contact c on c.workspace = a.workspace and c.id = a.contact
      where a.workspace = ? and a.kind = 'PHONE' and a.value = ? and a.trust <> 'CLAIMED' order by c.id\
      """;

  private final Database database;
  private final Ids ids;
  private final Clock clock;

  /// @param toStore by whoever asked, in the same transaction, for a new contact; empty: it is
  /// known
  public record Recognised(ContactId contact, List<SqlPart> toStore) {
    public Recognised {
      toStore = List.copyOf(toStore);
    }

    public boolean isNew() {
      return !toStore.isEmpty();
    }
  }

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
    return database.together(
        workspace.value(),
        () ->
            number == null
                ? making(workspace, null, language)
                : findOrMake(
                    workspace, new Address(AddressKind.PHONE, number, Trust.PRESENTED), language));
  }

  /// Whom an agent calls who has dialled `number`.
  public ContactId callee(WorkspaceId workspace, String number) {
    return database.in(
        workspace.value(),
        _ -> {
          var address = new Address(AddressKind.PHONE, number, Trust.CONFIRMED);
          var callee = findOrMake(workspace, address, null);
          if (callee.isNew()) database.run(callee.toStore());
          return callee.contact();
        });
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
    return db.sql(LOCK)
        .param("phone " + number)
        .param(workspace.value())
        .query((row, _) -> 0)
        .single();
  }

  /// The lock is a query of its own in the same message: the next one sees what was committed while
  /// this one waited.
  private Recognised findOrMake(WorkspaceId workspace, Address number, @Nullable String language) {
    var matches = new ArrayList<Match>();
    var lock = new SqlPart(LOCK, List.of("phone " + number.value(), workspace.value()));
    var match = new SqlPart(MATCHES, List.of(workspace.value(), number.value()));
    database.ask(
        workspace.value(),
        List.of(
            new Question(lock, _ -> {}), new Question(match, row -> matches.add(match(row, 0)))));
    if (matches.size() == 1) return new Recognised(matches.getFirst().contact(), List.of());
    return matches.stream()
        .filter(Match::onlyTheNumber)
        .findFirst()
        .map(found -> new Recognised(found.contact(), List.of()))
        .orElseGet(() -> making(workspace, number, language));
  }

  private static List<Match> matches(JdbcClient db, WorkspaceId workspace, String number) {
    return db.sql(MATCHES)
        .param(workspace.value())
        .param(number)
        .query(PhoneContacts::match)
        .list();
  }

  private static Match match(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new Match(new ContactId(row.getLong(1)), row.getBoolean(2));
  }

  /// @param address null: without one
  private Recognised making(
      WorkspaceId workspace, @Nullable Address address, @Nullable String language) {
    var contact = new ContactId(ids.next());
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    var addresses = address == null ? List.<Address>of() : List.of(address);
    var parts = new ArrayList<SqlPart>(2);
    parts.add(
        new SqlPart(
            """
            insert into contact (workspace, id, language, search_text, created_at) values (?, ?, nullif(?, ''), ?, ?)\
            """,
            List.of(
                workspace.value(),
                contact.value(),
                Objects.requireNonNullElse(language, ""),
                SearchText.of(null, addresses),
                now)));
    for (var each : addresses)
      parts.add(
          new SqlPart(
              """
              insert into contact_address (workspace, contact, kind, value, trust, created_at) values (?, ?, ?, ?, ?, ?)\
              """,
              List.of(
                  workspace.value(),
                  contact.value(),
                  each.kind().name(),
                  each.value(),
                  each.trust().name(),
                  now)));
    return new Recognised(contact, parts);
  }
}
