package org.hiwar.workspace.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.Question;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Sessions in the database. Live: neither revoked nor expired, its user not disabled.
@Component
class SessionStore {
  private static final String LIVE =
      " s.revoked_at is null and s.expires_at > ? and not u.disabled and (? or not u.demo_password)"
          + " ";

  private final Database database;
  private final AccessPolicy policy;

  SessionStore(Database database, AccessPolicy policy) {
    this.database = database;
    this.policy = policy;
  }

  /// What one look at a session finds.
  record Found(Session session, UserId user, Set<Role> roles) {}

  void add(WorkspaceId workspace, UserId user, byte[] hash, Session session) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into user_session (workspace, token_hash, id, user_id, client, created_at, last_used_at, expires_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)\
                    """)
                .params(
                    workspace.value(),
                    hash,
                    session.id().value(),
                    user.value(),
                    session.client(),
                    at(session.createdAt()),
                    at(session.lastUsedAt()),
                    at(session.expiresAt()))
                .update());
  }

  Optional<Found> live(WorkspaceId workspace, byte[] hash, Instant now) {
    return live(workspace, "s.token_hash = ?", hash, now);
  }

  Optional<Found> live(WorkspaceId workspace, SessionId session, Instant now) {
    return live(workspace, "s.id = ?", session.value(), now);
  }

  /// `which` is SQL with one question mark, for `value`.
  private Optional<Found> live(WorkspaceId workspace, String which, Object value, Instant now) {
    var found = new ArrayList<Found>(1);
    var query =
        """
        select s.id, s.user_id, s.client, s.created_at, s.last_used_at, s.expires_at, u.roles
        from user_session s join app_user u on u.workspace = s.workspace and u.id = s.user_id
        where s.workspace = ? and %s and\
        """
            .formatted(which);
    database.ask(
        workspace.value(),
        List.of(
            new Question(
                new SqlPart(
                    query + LIVE,
                    List.of(workspace.value(), value, at(now), policy.demoPasswords())),
                row -> found.add(found(row, 0)))));
    return found.stream().findFirst();
  }

  void noteUse(WorkspaceId workspace, SessionId session, Instant now, Instant expires) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "update user_session set last_used_at = ?, expires_at = ? where workspace = ?"
                        + " and id = ? and revoked_at is null")
                .params(at(now), at(expires), workspace.value(), session.value())
                .update());
  }

  /// Live ones of a user, the one used last first.
  List<Session> of(WorkspaceId workspace, UserId user, Instant now) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id, client, created_at, last_used_at, expires_at from user_session
                    where workspace = ? and user_id = ? and revoked_at is null and expires_at > ? order by last_used_at desc, id desc\
                    """)
                .params(workspace.value(), user.value(), at(now))
                .query(SessionStore::session)
                .list());
  }

  /// False when this user has no such live session.
  boolean revoke(WorkspaceId workspace, UserId user, SessionId session, Instant now) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        update user_session set revoked_at = ? where workspace = ? and user_id = ? and id = ? and revoked_at is null and expires_at > ?\
                        """)
                    .params(at(now), workspace.value(), user.value(), session.value(), at(now))
                    .update()
                == 1);
  }

  /// Forgets sessions of the user that ended before `before`.
  void forget(WorkspaceId workspace, UserId user, Instant before) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "delete from user_session where workspace = ? and user_id = ? and expires_at <"
                        + " ?")
                .params(workspace.value(), user.value(), at(before))
                .update());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Session session(ResultSet row, int number) throws SQLException {
    return new Session(
        new SessionId(row.getLong("id")),
        row.getString("client"),
        instant(row, "created_at"),
        instant(row, "last_used_at"),
        instant(row, "expires_at"));
  }

  private static Found found(ResultSet row, int number) throws SQLException {
    var roles =
        Arrays.stream((String[]) row.getArray("roles").getArray())
            .map(Role::valueOf)
            .collect(Collectors.toSet());
    return new Found(session(row, number), new UserId(row.getLong("user_id")), roles);
  }
}
