package org.hiwar.floor.core;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Ended;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.floor.core.WorkState.Postponed;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.core.WorkState.WrapUp;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// The state of one workspace's floor, and the only class that changes it.
///
/// Rule for every change of an agent: leave the seats, change, and only when the command is nearly
/// over take seats again (`settled`). The idle indexes are ordered by what changes, so a change
/// inside an index would lose the agent in it. Agents and lines that have changed wait in
/// `unsettled` and `changedLines` until `FloorCore` has looked at them.
final class Floor {
  private final Parts parts;
  private final Map<ServiceId, ServiceQueue> queues = new LinkedHashMap<>();
  private final Map<UserId, Agent> agents = new LinkedHashMap<>();
  private final Map<WorkId, Item> items = new LinkedHashMap<>();
  private final Changes changes = new Changes();
  private final ArrayDeque<Agent> unsettled = new ArrayDeque<>();
  private final ArrayDeque<Line> changedLines = new ArrayDeque<>();
  private final ArrayDeque<Item> visited = new ArrayDeque<>();

  Floor(Parts parts) {
    this.parts = parts;
  }

  @Nullable Agent agent(@Nullable UserId id) {
    return id == null ? null : agents.get(id);
  }

  Agent agentOrNew(UserId id) {
    return agents.computeIfAbsent(id, Agent::new);
  }

  @Nullable Item item(WorkId id) {
    return items.get(id);
  }

  @Nullable ServiceQueue queue(ServiceId id) {
    return queues.get(id);
  }

  Collection<Agent> agents() {
    return agents.values();
  }

  Collection<Item> items() {
    return items.values();
  }

  Collection<ServiceQueue> queues() {
    return queues.values();
  }

  Changes changes() {
    return changes;
  }

  Parts parts() {
    return parts;
  }

  @Nullable Agent nextUnsettled() {
    return unsettled.peek();
  }

  /// Of the lines that have changed and where somebody sits, the one whose work goes first; null:
  /// none is left. More than one has changed when a command put several pieces back.
  @Nullable Line bestChangedLine() {
    Line best = null;
    Item bestItem = null;
    for (var lines = changedLines.iterator(); lines.hasNext(); ) {
      var line = lines.next();
      var head = line.waiting.first();
      if (head == null || line.idle.first() == null) {
        line.changed = false;
        lines.remove();
      } else if (bestItem == null || head.goesBefore(bestItem)) {
        best = line;
        bestItem = head;
      }
    }
    return best;
  }

  /// New work: it waits, or its agent has it.
  void arrive(Work work, ServiceQueue queue, WorkState state, Instant now) {
    var item = new Item(work, queue, state);
    items.put(work.id(), item);
    changes.touch(item);
    enter(item, now);
    queueUpAgain(state, now);
  }

  void become(Item item, WorkState next, Instant now) {
    leave(item, next, now);
    item.become(next);
    changes.touch(item);
    enter(item, now);
    queueUpAgain(next, now);
  }

  /// Somebody with spare room left queues up for the next piece behind those who wait with the same
  /// load.
  private void queueUpAgain(WorkState next, Instant now) {
    if (next instanceof Active s && known(s.agent()).used() < 100) idle(known(s.agent()), now);
  }

  /// @param gift what is to be remembered of who gives it away; null: nothing
  void moveTo(Item item, ServiceQueue to, @Nullable Gift gift, Queued next, Instant now) {
    leave(item, next, now);
    item.become(next);
    item.moveTo(item.work().to(to.rules().id(), gift), to);
    changes.touch(item);
    enter(item, now);
  }

  /// From now on the work prefers `agent`.
  void postpone(Item item, UserId agent, WorkState next, Instant now) {
    leave(item, next, now);
    item.become(next);
    item.moveTo(item.work().keptFor(agent), item.queue());
    changes.touch(item);
    enter(item, now);
  }

  private void leave(Item item, WorkState next, Instant now) {
    var state = item.state();
    if (state instanceof Postponed) return;
    if (state instanceof Queued) {
      stopWaiting(item);
      return;
    }
    var holder = known(state.holder());
    unseat(holder);
    holder.drop(item);
    if (!holder.id().equals(next.holder()) && !(state instanceof Offered)) idle(holder, now);
  }

  private void enter(Item item, Instant now) {
    var id = item.work().id();
    if (!item.guests().isEmpty()) visited.add(item);
    switch (item.state()) {
      case Queued s -> {
        await(item, s, now);
        if (s.personalUntil() != null)
          parts.timers().at(s.personalUntil(), new Command.Widen(id, s.personalUntil()));
        if (s.relaxAt() != null) parts.timers().at(s.relaxAt(), new Command.Relax(id, s.relaxAt()));
      }
      case Offered s -> {
        take(item, s.agent());
        parts.timers().at(s.until(), new Command.Expire(id, s.offer()));
      }
      case Active s -> take(item, s.agent());
      case WrapUp s -> {
        take(item, s.agent());
        parts.timers().at(s.until(), new Command.EndWrapUp(id, s.until()));
      }
      case Postponed s -> parts.timers().at(s.until(), new Command.ComeBack(id, s.until()));
      case Ended _ -> {
        items.remove(id);
        parts.lately().add(id);
      }
    }
  }

  private void take(Item item, UserId id) {
    var agent = agentOrNew(id);
    unseat(agent);
    agent.hold(item);
  }

  private void idle(Agent agent, Instant now) {
    agent.idleFrom(now);
    changes.touch(agent);
  }

  private Agent known(@Nullable UserId id) {
    return Objects.requireNonNull(agent(id));
  }

  private void await(Item item, Queued state, Instant now) {
    if (state.personal()) {
      var agent = agentOrNew(Objects.requireNonNull(item.work().preferred()));
      agent.personal().add(item);
      unseat(agent);
      return;
    }
    var line = parts.lines().find(this, item.queue(), parts.lines().needs(item.work(), state), now);
    item.line = line;
    line.waiting.add(item);
    if (line.changed) return;
    line.changed = true;
    changedLines.add(line);
  }

  private void stopWaiting(Item item) {
    var line = item.line;
    if (line == null) {
      known(item.work().preferred()).personal().remove(item);
      return;
    }
    line.waiting.remove(item);
    item.line = null;
  }

  void stand(Agent agent, Standing next, Instant now) {
    unseat(agent);
    boolean begins = !next.presence().equals(agent.standing().presence());
    if (begins && next.presence() instanceof Presence.Ready) agent.idleFrom(now);
    agent.stand(next, begins ? now : agent.since());
    changes.touch(agent);
  }

  /// Who comes back queues up behind those who stayed.
  void openSession(Agent agent, Instant now) {
    unseat(agent);
    agent.openSession();
    if (agent.standing().presence() instanceof Presence.Ready) idle(agent, now);
  }

  void loseSession(Agent agent, Instant now) {
    unseat(agent);
    agent.loseSession(now);
    var timers = parts.timers();
    timers.at(now.plus(Limits.SESSION_MISSED), new Command.MissSession(agent.id(), now));
    timers.at(now.plus(Limits.SESSION_GONE), new Command.GiveUpSession(agent.id(), now));
  }

  void device(Agent agent, boolean ready) {
    unseat(agent);
    agent.device(ready);
  }

  /// @param since null: not any more
  void engaged(Agent agent, @Nullable Instant since) {
    unseat(agent);
    agent.engaged(since);
  }

  /// @param now null: the agent is no guest any more
  void guest(Item item, UserId id, @Nullable Guest now) {
    item.guest(id, now);
    visit(item, id, now);
    changes.touch(item);
  }

  private void visit(Item item, UserId id, @Nullable Guest now) {
    var agent = agentOrNew(id);
    unseat(agent);
    agent.visit(item, now);
    if (now != null && now.until() != null)
      parts.timers().at(now.until(), new Command.InvitationOver(item.work().id(), id, now.until()));
  }

  /// Work with guests that has changed since the last time; null: none.
  @Nullable Item nextVisited() {
    return visited.poll();
  }

  private void unseat(Agent agent) {
    if (agent.seated) {
      for (int i = 0; i < agent.seatCount; i++) {
        var seat = agent.seats[i];
        if (!seat.taken) continue;
        seat.line.idle.remove(seat);
        seat.taken = false;
      }
      agent.seated = false;
    }
    if (agent.unsettled) return;
    agent.unsettled = true;
    unsettled.add(agent);
  }

  /// The first unsettled agent has been looked after, and sits down wherever work could be offered
  /// to them.
  void settled(Agent agent) {
    if (unsettled.poll() != agent)
      throw new IllegalStateException("settled out of turn: " + agent.id());
    agent.unsettled = false;
    if (!parts.fitness().mayBeOffered(agent)) return;
    agent.seated = true;
    for (int i = 0; i < agent.seatCount; i++) sit(agent.seats[i]);
  }

  private void sit(Seat seat) {
    if (!parts.fitness().canTake(seat.agent, seat.line.rules())) return;
    seat.line.idle.add(seat);
    seat.taken = true;
  }

  /// A new line with everybody who could sit there.
  Line open(ServiceQueue queue, List<SkillId> extra) {
    var line = new Line(queue, extra, parts.waiting().get(), parts.idle().create(queue.rules()));
    var own = queue.lines.get(List.<SkillId>of());
    if (own == null) return line;
    for (var member : own.members) join(member.agent, line);
    var now = new ArrayList<Seat>();
    for (var seat : line.members) if (seat.agent.seated) now.add(seat);
    now.sort(Seat::order);
    now.forEach(this::sit);
    return line;
  }

  /// Nobody sits where work is taken and not offered.
  private static void join(Agent agent, Line line) {
    if (line.rules().pulled()) return;
    int level = line.levelOf(agent);
    if (level == 0) return;
    var seat = new Seat(agent, line, level);
    line.members.add(seat);
    agent.addSeat(seat);
  }

  /// Nothing waits in it.
  void close(Line line) {
    for (var seat : line.members) {
      if (seat.taken) line.idle.remove(seat);
      seat.taken = false;
      seat.agent.removeSeat(seat);
    }
  }

  /// Takes the plan in place of the one before. A service that is gone but has open work stays,
  /// without taking more.
  void configure(Plan plan, Instant now) {
    for (var agent : agents.values()) unseat(agent);
    var waiting = items.values().stream().filter(item -> item.line != null).toList();
    waiting.forEach(this::stopWaiting);
    changedLines.clear();
    var before = List.copyOf(queues.values());
    queues.clear();
    parts.lines().forgetAll();
    for (var service : plan.services()) openQueue(service, false, now);
    for (var queue : before)
      if (!queues.containsKey(queue.rules().id()) && hasWork(queue))
        openQueue(queue.rules(), true, now);
    var people = new ArrayList<>(plan.skills().entrySet());
    people.sort(Comparator.comparing(Map.Entry::getKey));
    for (var agent : agents.values()) agent.train(List.of());
    for (var person : people) train(agentOrNew(person.getKey()), person.getValue());
    for (var item : items.values())
      item.moveTo(item.work(), Objects.requireNonNull(queues.get(item.queue().rules().id())));
    for (var item : waiting) await(item, (Queued) item.state(), now);
  }

  private boolean hasWork(ServiceQueue queue) {
    return items.values().stream().anyMatch(item -> item.queue() == queue);
  }

  private ServiceQueue openQueue(Service rules, boolean retired, Instant now) {
    var queue = new ServiceQueue(rules, retired);
    queues.put(rules.id(), queue);
    parts.lines().find(this, queue, List.of(), now);
    return queue;
  }

  private void train(Agent agent, List<Skill> skills) {
    agent.train(skills);
    for (var skill : skills) {
      var queue = queues.get(new ServiceId(skill.id().value()));
      if (queue != null) for (var line : queue.lines.values()) join(agent, line);
    }
  }

  /// Takes in what the rows say; agents first, then work. Timers and indexes follow from the
  /// states. Nobody's session is known, so everybody's is lost from `now`.
  void restore(Rows rows, Instant now) {
    rows.endedLately().forEach(parts.lately()::add);
    for (var row : rows.agents()) {
      var agent = agentOrNew(row.id());
      agent.stand(new Standing(row.presence(), row.next()), row.since());
      agent.idleFrom(row.idleSince());
      loseSession(agent, now);
    }
    for (var row : rows.work()) {
      var queue = queues.get(row.work().service());
      if (queue == null)
        queue = openQueue(Service.usual(row.work().service(), row.work().medium()), true, now);
      var item = new Item(row.work(), queue, row.state());
      items.put(row.work().id(), item);
      for (var guest : row.guests()) item.guest(guest.agent(), guest);
      enter(item, now);
      for (var guest : row.guests()) visit(item, guest.agent(), guest);
    }
    changes.take();
  }
}
