package org.hiwar.workspace;

import org.jspecify.annotations.Nullable;

/// Something that work may need and users may have. A service's own skill has the service's id; a
/// language's `code` is its tag (`ar`), other kinds have none.
public record Skill(SkillId id, Kind kind, @Nullable String code, String name) {
  public enum Kind {
    SERVICE,
    LANGUAGE,
    AUXILIARY
  }
}
