package org.hiwar.workspace.users;

import org.hiwar.workspace.SkillId;

/// A skill of some user; `level` is 1 to 100.
record SkillLevel(SkillId skill, int level) {}
