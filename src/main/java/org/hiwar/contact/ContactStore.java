package org.hiwar.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.Question;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads, creates and edits contacts.
@Component
public class ContactStore {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final ContactSearchStore search;

  public ContactStore(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    search = new ContactSearchStore(database);
  }

  /// A contact that was merged into another is that one: its id differs from the one asked for.
  public Optional<Contact> find(WorkspaceId workspace, ContactId contact) {
    return database.in(workspace.value(), db -> find(db, workspace, contact));
  }

  /// Those of some ids that there are, in no order.
  public List<ContactSummary> all(WorkspaceId workspace, Collection<ContactId> some) {
    var ids = some.stream().map(ContactId::value).toArray(Long[]::new);
    if (ids.length == 0) return List.of();
    return database
        .in(workspace.value(), db -> read(db, workspace, "c.id = any(?)", (Object) ids))
        .stream()
        .map(Contact::summary)
        .toList();
  }

  /// The contacts whose ids `which` selects, to be asked for together with what names them.
  public static Question summaries(
      WorkspaceId workspace, SqlPart which, Consumer<ContactSummary> each) {
    var values = new ArrayList<Object>();
    values.add(workspace.value());
    values.addAll(which.values());
    return new Question(
        new SqlPart(ContactRows.SELECT + "c.id = any(array(" + which.sql() + "))", values),
        row -> each.accept(ContactRows.contact(row, 0).summary()));
  }

  /// Other contacts that have a number or mail address of this one, the last active first, up to a
  /// limit; what was only claimed is no sign.
  public List<ContactSummary> sharing(WorkspaceId workspace, ContactId contact) {
    long ws = workspace.value();
    long whom = contact.value();
    var which =
        """
        c.merged_into is null and c.id = any(array(
          select coalesce(t.merged_into, t.id) from contact_address mine join contact_address theirs
            on theirs.workspace = mine.workspace and theirs.kind = mine.kind and theirs.value = mine.value
          join contact t on t.workspace = theirs.workspace and t.id = theirs.contact
          where mine.workspace = ? and mine.contact = any(array(select contacts_of(?, ?))) and mine.kind <> 'VISITOR'
            and mine.trust <> 'CLAIMED' and theirs.trust <> 'CLAIMED'))
        and c.id <> all(array(select contacts_of(?, ?)))
        order by coalesce(c.last_activity_at, c.created_at) desc, c.id desc limit %d\
        """
            .formatted(ContactLimits.CANDIDATES);
    return database
        .in(workspace.value(), db -> read(db, workspace, which, ws, ws, whom, ws, whom))
        .stream()
        .map(Contact::summary)
        .toList();
  }

  /// The contacts in whose name or addresses every word of `query` is found, the nearest first (the
  /// word itself, its beginning, a part of it, a typing error), then the last active; all contacts
  /// for an empty query.
  public ContactPage page(
      WorkspaceId workspace, String query, Optional<ContactCursor> after, int limit) {
    return search.page(workspace, query, after, Math.clamp(limit, 1, ContactLimits.PAGE));
  }

  /// A new contact without addresses.
  public Contact create(WorkspaceId workspace, @Nullable String name, @Nullable String language) {
    var id = new ContactId(ids.next());
    return database.in(
        workspace.value(),
        db -> {
          db.sql(
                  "insert into contact (workspace, id, name, language, search_text, created_at)"
                      + " values (?, ?, ?, ?, ?, ?)")
              .param(workspace.value())
              .param(id.value())
              .param(name)
              .param(language)
              .param(SearchText.of(name, List.of()))
              .param(now())
              .update();
          return find(db, workspace, id).orElseThrow();
        });
  }

  /// Sets name and language, if the contact still has the `version` that the editor saw. Null
  /// empties the field.
  public ContactEdit edit(
      WorkspaceId workspace,
      ContactId contact,
      @Nullable String name,
      @Nullable String language,
      long version) {
    if (name != null && (name.isBlank() || name.length() > ContactLimits.NAME_CHARACTERS))
      return new ContactEdit.Invalid("name");
    return change(
        workspace,
        contact,
        (db, before) -> {
          if (before.version() != version || !before.id().equals(contact))
            return new ContactEdit.Changed(before);
          db.sql("update contact set name = ?, language = ? where workspace = ? and id = ?")
              .param(name)
              .param(language)
              .param(workspace.value())
              .param(contact.value())
              .update();
          return saved(db, workspace, contact);
        });
  }

  /// Notes by which channel it wants to be reached, if it still has the `version` that the editor
  /// saw. Null: it is not known any more.
  public ContactEdit prefer(
      WorkspaceId workspace, ContactId contact, @Nullable String channel, long version) {
    return change(
        workspace,
        contact,
        (db, before) -> {
          if (before.version() != version) return new ContactEdit.Changed(before);
          db.sql("update contact set preferred_channel = ? where workspace = ? and id = ?")
              .param(channel)
              .param(workspace.value())
              .param(contact.value())
              .update();
          return saved(db, workspace, contact);
        });
  }

  /// Adds an address, or confirms one that was only claimed. Adding what is there already changes
  /// nothing.
  public ContactEdit addAddress(WorkspaceId workspace, ContactId contact, Address address) {
    return change(
        workspace,
        contact,
        (db, before) -> {
          if (before.addresses().contains(address)) return new ContactEdit.Saved(before);
          if (before.addresses().size() >= ContactLimits.ADDRESSES)
            return new ContactEdit.Invalid("too-many-addresses");
          put(db, workspace, before.id(), address);
          return saved(db, workspace, before.id());
        });
  }

  /// Removes an address; not a visitor, which is how the contact's own browser is known.
  public ContactEdit removeAddress(
      WorkspaceId workspace, ContactId contact, AddressKind kind, String value) {
    if (kind == AddressKind.VISITOR) return new ContactEdit.Invalid("visitor");
    return change(
        workspace,
        contact,
        (db, before) -> {
          int removed =
              db.sql(
                      """
                      delete from contact_address where workspace = ? and contact = any(array(select contacts_of(?, ?)))
                      and kind = ? and value = ?\
                      """)
                  .param(workspace.value())
                  .param(workspace.value())
                  .param(before.id().value())
                  .param(kind.name())
                  .param(value)
                  .update();
          return removed == 0 ? new ContactEdit.NotFound() : saved(db, workspace, before.id());
        });
  }

  /// Keeps what customers say about themselves: the address as claimed, the name only while the
  /// contact has none. Returns whether anything changed.
  public boolean keepClaims(
      WorkspaceId workspace, ContactId contact, @Nullable String name, Optional<Address> address) {
    return database.in(
        workspace.value(),
        db -> {
          var before = lock(db, workspace, contact).orElseThrow();
          boolean newName = name != null && before.name() == null;
          boolean newAddress =
              address.isPresent()
                  && before.addresses().size() < ContactLimits.ADDRESSES
                  && before.addresses().stream()
                      .noneMatch(
                          a ->
                              a.kind() == address.get().kind()
                                  && a.value().equals(address.get().value()));
          if (newName)
            db.sql("update contact set name = ? where workspace = ? and id = ?")
                .param(name)
                .param(workspace.value())
                .param(before.id().value())
                .update();
          if (newAddress) put(db, workspace, before.id(), address.get());
          if (newName || newAddress) saved(db, workspace, before.id());
          return newName || newAddress;
        });
  }

  private interface Change {
    ContactEdit make(JdbcClient db, Contact before);
  }

  private ContactEdit change(WorkspaceId workspace, ContactId contact, Change change) {
    return database.in(
        workspace.value(),
        db ->
            lock(db, workspace, contact)
                .map(before -> change.make(db, before))
                .orElseGet(ContactEdit.NotFound::new));
  }

  /// Where one of the contacts merged into this one has the address, it stays theirs.
  private void put(JdbcClient db, WorkspaceId workspace, ContactId contact, Address address) {
    int known =
        db.sql(
                """
                update contact_address set trust = ? where workspace = ? and contact = any(array(select contacts_of(?, ?)))
                and kind = ? and value = ?\
                """)
            .param(address.trust().name())
            .param(workspace.value())
            .param(workspace.value())
            .param(contact.value())
            .param(address.kind().name())
            .param(address.value())
            .update();
    if (known > 0) return;
    db.sql(
            """
            insert into contact_address (workspace, contact, kind, value, trust, created_at) values (?, ?, ?, ?, ?, ?)
            on conflict (workspace, contact, kind, value) do update set trust = excluded.trust\
            """)
        .param(workspace.value())
        .param(contact.value())
        .param(address.kind().name())
        .param(address.value())
        .param(address.trust().name())
        .param(now())
        .update();
  }

  /// Ends a change: a new version, and what a search looks into made anew.
  static ContactEdit.Saved saved(JdbcClient db, WorkspaceId workspace, ContactId contact) {
    var changed = find(db, workspace, contact).orElseThrow();
    db.sql(
            "update contact set version = version + 1, search_text = ? where workspace = ? and id ="
                + " ?")
        .param(
            SearchText.of(
                changed.name(),
                changed.addresses(),
                ContactDetailStore.read(db, workspace, contact),
                ContactFieldStore.all(db, workspace)))
        .param(workspace.value())
        .param(contact.value())
        .update();
    return new ContactEdit.Saved(find(db, workspace, contact).orElseThrow());
  }

  /// The one it is merged into instead, where it is.
  static Optional<Contact> lock(JdbcClient db, WorkspaceId workspace, ContactId contact) {
    var locked =
        db.sql(
                "select id, merged_into from contact where workspace = ? and id = ? for no key"
                    + " update")
            .param(workspace.value())
            .param(contact.value())
            .query((row, _) -> row.getLong(row.getLong("merged_into") == 0 ? "id" : "merged_into"))
            .optional();
    if (locked.isEmpty()) return Optional.empty();
    var now = new ContactId(locked.get());
    return now.equals(contact) ? find(db, workspace, contact) : lock(db, workspace, now);
  }

  static Optional<Contact> find(JdbcClient db, WorkspaceId workspace, ContactId contact) {
    var which =
        "c.id = (select coalesce(merged_into, id) from contact where workspace = ? and id = ?)";
    return read(db, workspace, which, workspace.value(), contact.value()).stream().findFirst();
  }

  /// `which` is SQL with a question mark for each of `values`.
  static List<Contact> read(JdbcClient db, WorkspaceId workspace, String which, Object... values) {
    return db.sql(ContactRows.SELECT + which)
        .param(workspace.value())
        .params(values)
        .query(ContactRows::contact)
        .list();
  }

  private OffsetDateTime now() {
    return at(clock.instant());
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
