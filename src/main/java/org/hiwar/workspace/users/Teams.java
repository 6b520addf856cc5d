package org.hiwar.workspace.users;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.ServiceTeamStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.TeamSupervisorStore;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Creates, changes and removes teams, with who is in them, who supervises them and what they
/// serve.
@Component
class Teams {
  /// What each of those who joined or left is told.
  private record Moved(Team team, Set<UserId> users) {}

  private final Database database;
  private final TeamStore teams;
  private final UserStore users;
  private final ServiceStore services;
  private final ServiceTeamStore served;
  private final TeamSupervisorStore supervisors;
  private final AuditLog audit;
  private final PeopleNews news;
  private final Ids ids;

  Teams(
      Database database,
      TeamStore teams,
      UserStore users,
      ServiceStore services,
      ServiceTeamStore served,
      TeamSupervisorStore supervisors,
      AuditLog audit,
      PeopleNews news,
      Ids ids) {
    this.database = database;
    this.teams = teams;
    this.users = users;
    this.services = services;
    this.served = served;
    this.supervisors = supervisors;
    this.audit = audit;
    this.news = news;
    this.ids = ids;
  }

  Team create(CurrentUser by, TeamWish wish) {
    var name = wish.name() == null ? "" : wish.name();
    var team = new Team(new TeamId(ids.next()), UserRules.name(name));
    return write(
        by,
        wish,
        () -> {
          if (!teams.add(by.workspace(), team)) throw taken();
          record(by, "team.created", team, Map.of("name", team.name()));
          return team;
        });
  }

  Team change(CurrentUser by, TeamId id, TeamWish wish) {
    return write(
        by,
        wish,
        () -> {
          var before = teams.find(by.workspace(), id).orElseThrow(Refusal::notFound);
          var after = wish.name() == null ? before : new Team(id, UserRules.name(wish.name()));
          if (!teams.rename(by.workspace(), after)) throw taken();
          record(
              by,
              "team.changed",
              after,
              Map.of("name", after.name(), "before", before.name(), "parts", wish.parts()));
          return after;
        });
  }

  void remove(CurrentUser by, TeamId id) {
    database.in(
        by.workspace().value(),
        _ -> {
          var team = teams.find(by.workspace(), id).orElseThrow(Refusal::notFound);
          if (!users.inTeam(by.workspace(), id).isEmpty()
              || served.ofTeams(by.workspace()).containsKey(id))
            throw Refusal.conflict(
                "team-used",
                "People are in this team, or it serves a service. Take both out first.");
          supervisors.set(by.workspace(), id, List.of());
          teams.remove(by.workspace(), id);
          record(by, "team.removed", team, Map.of("name", team.name()));
          return team;
        });
  }

  /// Makes the team as `first` does, then what hangs on it, in one transaction; tells afterwards.
  private Team write(CurrentUser by, TeamWish wish, Supplier<Team> first) {
    var moved =
        database.in(
            by.workspace().value(),
            _ -> {
              var team = first.get();
              serve(by.workspace(), team.id(), wish.services());
              supervise(by.workspace(), team.id(), wish.supervisors());
              var joined = move(by.workspace(), team.id(), wish.members());
              return new Moved(team, wish.name() == null ? joined : all(by, team, joined));
            });
    if (wish.members() != null || wish.services() != null) news.staffChanged(by.workspace());
    news.profilesChanged(by.workspace(), moved.users());
    return moved.team();
  }

  /// Those who joined or left, and those who are in it: for them it may have another name.
  private Set<UserId> all(CurrentUser by, Team team, Set<UserId> moved) {
    var all = new HashSet<>(moved);
    users.inTeam(by.workspace(), team.id()).forEach(user -> all.add(user.id()));
    return all;
  }

  /// Those who joined or left.
  private Set<UserId> move(WorkspaceId workspace, TeamId team, @Nullable List<UserId> members) {
    if (members == null) return Set.of();
    if (users.names(workspace, members).size() != Set.copyOf(members).size())
      throw Refusal.invalid("user-unknown", "There is no such user. Choose one of the list.");
    var before = users.inTeam(workspace, team).stream().map(User::id).collect(Collectors.toSet());
    var leaving = new HashSet<>(before);
    members.forEach(leaving::remove);
    var joining = new HashSet<>(members);
    joining.removeAll(before);
    users.setTeam(workspace, leaving, null);
    users.setTeam(workspace, joining, team);
    joining.addAll(leaving);
    return joining;
  }

  private void serve(WorkspaceId workspace, TeamId team, @Nullable List<ServiceId> wish) {
    if (wish == null) return;
    var known = services.all(workspace).stream().map(Service::id).collect(Collectors.toSet());
    if (!known.containsAll(wish))
      throw Refusal.invalid("service-unknown", "There is no such service. Choose one of the list.");
    served.setOf(workspace, team, wish);
  }

  private void supervise(WorkspaceId workspace, TeamId team, @Nullable List<UserId> wish) {
    if (wish != null && !supervisors.set(workspace, team, wish))
      throw Refusal.invalid(
          "supervisor-invalid",
          "Somebody who is chosen here is not there any more, or may not supervise. Give them the"
              + " role first, or choose somebody else.");
  }

  private void record(CurrentUser by, String what, Team team, Map<String, ?> detail) {
    audit.record(by.workspace(), by.user(), what, team.id().toString(), detail);
  }

  private static Refusal taken() {
    return Refusal.conflict("team-taken", "Another team has this name. Choose another one.");
  }
}
