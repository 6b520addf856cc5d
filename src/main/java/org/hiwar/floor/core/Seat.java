package org.hiwar.floor.core;

import org.jspecify.annotations.Nullable;

/// One agent at one line. An agent takes the seat while work of that line could be offered to them.
/// `level`: the lowest of the agent's levels in the skills of the line.
final class Seat {
  final Agent agent;
  final Line line;
  final int level;
  boolean taken;
  /// For the idle index that the seat is in.
  @Nullable Seat before;
  @Nullable Seat after;
  int list;

  Seat(Agent agent, Line line, int level) {
    this.agent = agent;
    this.line = line;
    this.level = level;
  }

  /// Best first: the higher level where the service prefers it, then the less loaded, then the
  /// longer idle.
  static int order(Seat a, Seat b) {
    int order = a.line.rules().prefersLevel() ? Integer.compare(b.level, a.level) : 0;
    if (order == 0) order = Integer.compare(a.agent.used(), b.agent.used());
    if (order == 0) order = a.agent.idleSince().compareTo(b.agent.idleSince());
    return order != 0 ? order : Long.compare(a.agent.id().value(), b.agent.id().value());
  }
}
