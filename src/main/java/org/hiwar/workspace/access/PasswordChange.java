package org.hiwar.workspace.access;

import java.util.Map;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.limit.Limit;
import org.hiwar.workspace.limit.RateLimits;
import org.springframework.stereotype.Component;

/// A user changes his own password. His other sessions end with the old one.
@Component
class PasswordChange {
  private final Database database;
  private final UserStore users;
  private final Passwords passwords;
  private final RateLimits limits;
  private final Sessions sessions;
  private final AuditLog audit;

  PasswordChange(Database database, UserStore users, Passwords passwords, RateLimits limits, Sessions sessions, AuditLog audit) {
    this.database = database;
    this.users = users;
    this.passwords = passwords;
    this.limits = limits;
    this.sessions = sessions;
    this.audit = audit;
  }

  void change(CurrentUser user, String current, String next) {
    var known = users.credentials(user.workspace(), user.user()).orElseThrow(Refusal::notFound);
    var key = user.user().toString();
    var wait = limits.take(Limit.FAILED_PASSWORD_CHANGES_OF_USER, key);
    if (!wait.isZero()) throw Refusal.tooMany("too-many-attempts", "Too many wrong passwords. Wait a while, then try again.", wait);
    if (!passwords.matches(current, known.hash()))
      throw Refusal.invalid("wrong-password", "The present password is wrong. Check it and try again.");
    limits.giveBack(Limit.FAILED_PASSWORD_CHANGES_OF_USER, key);
    passwords.requireGood(next, known.user().login());
    var hash = passwords.hash(next);
    database.in(user.workspace().value(), _ -> {
      users.setPassword(user.workspace(), user.user(), hash);
      audit.record(user.workspace(), user.user(), "user.passwordChanged", user.user().toString(), Map.of());
      return true;
    });
    sessions.revokeOthers(user);
  }
}
