package org.hiwar.floor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hiwar.floor.core.Command.Accept;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.Begin;
import org.hiwar.floor.core.Command.DeviceReady;
import org.hiwar.floor.core.Command.Dispose;
import org.hiwar.floor.core.Command.GoReady;
import org.hiwar.floor.core.Command.LogIn;
import org.hiwar.floor.core.Command.Release;
import org.hiwar.floor.core.Command.SessionOpened;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// A floor for one rule at a time, with a clock that stands until the test moves it. Services,
/// agents and work are small numbers; an arrival is one second later than the one before.
final class SmallFloor {
  static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private final FloorCore core = new FloorCore();
  private final Map<Long, Service> services = new LinkedHashMap<>();
  private final Map<UserId, List<Skill>> skills = new LinkedHashMap<>();
  private Instant now = START;

  SmallFloor service(long id, Medium medium) {
    return service(id, medium, rules -> rules);
  }

  SmallFloor service(long id, Medium medium, UnaryOperator<Service> rules) {
    services.put(id, rules.apply(Service.usual(new ServiceId(id), medium)));
    return configure();
  }

  /// An agent who is there, can be called, and is ready; `can` are ids of skills and of services.
  SmallFloor ready(long agent, long... can) {
    var own = new ArrayList<Skill>();
    for (long skill : can) own.add(new Skill(new SkillId(skill), 50));
    skills.put(new UserId(agent), own);
    configure();
    ok(new LogIn(new UserId(agent)));
    ok(new SessionOpened(new UserId(agent)));
    ok(new DeviceReady(new UserId(agent)));
    return ok(new GoReady(new UserId(agent)));
  }

  private SmallFloor configure() {
    return ok(new Command.Reconfigure(new Plan(List.copyOf(services.values()), skills)));
  }

  SmallFloor arrive(long work, long service) {
    return arrive(work, service, List.of(), null);
  }

  /// An agent begins work of their own.
  Answer begin(long work, long service, long agent) {
    return tell(new Begin(work(work, service), new UserId(agent)));
  }

  /// Work that nobody has brought yet.
  Work work(long work, long service) {
    var medium = Objects.requireNonNull(services.get(service)).medium();
    return Work.plain(new WorkId(work), new ServiceId(service), medium, now);
  }

  SmallFloor arrive(long work, long service, List<Long> needs, @Nullable Long preferred) {
    after(Duration.ofSeconds(1));
    var medium = Objects.requireNonNull(services.get(service)).medium();
    var skills = needs.stream().map(SkillId::new).toList();
    return ok(
        new Arrive(
            new Work(
                new WorkId(work),
                new ServiceId(service),
                medium,
                skills,
                0,
                now,
                preferred == null ? null : new UserId(preferred),
                false)));
  }

  /// Work that continues what the agent has, or is for nobody else.
  SmallFloor arriveFor(long work, long service, long agent) {
    after(Duration.ofSeconds(1));
    var medium = Objects.requireNonNull(services.get(service)).medium();
    return ok(
        new Arrive(
            new Work(
                new WorkId(work),
                new ServiceId(service),
                medium,
                List.of(),
                0,
                now,
                new UserId(agent),
                true)));
  }

  SmallFloor accept(long work, long agent) {
    return ok(new Accept(new WorkId(work), new UserId(agent), offer(work)));
  }

  /// Ends the contact and its wrap-up.
  SmallFloor finish(long work, long agent) {
    ok(new Release(new WorkId(work), new UserId(agent)));
    return ok(new Dispose(new WorkId(work), new UserId(agent)));
  }

  Instant now() {
    return now;
  }

  Answer tell(Command command) {
    return core.decide(command, now);
  }

  SmallFloor ok(Command command) {
    assertThat(tell(command)).as(command.toString()).isEqualTo(Answer.DONE);
    return this;
  }

  /// Lets time pass; the timers come in their order, each at its time.
  SmallFloor after(Duration passed) {
    var goal = now.plus(passed);
    for (var next = core.nextDeadline();
        next != null && !next.isAfter(goal);
        next = core.nextDeadline()) {
      if (next.isAfter(now)) now = next;
      core.decide(Objects.requireNonNull(core.due(now)), now);
    }
    now = goal;
    return this;
  }

  SmallFloor afterSeconds(long seconds) {
    return after(Duration.ofSeconds(seconds));
  }

  /// *queued*, *offered 11*, *active 11*, *wrap-up 11*, *postponed* or *ended*.
  String where(long work) {
    var item = core.floor().item(new WorkId(work));
    return switch (item == null ? null : item.state()) {
      case null -> "ended";
      case WorkState.Queued _ -> "queued";
      case WorkState.Offered s -> "offered " + s.agent();
      case WorkState.Active s -> "active " + s.agent();
      case WorkState.WrapUp s -> "wrap-up " + s.agent();
      case WorkState.Postponed _ -> "postponed";
      case WorkState.Ended _ -> "ended";
    };
  }

  /// The number of the offer that is out, or was the last one.
  int offer(long work) {
    var state = Objects.requireNonNull(core.floor().item(new WorkId(work))).state();
    return state instanceof WorkState.Offered offered ? offered.offer() : 0;
  }

  AgentView agent(long id) {
    return Objects.requireNonNull(core.view(new UserId(id)));
  }
}
