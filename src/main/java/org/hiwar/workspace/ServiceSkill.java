package org.hiwar.workspace;

/// Only agents with this skill, at `level` (1 to 100) or above, are given the work of the service.
public record ServiceSkill(ServiceId service, SkillId skill, int level) {}
