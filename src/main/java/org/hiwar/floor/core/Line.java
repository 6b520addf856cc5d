package org.hiwar.floor.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.workspace.SkillId;

/// Where work of one service waits that needs the same further skills, and the agents who have them
/// all.
///
/// Every service has its own line, for work that needs no more than the service's skill or has
/// waited long enough. The others are made on first use and forgotten when unused. Between two
/// commands at least one of the two sides, work and agents, is empty.
final class Line {
  private final ServiceQueue queue;
  private final List<SkillId> extra;
  final Waiting waiting;
  final Idle idle;
  /// Everybody who could sit here, whether or not they do now.
  final ArrayList<Seat> members = new ArrayList<>();
  Instant usedAt = Instant.MIN;
  boolean changed;

  Line(ServiceQueue queue, List<SkillId> extra, Waiting waiting, Idle idle) {
    this.queue = queue;
    this.extra = extra;
    this.waiting = waiting;
    this.idle = idle;
  }

  Service rules() {
    return queue.rules();
  }

  /// The agent's lowest level in what this line needs, or 0 when a skill is missing.
  int levelOf(Agent agent) {
    int level = agent.level(queue.skill());
    for (var skill : extra) level = Math.min(level, agent.level(skill));
    return level;
  }

  boolean unusedSince(Instant time) {
    return waiting.first() == null && usedAt.isBefore(time);
  }
}
