package org.hiwar.contact;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Recognises a contact by the visitor that we signed for.
@Component
public class VisitorContacts {
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  public VisitorContacts(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /// The contact of the visitor; empty for one that has never written.
  public Optional<ContactId> find(WorkspaceId workspace, String visitor) {
    return database.in(workspace.value(), db -> find(db, workspace, visitor));
  }

  /// The contact of the visitor, made now if there is none. Two callers at once get the same one.
  public ContactId findOrCreate(WorkspaceId workspace, String visitor, @Nullable String language) {
    return database.in(
        workspace.value(),
        db ->
            find(db, workspace, visitor)
                .orElseGet(
                    () -> {
                      // Nobody can see a row that is about to be made, so callers wait for each
                      // other here, by the visitor's name.
                      db.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                          .param(visitor)
                          .param(workspace.value())
                          .query((row, _) -> 0)
                          .single();
                      return find(db, workspace, visitor)
                          .orElseGet(() -> create(db, workspace, visitor, language));
                    }));
  }

  private ContactId create(
      JdbcClient db, WorkspaceId workspace, String visitor, @Nullable String language) {
    var contact = new ContactId(ids.next());
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    db.sql("insert into contact (workspace, id, language, created_at) values (?, ?, ?, ?)")
        .param(workspace.value())
        .param(contact.value())
        .param(language)
        .param(now)
        .update();
    db.sql(
            "insert into contact_address (workspace, contact, kind, value, trust, created_at)"
                + " values (?, ?, 'VISITOR', ?, 'ATTESTED', ?)")
        .param(workspace.value())
        .param(contact.value())
        .param(visitor)
        .param(now)
        .update();
    return contact;
  }

  private static Optional<ContactId> find(JdbcClient db, WorkspaceId workspace, String visitor) {
    return db.sql(
            "select contact from contact_address where workspace = ? and kind = 'VISITOR' and value"
                + " = ?")
        .param(workspace.value())
        .param(visitor)
        .query((row, _) -> new ContactId(row.getLong(1)))
        .optional();
  }
}
