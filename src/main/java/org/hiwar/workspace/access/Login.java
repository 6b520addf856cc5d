package org.hiwar.workspace.access;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.UserStore.Credentials;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.Workspaces;
import org.hiwar.workspace.limit.Limit;
import org.hiwar.workspace.limit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks who somebody says he is. Unknown workspace, unknown user, disabled user and wrong password get the same answer
/// after the same work, so nobody can find out which names exist.
@Component
class Login {
  private final Workspaces workspaces;
  private final UserStore users;
  private final Passwords passwords;
  private final RateLimits limits;
  private final Sessions sessions;
  private final AuditLog audit;
  private final AccessPolicy policy;

  Login(Workspaces workspaces, UserStore users, Passwords passwords, RateLimits limits, Sessions sessions, AuditLog audit, AccessPolicy policy) {
    this.workspaces = workspaces;
    this.users = users;
    this.passwords = passwords;
    this.limits = limits;
    this.sessions = sessions;
    this.audit = audit;
    this.policy = policy;
  }

  /// `workspace` null: the only one. `address` is where the request came from, `client` what the browser says it is.
  record Attempt(@Nullable String workspace, String login, String password, String address, String client) {}

  record LoggedIn(Workspace workspace, CurrentUser user, String cookie) {}

  /// The permits are taken before the check and given back when the password was right, so that a thousand attempts at
  /// once do not get a thousand guesses.
  LoggedIn in(Attempt attempt) {
    var login = LoginName.of(attempt.login());
    var workspace = workspace(attempt.workspace());
    var name = workspace.map(Workspace::slug).orElse("") + "/" + login.orElse("");
    take(Limit.FAILED_LOGINS_FROM_ADDRESS, attempt.address());
    take(Limit.FAILED_LOGINS_OF_NAME, name);
    var known = workspace.flatMap(at -> login.flatMap(as -> users.credentials(at.id(), as)));
    boolean right = passwords.matches(attempt.password(), known.map(Credentials::hash).orElse(null));
    var user = known.filter(found -> right && mayLogIn(found)).orElseThrow(() -> refused(workspace, known));
    limits.giveBack(Limit.FAILED_LOGINS_FROM_ADDRESS, attempt.address());
    limits.giveBack(Limit.FAILED_LOGINS_OF_NAME, name);
    return begin(workspace.orElseThrow(), user, attempt);
  }

  private LoggedIn begin(Workspace workspace, Credentials known, Attempt attempt) {
    var user = known.user();
    if (passwords.outdated(known.hash())) users.rehash(workspace.id(), user.id(), passwords.hash(attempt.password()));
    var begun = sessions.begin(workspace.id(), user.id(), attempt.client());
    audit.record(workspace.id(), user.id(), "user.loggedIn", user.id().toString(), Map.of("session", begun.session().id().toString()));
    var current = sessions.recognise(begun.cookie()).orElseThrow(Login::wrong);
    return new LoggedIn(workspace, current, begun.cookie());
  }

  private boolean mayLogIn(Credentials known) {
    return !known.user().disabled() && (policy.demoPasswords() || !known.demo());
  }

  private Refusal refused(Optional<Workspace> workspace, Optional<Credentials> known) {
    if (workspace.isPresent() && known.isPresent()) {
      var user = known.get().user().id();
      audit.record(workspace.get().id(), null, "user.logInRefused", user.toString(), Map.of());
    }
    return wrong();
  }

  private Optional<Workspace> workspace(@Nullable String slug) {
    if (slug != null && !slug.isBlank()) return workspaces.find(slug.strip().toLowerCase(Locale.ROOT));
    var all = workspaces.all();
    if (all.size() > 1)
      throw Refusal.invalid("workspace-needed", "There are several workspaces here. Say in which one you want to log in.");
    return all.stream().findAny();
  }

  private void take(Limit limit, String key) {
    var wait = limits.take(limit, key);
    if (!wait.isZero()) throw Refusal.tooMany("too-many-attempts", "Too many wrong passwords. Wait a while, then try again.", wait);
  }

  private static Refusal wrong() {
    return new Refusal(401, "wrong-credentials", "Log-in name or password are wrong. Check both and try again.", Map.of());
  }
}
