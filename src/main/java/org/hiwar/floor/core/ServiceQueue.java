package org.hiwar.floor.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.workspace.SkillId;

/// One service on this floor: its rules and its lines.
final class ServiceQueue {
  private final Service rules;
  /// Taken out of the configuration while work of it was still open: it takes no more.
  private final boolean retired;
  private final SkillId skill;
  final Map<List<SkillId>, Line> lines = new HashMap<>(2);

  ServiceQueue(Service rules, boolean retired) {
    this.rules = rules;
    this.retired = retired;
    this.skill = new SkillId(rules.id().value());
  }

  Service rules() {
    return rules;
  }

  boolean retired() {
    return retired;
  }

  /// The service's own skill, which has the service's id.
  SkillId skill() {
    return skill;
  }
}
