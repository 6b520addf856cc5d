package org.hiwar.workspace.access;

import org.hiwar.platform.Refusal;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.Workspaces;
import org.springframework.stereotype.Component;

/// Puts together what a user is told about himself.
@Component
public class Profiles {
  private final Workspaces workspaces;
  private final UserStore users;
  private final TeamStore teams;

  Profiles(Workspaces workspaces, UserStore users, TeamStore teams) {
    this.workspaces = workspaces;
    this.users = users;
    this.teams = teams;
  }

  public Me of(CurrentUser current) {
    var workspace = workspaces.find(current.workspace()).orElseThrow(Refusal::notFound);
    var user = users.find(current.workspace(), current.user()).orElseThrow(Refusal::notFound);
    var team = user.team() == null ? null : teams.find(current.workspace(), user.team()).orElse(null);
    return new Me(user.id(), user.login(), user.name(), user.language(), user.roles().stream().sorted().toList(),
        current.privileges().stream().sorted().toList(), team, workspace);
  }
}
