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
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.LoginName;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

  UsersApi(Users users, UserStore store, TeamStore teams) {
    this.users = users;
    this.store = store;
    this.teams = teams;
  }

  record UserView(UserId id, String login, String name, Set<Role> roles, @Nullable Team team, Language language, boolean disabled, Instant createdAt) {}

  /// `next` is the cursor of the next page; null on the last.
  record UserPage(List<UserView> items, @Nullable String next) {}

  @GetMapping
  UserPage list(CurrentUser user, @RequestParam(defaultValue = "") String cursor) {
    var after = cursor.isEmpty() ? "" : LoginName.of(cursor).orElseThrow(UsersApi::noCursor);
    var found = store.list(user.workspace(), after, PAGE + 1);
    var page = found.stream().limit(PAGE).toList();
    var names = teams.all(user.workspace()).stream().collect(Collectors.toMap(Team::id, team -> team));
    return new UserPage(page.stream().map(each -> view(each, team(each.team(), names))).toList(), found.size() > PAGE ? page.getLast().login() : null);
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

  private static Refusal noCursor() {
    return Refusal.invalid("cursor-invalid", "This is no cursor of a page. Begin with the first page.");
  }

  private UserView view(CurrentUser current, User user) {
    return view(user, user.team() == null ? null : teams.find(current.workspace(), user.team()).orElse(null));
  }

  private static UserView view(User user, @Nullable Team team) {
    return new UserView(user.id(), user.login(), user.name(), user.roles(), team, user.language(), user.disabled(), user.createdAt());
  }

  private static @Nullable Team team(@Nullable TeamId id, Map<TeamId, Team> teams) {
    return id == null ? null : teams.get(id);
  }
}
