package org.hiwar.floor.core;

import java.util.Collection;
import java.util.List;

/// All that a floor is restored from: everything that is not over, and the ids of what ended last,
/// oldest first.
public record Rows(
    Collection<AgentRow> agents, Collection<WorkRow> work, Collection<WorkId> endedLately) {
  public static final Rows NONE = new Rows(List.of(), List.of(), List.of());
}
