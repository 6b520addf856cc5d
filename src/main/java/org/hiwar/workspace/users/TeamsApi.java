package org.hiwar.workspace.users;

import java.util.List;
import java.util.Map;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Teams, for administrators.
@RestController
@RequestMapping("/api/teams")
@Requires(Privilege.MANAGE_USERS)
class TeamsApi {
  private final Database database;
  private final TeamStore teams;
  private final AuditLog audit;
  private final Ids ids;

  TeamsApi(Database database, TeamStore teams, AuditLog audit, Ids ids) {
    this.database = database;
    this.teams = teams;
    this.audit = audit;
    this.ids = ids;
  }

  record NewTeam(String name) {}

  @GetMapping
  List<Team> list(CurrentUser user) {
    return teams.all(user.workspace());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Team create(CurrentUser user, @RequestBody NewTeam wish) {
    var team = new Team(new TeamId(ids.next()), UserRules.name(wish.name()));
    return database.in(
        user.workspace().value(),
        _ -> {
          if (!teams.add(user.workspace(), team))
            throw Refusal.conflict("team-taken", "Another team has this name. Choose another one.");
          audit.record(
              user.workspace(),
              user.user(),
              "team.created",
              team.id().toString(),
              Map.of("name", team.name()));
          return team;
        });
  }
}
