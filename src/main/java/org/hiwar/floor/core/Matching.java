package org.hiwar.floor.core;

import org.jspecify.annotations.Nullable;

/// Which waiting work an agent gets. Looks only at the heads of the agent's own lines, so the cost
/// does not depend on how many services, agents or waiting work there are.
///
/// A line that has just changed and where others sit is left to `FloorCore.settle`, which finds the
/// best of them: whoever transfers work to a service of their own gets it back only when nobody
/// else is free.
final class Matching {
  private Matching() {}

  /// Null: nothing waits that the agent can take now. What continues the agent's own conversations
  /// goes first.
  static @Nullable Item bestFor(Agent agent, Fitness fitness) {
    if (!fitness.mayBeOffered(agent)) return null;
    var best = bestPersonal(agent, fitness);
    if (best != null && best.work().continues()) return best;
    for (int i = 0; i < agent.seatCount; i++) {
      var line = agent.seats[i].line;
      var head = line.waiting.first();
      if (head == null || best != null && !head.goesBefore(best)) continue;
      if (line.changed && line.idle.first() != null) continue;
      if (fitness.canTake(agent, line.rules())) best = head;
    }
    return best;
  }

  private static @Nullable Item bestPersonal(Agent agent, Fitness fitness) {
    if (agent.personal().isEmpty()) return null;
    Item best = null;
    for (var item : agent.personal()) {
      if (!fitness.maySpare(agent, item)) continue;
      if (item.work().continues()) return item;
      if (best == null || item.goesBefore(best)) best = item;
    }
    return best;
  }
}
