package org.hiwar.chat;

import java.util.Map;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The secret with which a site attests who is signed in there, for administrators.
@RestController
@RequestMapping("/api/chat-entries/{entry}/identity")
@Requires(Privilege.MANAGE_CHANNELS)
class ChatIdentityApi {
  private final Database database;
  private final ChatIdentityStore secrets;
  private final AuditLog audit;

  ChatIdentityApi(Database database, ChatIdentityStore secrets, AuditLog audit) {
    this.database = database;
    this.secrets = secrets;
    this.audit = audit;
  }

  /// @param secret as text, for HS256; told this once and never again
  record IdentitySecret(String secret) {}

  /// The secret before it signs nothing any more.
  @PostMapping
  IdentitySecret renew(CurrentUser user, @PathVariable EntryId entry) {
    return database.in(
        user.workspace().value(),
        _ -> {
          var secret = secrets.renew(user.workspace(), entry).orElseThrow(Refusal::notFound);
          record(user, "chat-entry.identity-renewed", entry);
          return new IdentitySecret(secret);
        });
  }

  /// The site attests nobody from now on.
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable EntryId entry) {
    database.in(
        user.workspace().value(),
        _ -> {
          if (!secrets.remove(user.workspace(), entry)) throw Refusal.notFound();
          record(user, "chat-entry.identity-removed", entry);
          return entry;
        });
  }

  private void record(CurrentUser by, String what, EntryId entry) {
    audit.record(by.workspace(), by.user(), what, entry.toString(), Map.of());
  }
}
