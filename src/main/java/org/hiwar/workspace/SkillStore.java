package org.hiwar.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hiwar.platform.database.Database;
import org.springframework.stereotype.Component;

/// Skills, and who has them at what level.
@Component
public class SkillStore {
  private final Database database;

  public SkillStore(Database database) {
    this.database = database;
  }

  public void add(WorkspaceId workspace, Skill skill) {
    database.in(
        workspace.value(),
        db ->
            db.sql("insert into skill (workspace, id, kind, code, name) values (?, ?, ?, ?, ?)")
                .param(workspace.value())
                .param(skill.id().value())
                .param(skill.kind().name())
                .param(skill.code())
                .param(skill.name())
                .update());
  }

  /// Gives the skill, or sets its level anew.
  public void give(WorkspaceId workspace, UserSkill skill) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into user_skill (workspace, user_id, skill, level) values (?, ?, ?, ?)
                    on conflict (workspace, user_id, skill) do update set level = excluded.level\
                    """)
                .params(
                    workspace.value(), skill.user().value(), skill.skill().value(), skill.level())
                .update());
  }

  public List<Skill> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select id, kind, code, name from skill where workspace = ? order by id")
                .params(workspace.value())
                .query(SkillStore::skill)
                .list());
  }

  /// Of users who are not disabled.
  public List<UserSkill> ofAllUsers(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select s.user_id, s.skill, s.level from user_skill s join app_user u on u.workspace = s.workspace and u.id = s.user_id
                    where s.workspace = ? and not u.disabled order by s.user_id, s.skill\
                    """)
                .params(workspace.value())
                .query(SkillStore::userSkill)
                .list());
  }

  public List<UserSkill> of(WorkspaceId workspace, UserId user) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select user_id, skill, level from user_skill where workspace = ? and user_id ="
                        + " ? order by skill")
                .params(workspace.value(), user.value())
                .query(SkillStore::userSkill)
                .list());
  }

  private static Skill skill(ResultSet row, int number) throws SQLException {
    return new Skill(
        new SkillId(row.getLong("id")),
        Skill.Kind.valueOf(row.getString("kind")),
        row.getString("code"),
        row.getString("name"));
  }

  private static UserSkill userSkill(ResultSet row, int number) throws SQLException {
    return new UserSkill(
        new UserId(row.getLong("user_id")), new SkillId(row.getLong("skill")), row.getInt("level"));
  }
}
