package org.hiwar.chat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.secret.SecretBox;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// The secrets with which sites attest their customers, sealed.
@Component
class ChatIdentityStore {
  private static final int SECRET_BYTES = 32;

  private final Database database;
  private final SecretBox box;
  private final SecureRandom random = new SecureRandom();

  ChatIdentityStore(Database database, SecretBox box) {
    this.database = database;
    this.box = box;
  }

  /// Empty: the site of this entry attests nobody.
  Optional<String> find(WorkspaceId workspace, EntryId entry) {
    return database
        .in(
            workspace.value(),
            db ->
                db.sql("select identity_secret from chat_entry where workspace = ? and id = ?")
                    .params(workspace.value(), entry.value())
                    .query((row, _) -> Optional.ofNullable(row.getString(1)))
                    .optional())
        .flatMap(kept -> kept)
        .flatMap(kept -> box.open(place(entry), kept));
  }

  /// A new secret in place of the old one, which signs nothing any more; empty when there is no
  /// such entry.
  Optional<String> renew(WorkspaceId workspace, EntryId entry) {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return put(workspace, entry, box.seal(place(entry), secret))
        ? Optional.of(secret)
        : Optional.empty();
  }

  /// False when there is no such entry.
  boolean remove(WorkspaceId workspace, EntryId entry) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        "update chat_entry set identity_secret = null where workspace = ? and id ="
                            + " ?")
                    .params(workspace.value(), entry.value())
                    .update()
                == 1);
  }

  private boolean put(WorkspaceId workspace, EntryId entry, String secret) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("update chat_entry set identity_secret = ? where workspace = ? and id = ?")
                    .params(secret, workspace.value(), entry.value())
                    .update()
                == 1);
  }

  private static String place(EntryId entry) {
    return "chat-entry " + entry + " identity";
  }
}
