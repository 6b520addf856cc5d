package org.hiwar.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.hiwar.platform.database.Database;
import org.springframework.stereotype.Component;

/// Who supervises which teams.
@Component
public class TeamSupervisorStore {
  private final Database database;

  public TeamSupervisorStore(Database database) {
    this.database = database;
  }

  /// The supervisors of each team, by id. Teams without one are left out.
  public Map<TeamId, List<UserId>> ofTeams(WorkspaceId workspace) {
    var all = new LinkedHashMap<TeamId, List<UserId>>();
    database.in(
        workspace.value(),
        db -> {
          db.sql(
                  "select team, supervisor from team_supervisor where workspace = ? order by team,"
                      + " supervisor")
              .params(workspace.value())
              .query(
                  row -> {
                    all.computeIfAbsent(new TeamId(row.getLong("team")), _ -> new ArrayList<>())
                        .add(new UserId(row.getLong("supervisor")));
                  });
          return all;
        });
    return all;
  }

  /// These users and no others from now on. False, and then the caller's transaction has to be
  /// undone: one of them is not there, or may not supervise and did not supervise the team before.
  public boolean set(WorkspaceId workspace, TeamId team, Collection<UserId> supervisors) {
    var ids = supervisors.stream().map(UserId::value).distinct().toArray(Long[]::new);
    return database.in(
        workspace.value(),
        db -> {
          db.sql(
                  "delete from team_supervisor where workspace = ? and team = ? and supervisor <>"
                      + " all (?)")
              .param(workspace.value())
              .param(team.value())
              .param(ids)
              .update();
          db.sql(
                  """
                  insert into team_supervisor (workspace, team, supervisor)
                  select workspace, ?, id from app_user where workspace = ? and id = any (?) and roles && ?::text[]
                  on conflict do nothing\
                  """)
              .param(team.value())
              .param(workspace.value())
              .param(ids)
              .param(supervising())
              .update();
          return db.sql("select count(*) from team_supervisor where workspace = ? and team = ?")
                  .params(workspace.value(), team.value())
                  .query(Integer.class)
                  .single()
              == ids.length;
        });
  }

  /// The teams that this user supervises, and who is in them now.
  public Sight.OfTeams sight(WorkspaceId workspace, UserId supervisor) {
    var teams = new LinkedHashSet<Team>();
    var agents = new HashSet<UserId>();
    database.in(
        workspace.value(),
        db -> {
          db.sql(
                  """
                  select t.id, t.name, u.id as agent from team_supervisor s
                  join team t on t.workspace = s.workspace and t.id = s.team
                  left join app_user u on u.workspace = t.workspace and u.team = t.id
                  where s.workspace = ? and s.supervisor = ? order by t.name, t.id\
                  """)
              .params(workspace.value(), supervisor.value())
              .query(
                  row -> {
                    teams.add(new Team(new TeamId(row.getLong("id")), row.getString("name")));
                    var agent = row.getObject("agent", Long.class);
                    if (agent != null) agents.add(new UserId(agent));
                  });
          return teams;
        });
    return new Sight.OfTeams(List.copyOf(teams), agents);
  }

  private static String[] supervising() {
    return Arrays.stream(Role.values())
        .filter(role -> role.privileges().contains(Privilege.SUPERVISE))
        .map(Role::name)
        .toArray(String[]::new);
  }
}
