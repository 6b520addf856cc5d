package org.hiwar.conversation.removal;

import java.util.List;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Reads rows as they are handed out, whoever owns them.
@Component
public class ExportedRowStore {
  private final Database database;

  ExportedRowStore(Database database) {
    this.database = database;
  }

  /// @param query with one column
  /// @return JSON objects
  List<String> read(WorkspaceId workspace, SqlPart query) {
    return database.in(
        workspace.value(),
        db -> db.sql(query.sql()).params(query.values()).query(String.class).list());
  }
}
