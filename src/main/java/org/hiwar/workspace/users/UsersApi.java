package org.hiwar.workspace.users;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Language;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserSkill;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.LoginName;
import org.hiwar.workspace.access.Requires;
import org.hiwar.workspace.access.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Users, for administrators.
@RestController
@RequestMapping("/api/users")
@Requires(Privilege.MANAGE_USERS)
class UsersApi {
  private static final int PAGE = 100;

  private final Users users;
  private final UserStore store;
  private final TeamStore teams;
  private final SkillStore skills;
  private final Sessions sessions;

  UsersApi(Users users, UserStore store, TeamStore teams, SkillStore skills, Sessions sessions) {
    this.users = users;
    this.store = store;
    this.teams = teams;
    this.skills = skills;
    this.sessions = sessions;
  }

  /// `skills` by id; those of the services of the team are not among them.
  record UserView(
      UserId id,
      String login,
      String name,
      Set<Role> roles,
      @Nullable Team team,
      Language language,
      boolean disabled,
      Instant createdAt,
      List<SkillLevel> skills) {}

  /// A log-in that is live. `client` is what the browser says it is.
  record LogInView(String client, Instant createdAt, Instant lastUsedAt) {}

  /// `next` is the cursor of the next page; null on the last.
  record UserPage(List<UserView> items, @Nullable String next) {}

  @GetMapping
  UserPage list(CurrentUser user, @RequestParam(defaultValue = "") String cursor) {
    var after = cursor.isEmpty() ? "" : LoginName.of(cursor).orElseThrow(UsersApi::noCursor);
    var found = store.list(user.workspace(), after, PAGE + 1);
    var page = found.stream().limit(PAGE).toList();
    var names =
        teams.all(user.workspace()).stream().collect(Collectors.toMap(Team::id, team -> team));
    var can = skills.of(user.workspace(), page.stream().map(User::id).toList());
    return new UserPage(
        page.stream()
            .map(
                each ->
                    view(each, team(each.team(), names), can.getOrDefault(each.id(), List.of())))
            .toList(),
        found.size() > PAGE ? page.getLast().login() : null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  UserView create(CurrentUser user, @RequestBody NewUser wish) {
    return view(user, users.create(user, wish));
  }

  @GetMapping("/{user}")
  UserView read(CurrentUser current, @PathVariable UserId user) {
    return view(current, store.find(current.workspace(), user).orElseThrow(Refusal::notFound));
  }

  @PatchMapping("/{user}")
  UserView change(CurrentUser current, @PathVariable UserId user, @RequestBody UserChange wish) {
    return view(current, users.change(current, user, wish));
  }

  /// The one used last first.
  @GetMapping("/{user}/sessions")
  List<LogInView> sessions(CurrentUser current, @PathVariable UserId user) {
    if (store.find(current.workspace(), user).isEmpty()) throw Refusal.notFound();
    return sessions.of(current.workspace(), user).stream()
        .map(one -> new LogInView(one.client(), one.createdAt(), one.lastUsedAt()))
        .toList();
  }

  @DeleteMapping("/{user}/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(CurrentUser current, @PathVariable UserId user) {
    users.logOut(current, user);
  }

  private static Refusal noCursor() {
    return Refusal.invalid(
        "cursor-invalid", "This is no cursor of a page. Begin with the first page.");
  }

  private UserView view(CurrentUser current, User user) {
    return view(
        user,
        user.team() == null ? null : teams.find(current.workspace(), user.team()).orElse(null),
        skills.of(current.workspace(), user.id()));
  }

  private static UserView view(User user, @Nullable Team team, List<UserSkill> skills) {
    return new UserView(
        user.id(),
        user.login(),
        user.name(),
        user.roles(),
        team,
        user.language(),
        user.disabled(),
        user.createdAt(),
        skills.stream().map(one -> new SkillLevel(one.skill(), one.level())).toList());
  }

  private static @Nullable Team team(@Nullable TeamId id, Map<TeamId, Team> teams) {
    return id == null ? null : teams.get(id);
  }
}
