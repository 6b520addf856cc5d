package org.hiwar.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hiwar.platform.database.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Users, their credentials and their names.
@Component
public class UserStore {
  private static final String COLUMNS =
      "select id, login, name, roles, team, language, disabled, created_at, password_hash,"
          + " demo_password from app_user ";

  private final Database database;

  public UserStore(Database database) {
    this.database = database;
  }

  /// What a log-in is checked against. `demo`: the password is still the published one of the demo
  /// workspace.
  public record Credentials(User user, String hash, boolean demo) {}

  public Optional<User> find(WorkspaceId workspace, UserId user) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "where workspace = ? and id = ?")
                .params(workspace.value(), user.value())
                .query(UserStore::user)
                .optional());
  }

  public Optional<Credentials> credentials(WorkspaceId workspace, String login) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "where workspace = ? and login = ?")
                .params(workspace.value(), login)
                .query(UserStore::credentials)
                .optional());
  }

  public Optional<Credentials> credentials(WorkspaceId workspace, UserId user) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "where workspace = ? and id = ?")
                .params(workspace.value(), user.value())
                .query(UserStore::credentials)
                .optional());
  }

  /// At most `limit` users in the order of their log-ins, those after `after` (empty: from the
  /// first).
  public List<User> list(WorkspaceId workspace, String after, int limit) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "where workspace = ? and login > ? order by login limit ?")
                .params(workspace.value(), after, limit)
                .query(UserStore::user)
                .list());
  }

  /// At most `limit` users who can log in and may do this, in the order of their names.
  public List<User> who(WorkspaceId workspace, Privilege may, int limit) {
    var roles =
        Arrays.stream(Role.values()).filter(role -> role.privileges().contains(may)).toList();
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    COLUMNS
                        + "where workspace = ? and roles && ?::text[] and not disabled order by"
                        + " name, id limit ?")
                .params(workspace.value(), names(roles), limit)
                .query(UserStore::user)
                .list());
  }

  /// The names of these users; an unknown id is left out.
  public Map<UserId, String> names(WorkspaceId workspace, Collection<UserId> users) {
    if (users.isEmpty()) return Map.of();
    var ids = users.stream().map(UserId::value).distinct().toArray(Long[]::new);
    var names = new LinkedHashMap<UserId, String>();
    database.in(
        workspace.value(),
        db -> {
          db.sql("select id, name from app_user where workspace = ? and id = any (?)")
              .param(workspace.value())
              .param(ids)
              .query(
                  row -> {
                    names.put(new UserId(row.getLong("id")), row.getString("name"));
                  });
          return names;
        });
    return names;
  }

  /// The administrators who can log in, locked until the end of the transaction: of two changes at
  /// once, the second sees what the first left.
  public Set<UserId> lockAdministrators(WorkspaceId workspace) {
    return new HashSet<>(
        database.in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        select id from app_user where workspace = ? and 'ADMINISTRATOR' = any (roles) and not disabled order by id for update\
                        """)
                    .params(workspace.value())
                    .query((row, _) -> new UserId(row.getLong("id")))
                    .list()));
  }

  /// Who still has the published password of the demo workspace.
  public List<String> demoLogins(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select login from app_user where workspace = ? and demo_password and not"
                        + " disabled order by id")
                .params(workspace.value())
                .query(String.class)
                .list());
  }

  /// False when the log-in is taken.
  public boolean add(WorkspaceId workspace, User user, String hash, boolean demo) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        insert into app_user (workspace, id, login, name, password_hash, demo_password, team, roles, language, disabled, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (workspace, login) do nothing\
                        """)
                    .param(workspace.value())
                    .param(user.id().value())
                    .param(user.login())
                    .param(user.name())
                    .param(hash)
                    .param(demo)
                    .param(value(user.team()))
                    .param(names(user.roles()))
                    .param(user.language().tag())
                    .param(user.disabled())
                    .param(user.createdAt().atOffset(ZoneOffset.UTC))
                    .update()
                == 1);
  }

  /// Everything but the log-in and the password.
  public void change(WorkspaceId workspace, User user) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update app_user set name = ?, roles = ?, team = ?, language = ?, disabled = ? where workspace = ? and id = ?\
                    """)
                .param(user.name())
                .param(names(user.roles()))
                .param(value(user.team()))
                .param(user.language().tag())
                .param(user.disabled())
                .param(workspace.value())
                .param(user.id().value())
                .update());
  }

  /// Those who are in the team, by id; those who are disabled, too.
  public List<User> inTeam(WorkspaceId workspace, TeamId team) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "where workspace = ? and team = ? order by id")
                .params(workspace.value(), team.value())
                .query(UserStore::user)
                .list());
  }

  /// How many are in each team; teams in which nobody is are left out.
  public Map<TeamId, Integer> countByTeam(WorkspaceId workspace) {
    var counts = new LinkedHashMap<TeamId, Integer>();
    database.in(
        workspace.value(),
        db -> {
          db.sql(
                  "select team, count(*) from app_user where workspace = ? and team is not null"
                      + " group by team")
              .params(workspace.value())
              .query(
                  row -> {
                    counts.put(new TeamId(row.getLong("team")), row.getInt("count"));
                  });
          return counts;
        });
    return counts;
  }

  /// `team` null: into none.
  public void setTeam(WorkspaceId workspace, Collection<UserId> users, @Nullable TeamId team) {
    database.in(
        workspace.value(),
        db ->
            db.sql("update app_user set team = ? where workspace = ? and id = any (?)")
                .param(value(team))
                .param(workspace.value())
                .param(users.stream().map(UserId::value).toArray(Long[]::new))
                .update());
  }

  public void setLanguage(WorkspaceId workspace, UserId user, Language language) {
    database.in(
        workspace.value(),
        db ->
            db.sql("update app_user set language = ? where workspace = ? and id = ?")
                .params(language.tag(), workspace.value(), user.value())
                .update());
  }

  /// A password of somebody's own; it is no longer the demo's.
  public void setPassword(WorkspaceId workspace, UserId user, String hash) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "update app_user set password_hash = ?, demo_password = false where workspace ="
                        + " ? and id = ?")
                .params(hash, workspace.value(), user.value())
                .update());
  }

  /// The same password, hashed anew with today's parameters.
  public void rehash(WorkspaceId workspace, UserId user, String hash) {
    database.in(
        workspace.value(),
        db ->
            db.sql("update app_user set password_hash = ? where workspace = ? and id = ?")
                .params(hash, workspace.value(), user.value())
                .update());
  }

  private static String[] names(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::name).toArray(String[]::new);
  }

  private static @Nullable Long value(@Nullable TeamId team) {
    return team == null ? null : team.value();
  }

  private static Credentials credentials(ResultSet row, int number) throws SQLException {
    return new Credentials(
        user(row, number), row.getString("password_hash"), row.getBoolean("demo_password"));
  }

  private static User user(ResultSet row, int number) throws SQLException {
    var team = row.getObject("team", Long.class);
    return new User(
        new UserId(row.getLong("id")),
        row.getString("login"),
        row.getString("name"),
        roles(row),
        team == null ? null : new TeamId(team),
        Language.of(row.getString("language")),
        row.getBoolean("disabled"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Set<Role> roles(ResultSet row) throws SQLException {
    var roles = new TreeSet<Role>();
    Arrays.stream((String[]) row.getArray("roles").getArray())
        .map(Role::valueOf)
        .forEach(roles::add);
    return roles;
  }
}
