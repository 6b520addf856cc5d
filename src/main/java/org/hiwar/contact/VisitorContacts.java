package org.hiwar.contact;

import java.time.Clock;
import java.util.List;
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
  private final Recognition recognition;

  public VisitorContacts(Database database, Ids ids, Clock clock) {
    this.database = database;
    recognition = new Recognition(database, ids, clock);
  }

  /// The contact of the visitor; empty for one that has never written.
  public Optional<ContactId> find(WorkspaceId workspace, String visitor) {
    return database.in(workspace.value(), db -> find(db, workspace, visitor));
  }

  /// The contact of the visitor, made now if there is none. Two callers at once get the same one.
  public ContactId findOrCreate(WorkspaceId workspace, String visitor, @Nullable String language) {
    var address = new Address(AddressKind.VISITOR, visitor, Trust.ATTESTED);
    return recognition.of(workspace, new Sender(address, List.of(), null, language)).contact();
  }

  private static Optional<ContactId> find(JdbcClient db, WorkspaceId workspace, String visitor) {
    return db.sql(
            """
            select coalesce(c.merged_into, c.id) from contact_address a join contact c on c.workspace = a.workspace and c.id = a.contact
            where a.workspace = ? and a.kind = 'VISITOR' and a.value = ?\
            """)
        .param(workspace.value())
        .param(visitor)
        .query((row, _) -> new ContactId(row.getLong(1)))
        .optional();
  }
}
