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
import org.hiwar.platform.OneLine;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.Question;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Recognises contacts by who wrote (decision 23). Senders with one address at the same time wait
/// for each other, so that they get one contact.
///
/// The address that answers go to decides; where nobody has it, the others that come with the same
/// proof, in their order. One contact who has it is recognised, and learns from the message
/// ([#learn]). A contact that is nothing but the address does not count beside one that has it, too
/// (S0-60). None, or several, makes a contact of its own, which the next message finds. What was
/// only claimed recognises nobody, neither as what comes nor as what is kept.
public final class Recognition {
  /// In one order, so that two senders never wait for each other. A query of its own in the same
  /// message: the next one sees what was committed while this one waited.
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended(key, ?)) from unnest(?::text[]) key";

  /// By the first address that somebody has; of contacts that were merged the one that is kept.
  /// `made`: an earlier message of this sender has made the
  /// contact, of whom nothing is known but what came with it.
  private static final String MATCHES =
      """
      select t.nr, coalesce(c.merged_into, c.id) as whom, bool_and(c.merged_into is null
        and coalesce(c.name is null or c.name = nullif(?, ''), false) and not exists (
          select from contact_address o where o.workspace = c.workspace and o.contact = c.id
            and not (o.kind || ' ' || o.value = any(?::text[])))
        and not exists (select from contact m where m.workspace = c.workspace and m.merged_into = c.id)) as made,
        bool_and(c.name is null) as nameless
      from unnest(?::text[], ?::text[]) with ordinality as t(kind, value, nr)
      join contact_address a on a.workspace = ? and a.kind = t.kind and a.value = t.value and a.trust <> 'CLAIMED'
      join contact c on c.workspace = a.workspace and c.id = a.contact
      group by t.nr, whom order by t.nr, whom\
      """;

  private static final String HAS =
      """
      select exists (select from contact_address where workspace = ? and kind = ? and value = ? and trust <> 'CLAIMED')\
      """;

  private final Database database;
  private final ContactStore contacts;
  private final Ids ids;
  private final Clock clock;

  /// @param isNew made now
  public record Recognised(ContactId contact, boolean isNew) {}

  /// @param nobody made by this sender and without a name: whoever else has the address is they
  private record Match(int address, ContactId contact, boolean made, boolean nobody) {}

  public Recognition(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    contacts = new ContactStore(database, ids, clock);
  }

  /// Whose message it is; within the transaction of the caller, if there is one. Locks no contact
  /// that is there already.
  public Recognised of(WorkspaceId workspace, Sender sender) {
    return database.together(
        workspace.value(),
        () -> {
          var known = find(workspace, sender);
          if (known.isPresent()) return new Recognised(known.get(), false);
          var contact = new ContactId(ids.next());
          database.run(making(workspace, contact, sender));
          return new Recognised(contact, true);
        });
  }

  /// Whose message it is, in one message to the database; empty: a contact is to be made of it. In
  /// the transaction of the caller: until it ends, nobody else recognises the same addresses.
  Optional<ContactId> find(WorkspaceId workspace, Sender sender) {
    var matches = new ArrayList<Match>();
    database.ask(
        workspace.value(),
        List.of(
            new Question(lock(workspace, sender), _ -> {}),
            new Question(matches(workspace, sender), row -> matches.add(match(row)))));
    if (matches.isEmpty()) return Optional.empty();
    var first = matches.stream().filter(m -> m.address() == matches.getFirst().address()).toList();
    var somebody = first.stream().filter(m -> !m.nobody()).toList();
    if (somebody.size() == 1) return Optional.of(somebody.getFirst().contact());
    return first.stream().filter(Match::made).findFirst().map(Match::contact);
  }

  private static Match match(ResultSet row) throws SQLException {
    boolean made = row.getBoolean(3);
    return new Match(row.getInt(1), new ContactId(row.getLong(2)), made, made && row.getBoolean(4));
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

  private static SqlPart lock(WorkspaceId workspace, Sender sender) {
    var keys = all(sender).stream().map(Recognition::words).sorted().distinct();
    return new SqlPart(LOCK, List.of(workspace.value(), keys.toArray(String[]::new)));
  }

  private static SqlPart matches(WorkspaceId workspace, Sender sender) {
    var proved = proved(sender);
    return new SqlPart(
        MATCHES,
        List.of(
            Objects.requireNonNullElse(name(sender), ""),
            all(sender).stream().map(Recognition::words).toArray(String[]::new),
            proved.stream().map(a -> a.kind().name()).toArray(String[]::new),
            proved.stream().map(Address::value).toArray(String[]::new),
            workspace.value()));
  }

  private static String words(Address address) {
    return address.kind().name() + " " + address.value();
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
              : !isKnown(db, workspace, address);
      if (wanted && contacts.addAddress(workspace, contact, address) instanceof ContactEdit.Saved)
        changed = true;
    }
    var name = name(sender);
    if (name != null && contacts.keepClaims(workspace, contact, name, Optional.empty()))
      changed = true;
    return changed;
  }

  private static boolean isKnown(JdbcClient db, WorkspaceId workspace, Address address) {
    return db.sql(HAS)
        .param(workspace.value())
        .param(address.kind().name())
        .param(address.value())
        .query(Boolean.class)
        .single();
  }

  /// What an agent has confirmed stays so.
  private static boolean isProvedNow(Trust before, Trust now) {
    return now == Trust.ATTESTED && (before == Trust.PRESENTED || before == Trust.CLAIMED);
  }

  private static @Nullable String name(Sender sender) {
    var said = sender.name();
    if (said == null) return null;
    var name = OneLine.of(said, ContactLimits.NAME_CHARACTERS);
    return name.isEmpty() ? null : name;
  }

  private List<SqlPart> making(WorkspaceId workspace, ContactId contact, Sender sender) {
    return making(workspace, contact, name(sender), sender.language(), all(sender));
  }

  /// The rows of a new contact, for the transaction that found nobody.
  ///
  /// @param name null: not known; so is the language
  List<SqlPart> making(
      WorkspaceId workspace,
      ContactId contact,
      @Nullable String name,
      @Nullable String language,
      List<Address> addresses) {
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return List.of(
        new SqlPart(
            """
            insert into contact (workspace, id, name, language, search_text, created_at) values (?, ?, nullif(?, ''), nullif(?, ''), ?, ?)\
            """,
            List.of(
                workspace.value(),
                contact.value(),
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(language, ""),
                SearchText.of(name, addresses),
                now)),
        new SqlPart(
            """
            insert into contact_address (workspace, contact, kind, value, trust, created_at)
            select ?, ?, a.kind, a.value, a.trust, ? from unnest(?::text[], ?::text[], ?::text[]) as a(kind, value, trust)
            on conflict (workspace, contact, kind, value) do nothing\
            """,
            List.of(
                workspace.value(),
                contact.value(),
                now,
                addresses.stream().map(a -> a.kind().name()).toArray(String[]::new),
                addresses.stream().map(Address::value).toArray(String[]::new),
                addresses.stream().map(a -> a.trust().name()).toArray(String[]::new))));
  }
}
