package org.hiwar.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Recognises contacts by who wrote (decision 23). Senders with one address at the same time wait
/// for each other, so that they get one contact.
///
/// The address that answers go to decides; where nobody has it, the others that come with the same
/// proof, in their order. One contact who has it is recognised, and learns from the message
/// ([#learn]). None, or several, makes a contact of its own, which the next message finds. What was
/// only claimed recognises nobody, neither as what comes nor as what is kept.
public final class Recognition {
  /// As [PhoneContacts] locks a number: a call and a message wait for each other, too.
  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, ?))";

  private static final String MATCHES =
      """
      select c.id from contact_address a join contact c on c.workspace = a.workspace and c.id = a.contact
      where a.workspace = ? and a.kind = ? and a.value = ? and a.trust <> 'CLAIMED' order by c.id\
      """;

  private final Database database;
  private final ContactStore contacts;
  private final Ids ids;
  private final Clock clock;

  /// @param isNew made now
  public record Recognised(ContactId contact, boolean isNew) {}

  public Recognition(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    contacts = new ContactStore(database, ids, clock);
  }

  /// Whose message it is; within the transaction of the caller, if there is one. Locks no contact
  /// that is there already.
  public Recognised of(WorkspaceId workspace, Sender sender) {
    return database.in(workspace.value(), db -> of(db, workspace, sender));
  }

  private Recognised of(JdbcClient db, WorkspaceId workspace, Sender sender) {
    lock(db, workspace, sender);
    for (var address : proved(sender)) {
      var matches = matches(db, workspace, address);
      if (matches.size() == 1) return new Recognised(matches.getFirst(), false);
      if (matches.size() > 1)
        return madeFor(workspace, matches, sender)
            .map(contact -> new Recognised(contact, false))
            .orElseGet(() -> made(db, workspace, sender));
    }
    return made(db, workspace, sender);
  }

  private static List<Address> all(Sender sender) {
    var all = new ArrayList<Address>(1 + sender.also().size());
    all.add(sender.address());
    all.addAll(sender.also());
    return all;
  }

  private static List<Address> proved(Sender sender) {
    return all(sender).stream().filter(a -> a.trust() != Trust.CLAIMED).toList();
  }

  /// In one order, so that two senders never wait for each other.
  private static void lock(JdbcClient db, WorkspaceId workspace, Sender sender) {
    all(sender).stream()
        .map(a -> a.kind().name().toLowerCase(Locale.ROOT) + " " + a.value())
        .sorted()
        .distinct()
        .forEach(
            key -> db.sql(LOCK).param(key).param(workspace.value()).query((row, _) -> 0).single());
  }

  private static List<ContactId> matches(JdbcClient db, WorkspaceId workspace, Address address) {
    return db.sql(MATCHES)
        .param(workspace.value())
        .param(address.kind().name())
        .param(address.value())
        .query(Recognition::id)
        .list();
  }

  private static ContactId id(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new ContactId(row.getLong(1));
  }

  /// Among several who share the address, the one that an earlier message of this sender has made:
  /// of whom nothing is known but what came with it.
  private Optional<ContactId> madeFor(
      WorkspaceId workspace, List<ContactId> matches, Sender sender) {
    var known = all(sender).stream().map(Recognition::key).toList();
    return matches.stream()
        .map(contact -> contacts.find(workspace, contact).orElseThrow())
        .filter(contact -> contact.name() == null || contact.name().equals(name(sender)))
        .filter(
            contact -> contact.addresses().stream().map(Recognition::key).allMatch(known::contains))
        .map(Contact::id)
        .findFirst();
  }

  private record Key(AddressKind kind, String value) {}

  private static Key key(Address address) {
    return new Key(address.kind(), address.value());
  }

  /// Keeps with a contact what a message has proved or said; true when that was new. To be called
  /// behind the lock of the conversation, as whatever changes contacts.
  public boolean learn(WorkspaceId workspace, ContactId contact, Sender sender) {
    return database.in(workspace.value(), db -> learn(db, workspace, contact, sender));
  }

  private boolean learn(JdbcClient db, WorkspaceId workspace, ContactId contact, Sender sender) {
    var before = contacts.find(workspace, contact).orElseThrow();
    boolean changed = false;
    for (var address : proved(sender)) {
      var old = before.addresses().stream().filter(a -> key(a).equals(key(address))).findFirst();
      boolean wanted =
          old.isPresent()
              ? isProvedNow(old.get().trust(), address.trust())
              : matches(db, workspace, address).isEmpty();
      if (wanted && contacts.addAddress(workspace, contact, address) instanceof ContactEdit.Saved)
        changed = true;
    }
    var name = name(sender);
    if (name != null && contacts.keepClaims(workspace, contact, name, Optional.empty()))
      changed = true;
    return changed;
  }

  /// What an agent has confirmed stays so.
  private static boolean isProvedNow(Trust before, Trust now) {
    return now == Trust.ATTESTED && (before == Trust.PRESENTED || before == Trust.CLAIMED);
  }

  private static @Nullable String name(Sender sender) {
    var said = sender.name();
    if (said == null) return null;
    var clean = said.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
    var cut = clean.substring(0, Math.min(clean.length(), ContactLimits.NAME_CHARACTERS));
    return cut.isEmpty() ? null : cut;
  }

  private Recognised made(JdbcClient db, WorkspaceId workspace, Sender sender) {
    var contact = new ContactId(ids.next());
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    var addresses = all(sender);
    db.sql(
            """
            insert into contact (workspace, id, name, language, search_text, created_at) values (?, ?, ?, ?, ?, ?)\
            """)
        .param(workspace.value())
        .param(contact.value())
        .param(name(sender))
        .param(sender.language())
        .param(SearchText.of(name(sender), addresses))
        .param(now)
        .update();
    for (var address : addresses)
      db.sql(
              """
              insert into contact_address (workspace, contact, kind, value, trust, created_at) values (?, ?, ?, ?, ?, ?)
              on conflict (workspace, contact, kind, value) do nothing\
              """)
          .param(workspace.value())
          .param(contact.value())
          .param(address.kind().name())
          .param(address.value())
          .param(address.trust().name())
          .param(now)
          .update();
    return new Recognised(contact, true);
  }
}
