package org.hiwar.floor.core;

import java.util.List;
import java.util.Map;
import org.hiwar.workspace.UserId;

/// The configuration of a floor: its services, and who can do what. An agent who is missing has no
/// skills.
public record Plan(List<Service> services, Map<UserId, List<Skill>> skills) {
  public static final Plan EMPTY = new Plan(List.of(), Map.of());

  public Plan {
    services = List.copyOf(services);
    skills = Map.copyOf(skills);
  }
}
