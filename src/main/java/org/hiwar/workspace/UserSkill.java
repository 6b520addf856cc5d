package org.hiwar.workspace;

/// That a user has a skill, and how well: `level` is 1 to 100. Who lacks it has no row.
public record UserSkill(UserId user, SkillId skill, int level) {}
