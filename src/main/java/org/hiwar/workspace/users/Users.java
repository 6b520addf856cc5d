package org.hiwar.workspace.users;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserSkill;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Passwords;
import org.hiwar.workspace.access.Sessions;
import org.hiwar.workspace.limit.Limit;
import org.hiwar.workspace.limit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Creates and changes users. A user who is disabled, has another password set or loses a right is
/// logged out at once.
@Component
class Users {
  private final Database database;
  private final UserStore users;
  private final TeamStore teams;
  private final SkillStore skills;
  private final Passwords passwords;
  private final Sessions sessions;
  private final AuditLog audit;
  private final RateLimits limits;
  private final PeopleNews news;
  private final Ids ids;
  private final Clock clock;

  Users(
      Database database,
      UserStore users,
      TeamStore teams,
      SkillStore skills,
      Passwords passwords,
      Sessions sessions,
      AuditLog audit,
      RateLimits limits,
      PeopleNews news,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.users = users;
    this.teams = teams;
    this.skills = skills;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
    this.limits = limits;
    this.news = news;
    this.ids = ids;
    this.clock = clock;
  }

  User create(CurrentUser by, NewUser wish) {
    requirePatience(by);
    var login = UserRules.login(wish.login());
    passwords.requireGood(wish.password(), login);
    var user =
        new User(
            new UserId(ids.next()),
            login,
            UserRules.name(wish.name()),
            UserRules.roles(wish.roles()),
            known(by.workspace(), wish.team()),
            wish.language(),
            false,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    var can = skills(by.workspace(), user.id(), wish.skills());
    var hash = passwords.hash(wish.password());
    database.in(
        by.workspace().value(),
        _ -> {
          if (!users.add(by.workspace(), user, hash, false))
            throw Refusal.conflict(
                "login-taken", "Another user has this log-in name. Choose another one.");
          skills.setOf(by.workspace(), user.id(), can);
          audit.record(
              by.workspace(),
              by.user(),
              "user.created",
              user.id().toString(),
              Map.of("login", login, "name", user.name(), "roles", user.roles()));
          return user;
        });
    if (user.team() != null || !can.isEmpty()) news.staffChanged(by.workspace());
    return user;
  }

  User change(CurrentUser by, UserId id, UserChange wish) {
    requirePatience(by);
    var before = users.find(by.workspace(), id).orElseThrow(Refusal::notFound);
    if (wish.password() != null) passwords.requireGood(wish.password(), before.login());
    var hash = wish.password() == null ? null : passwords.hash(wish.password());
    var after = database.in(by.workspace().value(), _ -> write(by, id, wish, hash));
    sessions.askAgain(by.workspace(), id);
    boolean out = hash != null || after.disabled() || lostRight(before, after);
    if (out) sessions.revokeAll(by.workspace(), id);
    if (wish.skills() != null
        || !Objects.equals(before.team(), after.team())
        || before.disabled() != after.disabled()
        || !before.roles().equals(after.roles())) news.staffChanged(by.workspace());
    if (!out && !before.equals(after)) news.profilesChanged(by.workspace(), List.of(id));
    return after;
  }

  /// Logs the user out everywhere.
  void logOut(CurrentUser by, UserId id) {
    var user = users.find(by.workspace(), id).orElseThrow(Refusal::notFound);
    audit.record(
        by.workspace(),
        by.user(),
        "user.loggedOut",
        id.toString(),
        Map.of("name", user.name(), "login", user.login()));
    sessions.revokeAll(by.workspace(), id);
  }

  private User write(CurrentUser by, UserId id, UserChange wish, @Nullable String hash) {
    var administrators = users.lockAdministrators(by.workspace());
    var before = users.find(by.workspace(), id).orElseThrow(Refusal::notFound);
    var after = changed(by.workspace(), before, wish);
    boolean stays = after.roles().contains(Role.ADMINISTRATOR) && !after.disabled();
    if (!stays && administrators.contains(id) && administrators.size() == 1)
      throw Refusal.conflict(
          "last-administrator", "This is the last administrator. Make somebody else one first.");
    users.change(by.workspace(), after);
    if (wish.skills() != null)
      skills.setOf(by.workspace(), id, skills(by.workspace(), id, wish.skills()));
    if (hash != null) users.setPassword(by.workspace(), id, hash);
    audit.record(
        by.workspace(),
        by.user(),
        "user.changed",
        id.toString(),
        Map.of(
            "name",
            after.name(),
            "parts",
            wish.parts(),
            "roles",
            after.roles(),
            "disabled",
            after.disabled()));
    return after;
  }

  private User changed(WorkspaceId workspace, User user, UserChange wish) {
    return new User(
        user.id(),
        user.login(),
        wish.name() == null ? user.name() : UserRules.name(wish.name()),
        wish.roles() == null ? user.roles() : UserRules.roles(wish.roles()),
        wish.takesFromTeam()
            ? null
            : wish.team() == null ? user.team() : known(workspace, wish.team()),
        wish.language() == null ? user.language() : wish.language(),
        wish.disabled() == null ? user.disabled() : wish.disabled(),
        user.createdAt());
  }

  /// What the user is to have; null stands for nothing.
  private List<UserSkill> skills(
      WorkspaceId workspace, UserId user, @Nullable List<SkillLevel> wish) {
    if (wish == null || wish.isEmpty()) return List.of();
    var known = skills.all(workspace).stream().map(Skill::id).collect(Collectors.toSet());
    return SkillRules.of(user, wish, known);
  }

  private @Nullable TeamId known(WorkspaceId workspace, @Nullable TeamId team) {
    if (team != null && teams.find(workspace, team).isEmpty())
      throw Refusal.invalid("team-unknown", "There is no such team. Choose one of the list.");
    return team;
  }

  private static boolean lostRight(User before, User after) {
    return !Role.privilegesOf(after.roles()).containsAll(Role.privilegesOf(before.roles()));
  }

  private void requirePatience(CurrentUser by) {
    var wait = limits.take(Limit.USER_CHANGES_BY_USER, by.user().toString());
    if (!wait.isZero())
      throw Refusal.tooMany(
          "too-many-requests", "You changed many users within a minute. Wait a moment.", wait);
  }
}
