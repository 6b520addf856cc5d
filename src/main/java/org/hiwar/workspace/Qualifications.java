package org.hiwar.workspace;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who may be given the work of which service: whoever has its skill, and the members of the teams
/// that serve it; a skill of one's own goes before. A service that needs other skills is only for
/// those who have all of them at the level that it asks for.
@Component
public class Qualifications {
  private final ServiceStore services;
  private final SkillStore skills;
  private final ServiceTeamStore teams;
  private final ServiceSkillStore needs;

  public Qualifications(
      ServiceStore services, SkillStore skills, ServiceTeamStore teams, ServiceSkillStore needs) {
    this.services = services;
    this.skills = skills;
    this.teams = teams;
    this.needs = needs;
  }

  /// The levels of all users who are not disabled; without the skills of services that are not for
  /// them.
  public Map<UserId, Map<SkillId, Integer>> all(WorkspaceId workspace) {
    var previews =
        services.all(workspace).stream()
            .filter(service -> service.medium() == Medium.PREVIEW)
            .map(Service::skill)
            .collect(Collectors.toSet());
    var people = new HashMap<UserId, Map<SkillId, Integer>>();
    for (var skill : skills.ofAllUsers(workspace)) own(people, skill);
    for (var skill : teams.skills(workspace, Privilege.WORK_AT_DESK))
      if (!previews.contains(skill.skill())) served(people, skill);
    for (var skill : teams.skills(workspace, Privilege.PREVIEW_RECORDS))
      if (previews.contains(skill.skill())) served(people, skill);
    var needed = needs.all(workspace);
    people.values().forEach(levels -> drop(levels, needed));
    return people;
  }

  /// The services whose work this user, who works at a desk, may be given.
  public Set<ServiceId> services(WorkspaceId workspace, UserId user) {
    var people = new HashMap<UserId, Map<SkillId, Integer>>();
    for (var skill : skills.of(workspace, user)) own(people, skill);
    for (var skill : teams.skills(workspace, user)) served(people, skill);
    var levels = people.computeIfAbsent(user, _ -> new HashMap<>());
    drop(levels, needs.all(workspace));
    return levels.keySet().stream()
        .map(skill -> new ServiceId(skill.value()))
        .collect(Collectors.toSet());
  }

  private static void own(Map<UserId, Map<SkillId, Integer>> people, UserSkill skill) {
    people.computeIfAbsent(skill.user(), _ -> new HashMap<>()).put(skill.skill(), skill.level());
  }

  private static void served(Map<UserId, Map<SkillId, Integer>> people, UserSkill skill) {
    people
        .computeIfAbsent(skill.user(), _ -> new HashMap<>())
        .putIfAbsent(skill.skill(), skill.level());
  }

  /// What is needed is never the skill of a service, so the order makes no difference.
  private static void drop(Map<SkillId, Integer> levels, Collection<ServiceSkill> needed) {
    for (var need : needed)
      if (levels.getOrDefault(need.skill(), 0) < need.level())
        levels.remove(new SkillId(need.service().value()));
  }
}
