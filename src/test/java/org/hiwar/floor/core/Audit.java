package org.hiwar.floor.core;

import java.util.HashMap;
import java.util.Map;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.core.WorkState.WrapUp;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;

/// Does a core agree with itself? Slow; for tests.
public final class Audit {
  private Audit() {}

  /// All that must survive a restart.
  public record Memory(Map<UserId, AgentRow> agents, Map<WorkId, WorkRow> work) {}

  public static Memory memory(FloorCore core) {
    var agents = new HashMap<UserId, AgentRow>();
    for (var agent : core.floor().agents())
      if (!agent.row().equals(new Agent(agent.id()).row())) agents.put(agent.id(), agent.row());
    var work = new HashMap<WorkId, WorkRow>();
    for (var item : core.floor().items())
      work.put(item.work().id(), new WorkRow(item.work(), item.state(), item.guests()));
    return new Memory(agents, work);
  }

  public static void check(FloorCore core) {
    var fitness = new Fitness();
    var floor = core.floor();
    if (floor.nextUnsettled() != null)
      throw new IllegalStateException("an agent is unsettled after a command");
    for (var agent : floor.agents()) {
      for (int i = 0; i < agent.seatCount; i++) {
        var seat = agent.seats[i];
        boolean could = fitness.mayBeOffered(agent) && fitness.canTake(agent, seat.line.rules());
        if (seat.taken != could)
          throw new IllegalStateException("a seat of " + agent.id() + " is out of step");
      }
      int used = agent.isEngaged() ? Medium.VOICE.share() : 0;
      for (var item : agent.held())
        if (!(item.state() instanceof WrapUp) || !goesOnBeside(item, agent))
          used += item.work().medium().share();
      for (var item : agent.visits().keySet()) used += item.work().medium().share();
      if (used != agent.used())
        throw new IllegalStateException("the share of " + agent.id() + " is miscounted");
      for (var item : agent.personal())
        if (!(item.state() instanceof Queued q && q.personal()))
          throw new IllegalStateException("not personal: " + item.work());
    }
    for (var item : floor.items())
      for (var guest : item.guests())
        if (!guest.equals(floor.agentOrNew(guest.agent()).visits().get(item)))
          throw new IllegalStateException("a guest does not know of it: " + guest);
    for (var queue : floor.queues()) for (var line : queue.lines.values()) check(line);
    for (var item : floor.items())
      if (item.state() instanceof Queued q && q.personal() == (item.line != null))
        throw new IllegalStateException("lost: " + item.work());
  }

  private static boolean goesOnBeside(Item own, Agent agent) {
    return agent.held().stream()
        .anyMatch(other -> other.state() instanceof Active && other.work().belongsWith(own.work()));
  }

  private static void check(Line line) {
    if (line.waiting.first() != null && line.idle.first() != null)
      throw new IllegalStateException("work waits while an agent is idle");
    Seat best = null;
    for (var seat : line.members)
      if (seat.taken && (best == null || Seat.order(seat, best) < 0)) best = seat;
    if (best != line.idle.first())
      throw new IllegalStateException("the index does not know its best agent");
  }
}
