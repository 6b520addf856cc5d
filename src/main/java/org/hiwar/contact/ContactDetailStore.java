package org.hiwar.contact;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads and writes what is known of contacts beside name, language and addresses.
@Component
public class ContactDetailStore {
  private final Database database;
  private final Clock clock;

  public ContactDetailStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Of a contact that was merged into another, what is known of that one; empty: there is none.
  public Optional<ContactDetails> find(WorkspaceId workspace, ContactId contact) {
    return database.in(
        workspace.value(),
        db ->
            ContactStore.find(db, workspace, contact)
                .map(found -> read(db, workspace, found.id())));
  }

  static ContactDetails read(JdbcClient db, WorkspaceId workspace, ContactId contact) {
    return WholeContactStore.details(db, workspace, new Long[] {contact.value()})
        .getOrDefault(contact, ContactDetails.NONE);
  }

  /// What an editor wishes; all of it replaces what there is, but what was said of a channel before
  /// keeps its time and who heard it, if it is the same.
  ///
  /// @param fields by the id of the field
  /// @param consents channel, and whether they agreed
  public record Wish(
      @Nullable String company,
      @Nullable String timeZone,
      List<String> tags,
      Map<String, String> fields,
      Map<String, Boolean> consents) {}

  /// Saves it, if the contact still has the `version` that the editor saw.
  public ContactEdit save(
      WorkspaceId workspace, ContactId contact, Wish wish, UserId by, long version) {
    return database.in(
        workspace.value(),
        db -> {
          var before = ContactStore.lock(db, workspace, contact);
          if (before.isEmpty()) return new ContactEdit.NotFound();
          if (before.get().version() != version || !before.get().id().equals(contact))
            return new ContactEdit.Changed(before.get());
          write(db, workspace, contact, wish);
          agree(db, workspace, contact, wish.consents(), by);
          return ContactStore.saved(db, workspace, contact);
        });
  }

  static void write(JdbcClient db, WorkspaceId workspace, ContactId contact, Wish wish) {
    var keys = wish.fields().keySet().stream().sorted().toList();
    db.sql(
            """
            update contact set company = ?, time_zone = ?, tags = ?, fields = jsonb_object(?::text[], ?::text[])
            where workspace = ? and id = ?\
            """)
        .param(wish.company())
        .param(wish.timeZone())
        .param(wish.tags().toArray(String[]::new))
        .param(keys.toArray(String[]::new))
        .param(keys.stream().map(wish.fields()::get).toArray(String[]::new))
        .param(workspace.value())
        .param(contact.value())
        .update();
  }

  private void agree(
      JdbcClient db,
      WorkspaceId workspace,
      ContactId contact,
      Map<String, Boolean> consents,
      UserId by) {
    var channels = consents.keySet().stream().sorted().toList();
    db.sql("delete from contact_consent where workspace = ? and contact = ? and channel <> all(?)")
        .param(workspace.value())
        .param(contact.value())
        .param(channels.toArray(String[]::new))
        .update();
    for (var channel : channels)
      db.sql(
              """
              insert into contact_consent (workspace, contact, channel, given, at, by_user) values (?, ?, ?, ?, ?, ?)
              on conflict (workspace, contact, channel) do update set given = excluded.given, at = excluded.at, by_user = excluded.by_user
              where contact_consent.given <> excluded.given\
              """)
          .params(
              workspace.value(),
              contact.value(),
              channel,
              Objects.requireNonNull(consents.get(channel)))
          .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
          .param(by.value())
          .update();
  }
}
