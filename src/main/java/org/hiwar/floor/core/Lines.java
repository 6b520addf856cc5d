package org.hiwar.floor.core;

import java.time.Instant;
import java.util.List;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.workspace.SkillId;

/// Which line a piece of work waits in.
class Lines {
  private int extraLines;

  /// The skills beside the service's own that count for work in this state.
  List<SkillId> needs(Work work, Queued state) {
    return state.relaxed() ? List.of() : work.skills();
  }

  /// The line, made when it is not there. When the floor has as many as it may, the service's own
  /// line.
  Line find(Floor floor, ServiceQueue queue, List<SkillId> extra, Instant now) {
    var line = queue.lines.get(extra);
    if (line == null) {
      if (!extra.isEmpty()) {
        forgetUnused(floor, now.minus(Limits.LINE_UNUSED));
        if (extraLines >= Limits.LINES) return find(floor, queue, List.of(), now);
        extraLines++;
      }
      line = floor.open(queue, extra);
      queue.lines.put(extra, line);
    }
    line.usedAt = now;
    return line;
  }

  private void forgetUnused(Floor floor, Instant before) {
    for (var queue : floor.queues())
      queue
          .lines
          .entrySet()
          .removeIf(
              e -> {
                if (e.getKey().isEmpty() || !e.getValue().unusedSince(before)) return false;
                floor.close(e.getValue());
                extraLines--;
                return true;
              });
  }

  void forgetAll() {
    extraLines = 0;
  }
}
