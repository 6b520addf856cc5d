package org.hiwar.workspace.users;

import java.util.List;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceTeamStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.TeamSupervisorStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Teams, for administrators.
@RestController
@RequestMapping("/api/teams")
@Requires(Privilege.MANAGE_USERS)
class TeamsApi {
  private final Teams teams;
  private final TeamStore store;
  private final UserStore users;
  private final ServiceTeamStore served;
  private final TeamSupervisorStore supervisors;

  TeamsApi(
      Teams teams,
      TeamStore store,
      UserStore users,
      ServiceTeamStore served,
      TeamSupervisorStore supervisors) {
    this.teams = teams;
    this.store = store;
    this.users = users;
    this.served = served;
    this.supervisors = supervisors;
  }

  /// `members`: how many are in it, those who are disabled included. `supervisors`: those who may
  /// not supervise any more included.
  record TeamView(
      TeamId id, String name, int members, List<UserId> supervisors, List<ServiceId> services) {}

  /// By name.
  @GetMapping
  List<TeamView> list(CurrentUser user) {
    var members = users.countByTeam(user.workspace());
    var supervised = supervisors.ofTeams(user.workspace());
    var services = served.ofTeams(user.workspace());
    return store.all(user.workspace()).stream()
        .map(
            team ->
                new TeamView(
                    team.id(),
                    team.name(),
                    members.getOrDefault(team.id(), 0),
                    supervised.getOrDefault(team.id(), List.of()),
                    services.getOrDefault(team.id(), List.of())))
        .toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TeamView create(CurrentUser user, @RequestBody TeamWish wish) {
    return view(user.workspace(), teams.create(user, wish));
  }

  @PutMapping("/{team}")
  TeamView change(CurrentUser user, @PathVariable TeamId team, @RequestBody TeamWish wish) {
    return view(user.workspace(), teams.change(user, team, wish));
  }

  /// Only of a team in which nobody is and that serves nothing.
  @DeleteMapping("/{team}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable TeamId team) {
    teams.remove(user, team);
  }

  private TeamView view(WorkspaceId workspace, Team team) {
    if (store.find(workspace, team.id()).isEmpty()) throw Refusal.notFound();
    return new TeamView(
        team.id(),
        team.name(),
        users.inTeam(workspace, team.id()).size(),
        supervisors.ofTeams(workspace).getOrDefault(team.id(), List.of()),
        served.ofTeams(workspace).getOrDefault(team.id(), List.of()));
  }
}
