package org.hiwar.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /// What the user can do, and nothing else from now on.
  public void setOf(WorkspaceId workspace, UserId user, Collection<UserSkill> skills) {
    set(workspace, "user_id", user.value(), skills);
  }

  /// Who has the skill, and nobody else from now on.
  public void setPeople(WorkspaceId workspace, SkillId skill, Collection<UserSkill> people) {
    set(workspace, "skill", skill.value(), people);
  }

  /// `column` is whose rows they are: `user_id` or `skill`.
  private void set(WorkspaceId workspace, String column, long id, Collection<UserSkill> rows) {
    database.in(
        workspace.value(),
        db -> {
          db.sql("delete from user_skill where workspace = ? and " + column + " = ?")
              .params(workspace.value(), id)
              .update();
          return db.sql(
                  """
                  insert into user_skill (workspace, user_id, skill, level)
                  select ?, * from unnest(?::bigint[], ?::bigint[], ?::int[])\
                  """)
              .param(workspace.value())
              .param(rows.stream().map(row -> row.user().value()).toArray(Long[]::new))
              .param(rows.stream().map(row -> row.skill().value()).toArray(Long[]::new))
              .param(rows.stream().map(UserSkill::level).toArray(Integer[]::new))
              .update();
        });
  }

  /// Another name. False when another skill of its kind has it.
  public boolean rename(WorkspaceId workspace, Skill skill) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        update skill set name = :name where workspace = :workspace and id = :id
                        and not exists (select from skill where workspace = :workspace and kind = :kind and name = :name and id <> :id)\
                        """)
                    .param("name", skill.name())
                    .param("workspace", workspace.value())
                    .param("id", skill.id().value())
                    .param("kind", skill.kind().name())
                    .update()
                == 1);
  }

  /// Only of a skill that nobody has, and of no service's own.
  public void remove(WorkspaceId workspace, SkillId skill) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from skill where workspace = ? and id = ?")
                .params(workspace.value(), skill.value())
                .update());
  }

  /// How many have each skill, those who are disabled included. Skills that nobody has are left
  /// out.
  public Map<SkillId, Integer> counts(WorkspaceId workspace) {
    var counts = new HashMap<SkillId, Integer>();
    database.in(
        workspace.value(),
        db -> {
          db.sql("select skill, count(*) from user_skill where workspace = ? group by skill")
              .params(workspace.value())
              .query(
                  row -> {
                    counts.put(new SkillId(row.getLong("skill")), row.getInt("count"));
                  });
          return counts;
        });
    return counts;
  }

  /// Who has the skill, by the user's id; those who are disabled, too.
  public List<UserSkill> people(WorkspaceId workspace, SkillId skill) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select user_id, skill, level from user_skill where workspace = ? and skill = ?"
                        + " order by user_id")
                .params(workspace.value(), skill.value())
                .query(SkillStore::userSkill)
                .list());
  }

  public Optional<Skill> find(WorkspaceId workspace, SkillId skill) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select id, kind, code, name from skill where workspace = ? and id = ?")
                .params(workspace.value(), skill.value())
                .query(SkillStore::skill)
                .optional());
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

  /// Of these users, each with their skills by id; who has none is left out.
  public Map<UserId, List<UserSkill>> of(WorkspaceId workspace, Collection<UserId> users) {
    var ids = users.stream().map(UserId::value).toArray(Long[]::new);
    return database
        .in(
            workspace.value(),
            db ->
                db.sql(
                        "select user_id, skill, level from user_skill where workspace = ? and"
                            + " user_id = any (?) order by user_id, skill")
                    .param(workspace.value())
                    .param(ids)
                    .query(SkillStore::userSkill)
                    .list())
        .stream()
        .collect(Collectors.groupingBy(UserSkill::user));
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
