package org.hiwar.workspace.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The sessions of users: begun by a log-in, recognised by their cookie, ended by log-out,
/// revocation or time.
@Component
public class Sessions {
  private static final int CLIENT_LENGTH = 200;

  private final SessionStore store;
  private final Ids ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final SecureRandom random = new SecureRandom();
  private final RecentSessions recent = new RecentSessions();

  Sessions(SessionStore store, Ids ids, Clock clock, ApplicationEventPublisher events) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /// A session just begun. `cookie` is the only copy of its secret.
  record Begun(Session session, String cookie) {}

  Begun begin(WorkspaceId workspace, UserId user, String client) {
    var now = now();
    makeRoom(workspace, user, now);
    var token = SessionToken.random(workspace, random);
    var session =
        new Session(
            new SessionId(ids.next()), cut(client), now, now, now.plus(SessionLimits.UNUSED));
    store.add(workspace, user, token.hash(), session);
    return new Begun(session, token.cookie());
  }

  /// Who sent the cookie; empty when it is of no live session. Counts as use.
  public Optional<CurrentUser> recognise(String cookie) {
    return SessionToken.parse(cookie)
        .flatMap(
            token -> {
              var hash = token.hash();
              return recent
                  .find(token.workspace(), hash, now())
                  .or(() -> ask(token.workspace(), hash));
            });
  }

  private Optional<CurrentUser> ask(WorkspaceId workspace, byte[] hash) {
    long before = recent.before();
    var found = store.live(workspace, hash, now());
    if (found.isEmpty()) return Optional.empty();
    var user = use(workspace, found.get());
    var until = now().plus(SessionLimits.BELIEVED);
    var end = found.get().session().expiresAt();
    recent.remember(hash, user, until.isBefore(end) ? until : end, before);
    return Optional.of(user);
  }

  /// Whether the session is still live; counts as use. For what outlives a request, such as an open
  /// socket: to be asked about once a minute, as a session that merely expires is not announced.
  public boolean stillLive(CurrentUser user) {
    var found = store.live(user.workspace(), user.session(), now());
    found.ifPresent(live -> use(user.workspace(), live));
    return found.isPresent();
  }

  /// Live sessions of a user, the one used last first.
  public List<Session> of(WorkspaceId workspace, UserId user) {
    return store.of(workspace, user, now());
  }

  /// False when this user has no such live session.
  public boolean revoke(WorkspaceId workspace, UserId user, SessionId session) {
    boolean revoked = store.revoke(workspace, user, session, now());
    recent.forget(workspace, user);
    if (!revoked) return false;
    events.publishEvent(new SessionRevoked(workspace, user, session));
    return true;
  }

  /// What the user may do has changed: the next request asks the database about him.
  public void askAgain(WorkspaceId workspace, UserId user) {
    recent.forget(workspace, user);
  }

  public void revokeAll(WorkspaceId workspace, UserId user) {
    of(workspace, user).forEach(session -> revoke(workspace, user, session.id()));
  }

  public void revokeOthers(CurrentUser user) {
    of(user.workspace(), user.user()).stream()
        .filter(session -> !session.id().equals(user.session()))
        .forEach(session -> revoke(user.workspace(), user.user(), session.id()));
  }

  private CurrentUser use(WorkspaceId workspace, SessionStore.Found found) {
    var session = found.session();
    var now = now();
    if (session.lastUsedAt().plus(SessionLimits.NOTED_EVERY).isBefore(now)) {
      var unused = now.plus(SessionLimits.UNUSED);
      var end = session.createdAt().plus(SessionLimits.WHOLE_LIFE);
      store.noteUse(workspace, session.id(), now, unused.isBefore(end) ? unused : end);
    }
    return new CurrentUser(workspace, found.user(), session.id(), Role.privilegesOf(found.roles()));
  }

  private void makeRoom(WorkspaceId workspace, UserId user, Instant now) {
    store.forget(workspace, user, now.minus(SessionLimits.KEPT_AFTER_END));
    store.of(workspace, user, now).stream()
        .skip(SessionLimits.PER_USER - 1L)
        .forEach(session -> revoke(workspace, user, session.id()));
  }

  /// To the precision of the database.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String cut(String client) {
    return client.length() <= CLIENT_LENGTH ? client : client.substring(0, CLIENT_LENGTH);
  }
}
