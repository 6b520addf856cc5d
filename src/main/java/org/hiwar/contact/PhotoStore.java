package org.hiwar.contact;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The photos of contacts, one each. A change of the photo is a change of the contact.
@Component
public class PhotoStore {
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  public PhotoStore(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /// The bytes of a JPEG; empty when the contact has another photo by now, or none.
  public Optional<byte[]> find(WorkspaceId workspace, ContactId contact, PhotoId photo) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select jpeg from contact_photo where workspace = ? and contact = any(array(select contacts_of(?, ?))) and id = ?\
                    """)
                .param(workspace.value())
                .param(workspace.value())
                .param(contact.value())
                .param(photo.value())
                .query((row, _) -> row.getBytes(1))
                .optional());
  }

  /// In place of the one before. False: there is no such contact.
  public boolean put(WorkspaceId workspace, ContactId contact, PhotoReading.Square square) {
    return database.in(
        workspace.value(),
        db -> {
          if (!changed(db, workspace, contact)) return false;
          db.sql(
                  """
                  insert into contact_photo (workspace, contact, id, jpeg, created_at) values (?, ?, ?, ?, ?)
                  on conflict (workspace, contact)
                    do update set id = excluded.id, jpeg = excluded.jpeg, created_at = excluded.created_at\
                  """)
              .param(workspace.value())
              .param(contact.value())
              .param(ids.next())
              .param(square.jpeg())
              .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
              .update();
          return true;
        });
  }

  /// False: there was none, and nothing changed.
  public boolean remove(WorkspaceId workspace, ContactId contact) {
    return database.in(
        workspace.value(),
        db -> {
          boolean shown =
              db.sql(
                      """
                      select exists (select from contact_photo p join contact c on c.workspace = p.workspace and p.contact in (c.id, c.photo_of)
                        where c.workspace = ? and c.id = ?)\
                      """)
                  .param(workspace.value())
                  .param(contact.value())
                  .query(Boolean.class)
                  .single();
          if (!shown) return false;
          db.sql("delete from contact_photo where workspace = ? and contact = ?")
              .param(workspace.value())
              .param(contact.value())
              .update();
          return changed(db, workspace, contact);
        });
  }

  /// From now on it is its own photo that is shown, or none.
  private static boolean changed(JdbcClient db, WorkspaceId workspace, ContactId contact) {
    return db.sql(
                "update contact set version = version + 1, photo_of = null where workspace = ? and"
                    + " id = ?")
            .param(workspace.value())
            .param(contact.value())
            .update()
        == 1;
  }
}
