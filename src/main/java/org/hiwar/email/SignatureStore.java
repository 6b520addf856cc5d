package org.hiwar.email;

import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// What users put below the mails they write.
@Component
class SignatureStore {
  private final Database database;

  SignatureStore(Database database) {
    this.database = database;
  }

  /// As it was written; empty: the user has none.
  Optional<String> find(WorkspaceId workspace, UserId user) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select text from email_signature where workspace = ? and app_user = ?")
                .param(workspace.value())
                .param(user.value())
                .query(String.class)
                .optional());
  }

  void keep(WorkspaceId workspace, UserId user, String text) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into email_signature (workspace, app_user, text) values (?, ?, ?)
                    on conflict (workspace, app_user) do update set text = excluded.text\
                    """)
                .param(workspace.value())
                .param(user.value())
                .param(text)
                .update());
  }

  void remove(WorkspaceId workspace, UserId user) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from email_signature where workspace = ? and app_user = ?")
                .param(workspace.value())
                .param(user.value())
                .update());
  }
}
