package org.hiwar.floor.core;

import java.util.LinkedHashSet;

/// The work that ended last, so that an arrival told twice is not taken for new. Bounded; what is
/// older than that is refused by the primary key of `work_ended`.
class Lately {
  private final LinkedHashSet<WorkId> ended = new LinkedHashSet<>();

  void add(WorkId id) {
    ended.addLast(id);
    if (ended.size() > Limits.ENDED_LATELY) ended.removeFirst();
  }

  boolean contains(WorkId id) {
    return ended.contains(id);
  }
}
