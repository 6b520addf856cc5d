package org.hiwar.workspace;

import java.util.Collection;
import java.util.List;
import org.hiwar.platform.database.Database;
import org.springframework.stereotype.Component;

/// What agents of services need beside the services' own skills.
@Component
public class ServiceSkillStore {
  private final Database database;

  public ServiceSkillStore(Database database) {
    this.database = database;
  }

  /// Of all services, by service and skill.
  public List<ServiceSkill> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select service, skill, level from service_skill where workspace = ? order by"
                        + " service, skill")
                .params(workspace.value())
                .query(
                    (row, _) ->
                        new ServiceSkill(
                            new ServiceId(row.getLong("service")),
                            new SkillId(row.getLong("skill")),
                            row.getInt("level")))
                .list());
  }

  /// These and no others from now on; each skill once.
  public void set(WorkspaceId workspace, ServiceId service, Collection<ServiceSkill> needed) {
    database.in(
        workspace.value(),
        db -> {
          db.sql("delete from service_skill where workspace = ? and service = ?")
              .params(workspace.value(), service.value())
              .update();
          for (var one : needed)
            db.sql("insert into service_skill values (?, ?, ?, ?)")
                .params(workspace.value(), service.value(), one.skill().value(), one.level())
                .update();
          return service;
        });
  }
}
