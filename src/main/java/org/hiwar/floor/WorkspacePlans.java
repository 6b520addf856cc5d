package org.hiwar.floor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Service;
import org.hiwar.floor.core.Skill;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.ServiceTeamStore;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// The services and skills of a workspace, as its administrators have set them. A team that serves
/// a service has its skill in all its members who may get records; a skill of one's own goes
/// before.
public final class WorkspacePlans implements Plans {
  private final ServiceStore services;
  private final SkillStore skills;
  private final ServiceTeamStore teams;

  public WorkspacePlans(ServiceStore services, SkillStore skills, ServiceTeamStore teams) {
    this.services = services;
    this.skills = skills;
    this.teams = teams;
  }

  @Override
  public Plan read(WorkspaceId workspace) {
    var people = new HashMap<UserId, List<Skill>>();
    for (var skill : skills.ofAllUsers(workspace))
      people
          .computeIfAbsent(skill.user(), _ -> new ArrayList<>())
          .add(new Skill(skill.skill(), skill.level()));
    for (var skill : teams.skills(workspace, Privilege.PREVIEW_RECORDS)) {
      var own = people.computeIfAbsent(skill.user(), _ -> new ArrayList<>());
      if (own.stream().noneMatch(one -> one.id().equals(skill.skill())))
        own.add(new Skill(skill.skill(), skill.level()));
    }
    return new Plan(services.all(workspace).stream().map(WorkspacePlans::rules).toList(), people);
  }

  private static Service rules(org.hiwar.workspace.Service s) {
    return new Service(
        s.id(),
        s.medium(),
        s.prefersLevel(),
        s.priorityWorth(),
        s.offer(),
        s.wrapUp(),
        s.prefersLastAgent(),
        s.preferFor(),
        s.relaxAfter(),
        s.pulled(),
        s.precedence(),
        s.answerWithin());
  }
}
