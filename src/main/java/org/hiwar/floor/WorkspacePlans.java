package org.hiwar.floor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Service;
import org.hiwar.floor.core.Skill;
import org.hiwar.workspace.Qualifications;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// The services of a workspace and who may be given their work, as its administrators have set it.
public final class WorkspacePlans implements Plans {
  private final ServiceStore services;
  private final Qualifications people;

  public WorkspacePlans(ServiceStore services, Qualifications people) {
    this.services = services;
    this.people = people;
  }

  @Override
  public Plan read(WorkspaceId workspace) {
    var skills = new HashMap<UserId, List<Skill>>();
    people
        .all(workspace)
        .forEach(
            (user, levels) ->
                skills.put(
                    user,
                    levels.entrySet().stream()
                        .map(level -> new Skill(level.getKey(), level.getValue()))
                        .sorted(Comparator.comparing(Skill::id))
                        .toList()));
    return new Plan(services.all(workspace).stream().map(WorkspacePlans::rules).toList(), skills);
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
        s.answerWithin(),
        s.most());
  }
}
