package org.hiwar.contact;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Recognises contacts by telephone number, as [Recognition] does. Numbers are handed in as
/// `Addresses.number` spells them.
@Component
public class PhoneContacts {
  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, ?))";
  private static final String MATCHES =
      """
      select coalesce(c.merged_into, c.id), bool_and(c.merged_into is null and c.name is null and not exists (
          select from contact_address o where o.workspace = c.workspace and o.contact = c.id and not (o.kind = 'PHONE' and o.value = a.value))
        and not exists (select from contact m where m.workspace = c.workspace and m.merged_into = c.id)) as nobody
      from contact_address a join contact c on c.workspace = a.workspace and c.id = a.contact
      where a.workspace = ? and a.kind = 'PHONE' and a.value = ? and a.trust <> 'CLAIMED' group by 1 order by nobody, 1\
      """;

  private final Database database;
  private final Recognition recognition;
  private final Ids ids;

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

  public PhoneContacts(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    recognition = new Recognition(database, ids, clock);
  }

  /// Who calls from `number`; null: withheld, which matches nobody. A number that we have not seen,
  /// or that several contacts share, makes a contact of its own, which the next call from it finds.
  public Recognised caller(
      WorkspaceId workspace, @Nullable String number, @Nullable String language) {
    return database.together(
        workspace.value(),
        () ->
            number == null
                ? making(workspace, List.of(), language)
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

  /// @param nobody of whom nothing is known but the number
  private record Match(ContactId contact, boolean nobody) {}

  /// The one contact whose number this is, whoever is nothing but the number left aside; empty when
  /// it is nobody's, or several contacts share it.
  public Optional<ContactId> known(WorkspaceId workspace, String number) {
    return database.in(
        workspace.value(),
        db -> {
          var matches = matches(db, workspace, number);
          var somebody = matches.stream().filter(m -> !m.nobody()).toList();
          if (somebody.size() == 1) return Optional.of(somebody.getFirst().contact());
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
        .param("PHONE " + number)
        .param(workspace.value())
        .query((row, _) -> 0)
        .single();
  }

  private Recognised findOrMake(WorkspaceId workspace, Address number, @Nullable String language) {
    return recognition
        .find(workspace, Sender.of(number, null))
        .map(found -> new Recognised(found, List.of()))
        .orElseGet(() -> making(workspace, List.of(number), language));
  }

  private static List<Match> matches(JdbcClient db, WorkspaceId workspace, String number) {
    return db.sql(MATCHES)
        .param(workspace.value())
        .param(number)
        .query((row, _) -> new Match(new ContactId(row.getLong(1)), row.getBoolean(2)))
        .list();
  }

  private Recognised making(
      WorkspaceId workspace, List<Address> addresses, @Nullable String language) {
    var contact = new ContactId(ids.next());
    return new Recognised(
        contact, recognition.making(workspace, contact, null, language, addresses));
  }
}
