package org.hiwar.floor.core;

import org.hiwar.workspace.SkillId;

/// What an agent can do, and how well: `level` 1 to 100. A service's own skill has the id of the
/// service.
public record Skill(SkillId id, int level) {
  public Skill {
    if (level < 1 || level > Limits.LEVEL)
      throw new IllegalArgumentException("level " + level + " of skill " + id);
  }
}
