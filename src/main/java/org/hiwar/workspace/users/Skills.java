package org.hiwar.workspace.users;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Creates, changes and removes skills, with who has them at what level. A service's own skill
/// comes and goes with the service, and is called as it is; who has it is set here.
@Component
class Skills {
  /// More skills than that no workspace has a use for.
  static final int MOST = 1_000;

  private final Database database;
  private final SkillStore skills;
  private final UserStore users;
  private final AuditLog audit;
  private final PeopleNews news;
  private final Ids ids;

  Skills(
      Database database,
      SkillStore skills,
      UserStore users,
      AuditLog audit,
      PeopleNews news,
      Ids ids) {
    this.database = database;
    this.skills = skills;
    this.users = users;
    this.audit = audit;
    this.news = news;
    this.ids = ids;
  }

  /// A language that work may need.
  Skill create(CurrentUser by, String code, String name, List<PersonLevel> people) {
    var skill =
        new Skill(
            new SkillId(ids.next()),
            Skill.Kind.LANGUAGE,
            SkillRules.tag(code),
            UserRules.name(name));
    database.in(
        by.workspace().value(),
        _ -> {
          var all = skills.all(by.workspace());
          requireFree(all, skill);
          if (all.size() >= MOST)
            throw Refusal.conflict(
                "skills-too-many", "There are too many skills. Remove one first.");
          skills.add(by.workspace(), skill);
          give(by.workspace(), skill.id(), people);
          record(by, "skill.created", skill, Map.of("name", skill.name()));
          return skill;
        });
    news.staffChanged(by.workspace());
    return skill;
  }

  /// What is null stays.
  Skill change(
      CurrentUser by, SkillId id, @Nullable String name, @Nullable List<PersonLevel> people) {
    var changed =
        database.in(
            by.workspace().value(),
            _ -> {
              var before = skills.find(by.workspace(), id).orElseThrow(Refusal::notFound);
              var after = name == null ? before : renamed(by.workspace(), before, name);
              if (people != null) give(by.workspace(), id, people);
              record(
                  by,
                  "skill.changed",
                  after,
                  Map.of("name", after.name(), "before", before.name(), "people", people != null));
              return after;
            });
    news.staffChanged(by.workspace());
    return changed;
  }

  void remove(CurrentUser by, SkillId id) {
    database.in(
        by.workspace().value(),
        _ -> {
          var skill = skills.find(by.workspace(), id).orElseThrow(Refusal::notFound);
          if (skill.kind() == Skill.Kind.SERVICE) throw ofService();
          if (!skills.people(by.workspace(), id).isEmpty())
            throw Refusal.conflict(
                "skill-used", "Somebody has this skill. Take it from everybody first.");
          skills.remove(by.workspace(), id);
          record(by, "skill.removed", skill, Map.of("name", skill.name()));
          return skill;
        });
    news.staffChanged(by.workspace());
  }

  private Skill renamed(WorkspaceId workspace, Skill before, String name) {
    var after = new Skill(before.id(), before.kind(), before.code(), UserRules.name(name));
    if (after.name().equals(before.name())) return before;
    if (before.kind() == Skill.Kind.SERVICE) throw ofService();
    if (!skills.rename(workspace, after)) throw nameTaken();
    return after;
  }

  private void give(WorkspaceId workspace, SkillId skill, List<PersonLevel> people) {
    var known =
        users
            .names(workspace, people.stream().map(PersonLevel::user).collect(Collectors.toSet()))
            .keySet();
    skills.setPeople(workspace, skill, SkillRules.of(skill, people, known));
  }

  private static void requireFree(List<Skill> all, Skill wish) {
    if (all.stream().anyMatch(one -> String.valueOf(wish.code()).equals(one.code())))
      throw Refusal.conflict(
          "language-taken", "This language is there already. Open it in the list.");
    if (all.stream().anyMatch(one -> one.kind() == wish.kind() && one.name().equals(wish.name())))
      throw nameTaken();
  }

  private void record(CurrentUser by, String what, Skill skill, Map<String, ?> detail) {
    audit.record(by.workspace(), by.user(), what, skill.id().toString(), detail);
  }

  private static Refusal nameTaken() {
    return Refusal.conflict("skill-taken", "Another skill has this name. Choose another one.");
  }

  private static Refusal ofService() {
    return Refusal.conflict(
        "skill-of-service",
        "This skill belongs to a service, has its name and stays as long as it.");
  }
}
