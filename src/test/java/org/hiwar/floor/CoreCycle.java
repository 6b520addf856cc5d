package org.hiwar.floor;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Command.Accept;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.DeviceReady;
import org.hiwar.floor.core.Command.Dispose;
import org.hiwar.floor.core.Command.GoReady;
import org.hiwar.floor.core.Command.LogIn;
import org.hiwar.floor.core.Command.Release;
import org.hiwar.floor.core.Command.SessionOpened;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.FloorCore;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Rows;
import org.hiwar.floor.core.Service;
import org.hiwar.floor.core.Skill;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;

/// A floor in memory that is half busy. One cycle: an agent ends a call and completes it, the next
/// call arrives, the agent who is offered it accepts: four decisions.
final class CoreCycle {
  private final SplittableRandom random = new SplittableRandom(7);
  private final FloorCore core = new FloorCore();
  private final ArrayList<WorkId> active = new ArrayList<>();
  private final ArrayList<UserId> holders = new ArrayList<>();
  private final List<SkillId> staffed;
  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private long nextWork = 1;
  private long decisions;

  CoreCycle(int services, int agents, int skills) {
    var plan = plan(services, agents, skills, Medium.VOICE);
    staffed = staffed(plan);
    core.restore(plan, Rows.NONE, now);
    for (int a = 1; a <= agents; a++)
      for (var command :
          List.of(
              new SessionOpened(new UserId(a)),
              new DeviceReady(new UserId(a)),
              new LogIn(new UserId(a)),
              new GoReady(new UserId(a)))) decide(command);
    for (int i = 0; i < agents / 2; i++) arrive();
  }

  static Plan plan(int services, int agents, int skills, Medium medium) {
    var random = new SplittableRandom(1);
    var people = new HashMap<UserId, List<Skill>>();
    for (int a = 1; a <= agents; a++)
      people.put(
          new UserId(a),
          random
              .ints(1, services + 1)
              .distinct()
              .limit(Math.min(skills, services))
              .mapToObj(s -> new Skill(new SkillId(s), 50))
              .toList());
    var list = new ArrayList<Service>();
    for (int s = 1; s <= services; s++) list.add(Service.usual(new ServiceId(s), medium));
    return new Plan(list, people);
  }

  /// The services that somebody can do, by their skills.
  static List<SkillId> staffed(Plan plan) {
    return plan.skills().values().stream()
        .flatMap(List::stream)
        .map(Skill::id)
        .distinct()
        .sorted()
        .toList();
  }

  /// Decisions a second of CPU time, so that other work on the machine counts less.
  double run(double seconds) {
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    long before = decisions;
    while (threads.getCurrentThreadCpuTime() - begin < seconds * 1e9)
      for (int i = 0; i < 200; i++) cycle();
    return (decisions - before) * 1e9 / (threads.getCurrentThreadCpuTime() - begin);
  }

  private void cycle() {
    int i = random.nextInt(active.size());
    var work = active.get(i);
    var agent = holders.get(i);
    active.set(i, active.getLast());
    active.removeLast();
    holders.set(i, holders.getLast());
    holders.removeLast();
    decide(new Release(work, agent));
    decide(new Dispose(work, agent));
    arrive();
    if (active.isEmpty()) throw new IllegalStateException("nobody is busy");
  }

  private void arrive() {
    decide(
        new Arrive(
            Work.plain(
                new WorkId(nextWork++),
                new ServiceId(staffed.get(random.nextInt(staffed.size())).value()),
                Medium.VOICE,
                now)));
  }

  private void decide(Command command) {
    now = now.plusNanos(100_000);
    for (var due = core.due(now); due != null; due = core.due(now)) core.decide(due, now);
    if (!(core.decide(command, now) instanceof Answer.Done))
      throw new IllegalStateException(command.toString());
    decisions++;
    for (var event : core.take().events())
      if (event instanceof WorkOffered o) {
        decide(new Accept(o.work(), o.agent(), o.offer()));
        active.add(o.work());
        holders.add(o.agent());
      }
  }
}
