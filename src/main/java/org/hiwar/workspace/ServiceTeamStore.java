package org.hiwar.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.platform.database.Database;
import org.springframework.stereotype.Component;

/// Which teams serve a service, beside the users who have its skill.
@Component
public class ServiceTeamStore {
  /// Of the members of a team in the services that it serves.
  private static final int LEVEL = 50;

  private final Database database;

  public ServiceTeamStore(Database database) {
    this.database = database;
  }

  /// By id.
  public List<TeamId> of(WorkspaceId workspace, ServiceId service) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select team from service_team where workspace = ? and service = ? order by"
                        + " team")
                .params(workspace.value(), service.value())
                .query((row, _) -> new TeamId(row.getLong("team")))
                .list());
  }

  /// The services of each team, by id. Teams without a service are left out.
  public Map<TeamId, List<ServiceId>> ofTeams(WorkspaceId workspace) {
    var all = new LinkedHashMap<TeamId, List<ServiceId>>();
    database.in(
        workspace.value(),
        db -> {
          db.sql(
                  "select team, service from service_team where workspace = ? order by team,"
                      + " service")
              .params(workspace.value())
              .query(
                  row -> {
                    all.computeIfAbsent(new TeamId(row.getLong("team")), _ -> new ArrayList<>())
                        .add(new ServiceId(row.getLong("service")));
                  });
          return all;
        });
    return all;
  }

  /// The team serves these services and no others from now on.
  public void setOf(WorkspaceId workspace, TeamId team, Collection<ServiceId> services) {
    var ids = services.stream().map(ServiceId::value).distinct().toArray(Long[]::new);
    database.in(
        workspace.value(),
        db -> {
          db.sql("delete from service_team where workspace = ? and team = ?")
              .params(workspace.value(), team.value())
              .update();
          return db.sql(
                  "insert into service_team (workspace, team, service) select ?, ?,"
                      + " unnest(?::bigint[])")
              .param(workspace.value())
              .param(team.value())
              .param(ids)
              .update();
        });
  }

  /// These teams and no others from now on.
  public void set(WorkspaceId workspace, ServiceId service, Collection<TeamId> teams) {
    var ids = teams.stream().map(TeamId::value).distinct().toArray(Long[]::new);
    database.in(
        workspace.value(),
        db -> {
          db.sql("delete from service_team where workspace = ? and service = ?")
              .params(workspace.value(), service.value())
              .update();
          return db.sql("insert into service_team select ?, ?, unnest(?::bigint[])")
              .param(workspace.value())
              .param(service.value())
              .param(ids)
              .update();
        });
  }

  /// What the user can do because their team serves a service.
  public List<UserSkill> skills(WorkspaceId workspace, UserId user) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select t.service from service_team t join app_user u on u.workspace = t.workspace and u.team = t.team
                    where t.workspace = ? and u.id = ? order by t.service\
                    """)
                .params(workspace.value(), user.value())
                .query((row, _) -> new UserSkill(user, new SkillId(row.getLong("service")), LEVEL))
                .list());
  }

  /// What users who may `privilege` can do because their team serves a service. Only of users who
  /// are not disabled.
  public List<UserSkill> skills(WorkspaceId workspace, Privilege privilege) {
    var roles =
        Arrays.stream(Role.values())
            .filter(role -> role.privileges().contains(privilege))
            .map(Role::name)
            .toArray(String[]::new);
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select u.id, t.service from service_team t join app_user u on u.workspace = t.workspace and u.team = t.team
                    where t.workspace = ? and not u.disabled and u.roles && ?::text[] order by u.id, t.service\
                    """)
                .param(workspace.value())
                .param(roles)
                .query(
                    (row, _) ->
                        new UserSkill(
                            new UserId(row.getLong("id")),
                            new SkillId(row.getLong("service")),
                            LEVEL))
                .list());
  }
}
