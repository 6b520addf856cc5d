package org.hiwar.campaign.preview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.WorkState;
import org.hiwar.floor.store.FloorStore;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.springframework.dao.DataAccessResourceFailureException;

/// One life of campaigns, from one seed: agents who work, hesitate, click twice and vanish;
/// customers who answer or do not; imports, other rules and other hours in the middle of it; clocks
/// that are moved; transactions that fail before or after their commit, and processes that die.
final class RecordsLife {
  private static final int STEPS = 60;
  private static final int RECORDS = 7;

  /// The process dies here.
  static final class Died extends Error {
    Died() {
      super("the process dies", null, false, false);
    }
  }

  /// Makes the rows: in memory, or in PostgreSQL.
  interface Grounds {
    Ground of(World world, Witness witness, MemoryDatabase.Around around, Clock clock, Ids ids);
  }

  private final class Now extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final SplittableRandom random;
  private final SplittableRandom luck;
  final World world;
  final Witness witness = new Witness(() -> this.now);
  private final Clock clock = new Now();
  private final Ids ids = new Ids(clock, 1);
  private final Telephone telephone;
  private final Ground ground;
  private final boolean[] there = new boolean[World.AGENTS + 1];
  private final boolean[] callable = new boolean[World.AGENTS + 1];
  private final List<CallingRecord> records = new ArrayList<>();
  private final List<Campaign> campaigns = new ArrayList<>();
  private final boolean digests;
  final List<List<String>> told = new ArrayList<>();
  private Instant now;
  private SimulatedProcess process;
  private double faults = 0.004;
  private int between;
  private boolean anew;
  long commands;
  long crashes;
  long failures;
  long changes;
  long moved;

  RecordsLife(long seed, Grounds grounds, boolean digests) {
    this.digests = digests;
    random = new SplittableRandom(seed);
    luck = random.split();
    world = new World(random.split());
    now = world.begin;
    telephone = new Telephone(random.split(), ids);
    ground = grounds.of(world, witness, new Around(), clock, ids);
    int many = random.nextInt(3) == 0 ? 2 : 1;
    for (int i = 0; i < many; i++) {
      var campaign = world.campaign(SimulatedProcess.CAMPAIGNS.get(i).value(), now);
      campaigns.add(campaign);
      ground.set(campaign, true);
    }
    for (int i = 0; i < RECORDS; i++) bring();
    for (int a = 1; a <= World.AGENTS; a++) callable[a] = there[a] = random.nextInt(6) != 0;
    process = started();
  }

  private SimulatedProcess started() {
    return new SimulatedProcess(
        ground,
        telephone,
        clock,
        ids,
        () -> Duration.between(world.begin, now).toNanos(),
        new Outside());
  }

  private void bring() {
    var record = world.record(now);
    records.add(record);
    ground.bring(record);
  }

  void live() {
    try {
      for (int step = 0; step < STEPS; step++) {
        pass();
        step();
        settle();
        if (digests && step % 15 == 0) told.add(ground.digest());
      }
      drain();
      if (digests) told.add(ground.digest());
    } finally {
      ground.close();
    }
  }

  private void pass() {
    int dice = random.nextInt(100);
    var before = now;
    if (dice < 80) now = now.plusMillis(random.nextInt(4000));
    else if (dice < 92) now = now.plusSeconds(random.nextInt(60));
    else if (dice < 97) now = now.plusSeconds(random.nextInt(1500));
    else now = world.nextEdge(now);
    moved += World.moved(before, now);
  }

  private void step() {
    int dice = random.nextInt(100);
    if (dice < 55) act(() -> agent(new UserId(1 + random.nextInt(World.AGENTS))));
    else if (dice < 75) act(() -> telephone.tick(process, false));
    else if (dice < 80) act(() -> process.node.sweep(process.keeper.waiting(ground.workspace())));
    else if (dice < 88) change();
    else if (dice < 90) restart();
    if (random.nextInt(3) != 0)
      act(
          () -> {
            var unused = process.keeper.round(ground.workspace());
          });
    act(process::turn);
  }

  /// Something from outside: an import, other rules, a stop, a number that must not be called.
  private void change() {
    changes++;
    var campaign = campaigns.get(random.nextInt(campaigns.size()));
    var record = records.get(random.nextInt(records.size()));
    switch (random.nextInt(10)) {
      case 0, 1 -> bring();
      case 2 -> {
        var again = world.again(record, now);
        if (gone.contains(record.id().value())) bring();
        else ground.replace(again);
      }
      case 3 -> {
        ground.leave(record);
        gone.add(record.id().value());
      }
      case 4 -> ground.set(campaign, Campaign.State.STOPPED);
      case 5, 6 -> ground.set(campaign, Campaign.State.RUNNING);
      case 7 -> {
        var other = world.campaign(campaign.id().value(), now);
        ground.set(other, false);
      }
      case 8 -> ground.forbid(new World.Lists().never().getFirst(), world.number());
      default ->
          ground.forbid(
              new World.Lists().never().getLast(),
              world.number().substring(0, random.nextInt(5, 9)));
    }
  }

  private final java.util.Set<Long> gone = new java.util.HashSet<>();

  /// What somebody does, with whatever happens to it.
  private void act(Runnable what) {
    commands++;
    try {
      what.run();
      if (anew) report();
    } catch (Died _) {
      restart();
    } catch (DataAccessResourceFailureException _) {
      failures++;
    }
  }

  private void restart() {
    crashes++;
    between = 0;
    process = started();
    try {
      process.turn();
      if (anew) report();
    } catch (Died _) {
      restart();
    }
  }

  /// Desktops and telephones come back to a floor that knows nothing of them.
  private void report() {
    anew = false;
    for (int a = 1; a <= World.AGENTS; a++) {
      var id = new UserId(a);
      if (there[a]) process.submit(new Command.SessionOpened(id));
      if (callable[a]) process.submit(new Command.DeviceReady(id));
    }
    process.turn();
  }

  private void settle() {
    if (process.node.fenced()) restart();
    if (ground instanceof MemoryGround memory) AtRest.check(memory, process);
  }

  private void agent(UserId id) {
    int a = (int) id.value();
    if (random.nextInt(30) == 0) there[a] = !there[a];
    if (random.nextInt(40) == 0) callable[a] = !callable[a];
    if (!there[a] && random.nextInt(3) == 0) there[a] = true;
    if (!callable[a] && random.nextInt(3) == 0) callable[a] = true;
    var view = process.agent(id);
    if (view.isEmpty() || view.get().presence().equals(Presence.LOGGED_OUT))
      process.submit(new Command.LogIn(id));
    if (view.isPresent() && view.get().connected() != there[a])
      process.submit(there[a] ? new Command.SessionOpened(id) : new Command.SessionLost(id));
    else if (view.isEmpty() && there[a]) process.submit(new Command.SessionOpened(id));
    if (view.isEmpty() || view.get().device() != callable[a])
      process.submit(callable[a] ? new Command.DeviceReady(id) : new Command.DeviceGone(id));
    process.turn();
    if (!there[a]) return;
    var agent = process.agent(id);
    if (agent.isEmpty()) return;
    if (agent.get().held().isEmpty() || random.nextInt(20) == 0)
      process.submit(
          random.nextInt(15) == 0 ? new Command.GoNotReady(id, "lunch") : new Command.GoReady(id));
    for (var row : agent.get().held()) {
      if (row.state() instanceof WorkState.Offered offered)
        offer(id, row.work().id(), offered.offer());
      if (row.state() instanceof WorkState.Active && row.work().medium() == Medium.VOICE)
        inCall(id, row.work().id());
      if (row.state() instanceof WorkState.WrapUp) wrapUp(id, row.work().id());
    }
    process.turn();
    new Clicks(process, world, random.split()).review(id);
  }

  private void offer(UserId id, org.hiwar.floor.core.WorkId work, int offer) {
    switch (random.nextInt(10)) {
      case 0 -> process.submit(new Command.Decline(work, id, offer));
      case 1 -> process.submit(new Command.Accept(work, id, offer - 1));
      case 2 -> {}
      default -> {
        process.submit(new Command.Accept(work, id, offer));
        if (random.nextInt(8) == 0) process.submit(new Command.Accept(work, id, offer));
      }
    }
  }

  private void inCall(UserId id, org.hiwar.floor.core.WorkId work) {
    if (random.nextInt(3) == 0) process.submit(new Command.Release(work, id));
  }

  private void wrapUp(UserId id, org.hiwar.floor.core.WorkId work) {
    if (random.nextInt(3) == 0) return;
    var call = telephone.calls.get(work.value());
    if (call != null && !call.over && random.nextInt(4) != 0)
      call.disposition = World.RESULTS.get(random.nextInt(10)).id();
    if (random.nextBoolean()) process.submit(new Command.Dispose(work, id));
  }

  /// Everybody works well, and nothing fails any more: everything comes to an end.
  private void drain() {
    faults = 0;
    restart();
    for (int round = 0; round < 60; round++) {
      now = now.plusMillis(2500);
      if (round == 25) for (var campaign : campaigns) ground.set(campaign, Campaign.State.STOPPED);
      for (int a = 1; a <= World.AGENTS; a++) {
        there[a] = callable[a] = true;
        int agent = a;
        act(() -> works(new UserId(agent)));
      }
      act(() -> telephone.tick(process, true));
      if (round % 5 == 0) act(() -> process.node.sweep(process.keeper.waiting(ground.workspace())));
      act(
          () -> {
            var unused = process.keeper.round(ground.workspace());
          });
      act(process::turn);
      settle();
      if (round > 27 && ground instanceof MemoryGround memory && AtRest.over(memory)) break;
    }
    if (ground instanceof MemoryGround memory) AtRest.drained(memory);
  }

  private void works(UserId id) {
    var view = process.agent(id);
    process.submit(new Command.LogIn(id));
    process.submit(new Command.SessionOpened(id));
    process.submit(new Command.DeviceReady(id));
    if (view.isPresent())
      for (var row : view.get().held()) {
        if (row.state() instanceof WorkState.Offered offered)
          process.submit(new Command.Accept(row.work().id(), id, offered.offer()));
        if (row.state() instanceof WorkState.Active && row.work().medium() == Medium.VOICE)
          process.submit(new Command.Release(row.work().id(), id));
        if (row.state() instanceof WorkState.WrapUp)
          process.submit(new Command.Dispose(row.work().id(), id));
      }
    process.submit(new Command.GoReady(id));
    process.turn();
    var open = process.stores.previews().ofAgent(ground.workspace(), id);
    if (open.isPresent() && open.get().state() instanceof PreviewState.Reviewing) {
      var unused =
          process.desk.complete(
              new Previews.Asker(ground.workspace(), id, open.get().id()), null, "");
    }
  }

  /// Others come between any two transactions; any of them may fail, before or after its commit.
  private final class Around implements MemoryDatabase.Around {
    @Override
    public void before() {
      if (between == 0 && faults > 0 && luck.nextInt(40) == 0) {
        between++;
        if (luck.nextBoolean()) process.turn();
        else agent(new UserId(1 + luck.nextInt(World.AGENTS)));
        between--;
      }
      fails();
    }

    @Override
    public void after() {
      fails();
    }

    private void fails() {
      double dice = luck.nextDouble();
      if (dice < faults / 4) throw new Died();
      if (dice < faults) throw new DataAccessResourceFailureException("the database is away");
    }
  }

  private final class Outside implements SimulatedProcess.Outside {
    @Override
    public void beforeCommit() throws FloorStore.Unavailable {
      double dice = luck.nextDouble();
      if (dice < faults) throw new Died();
      if (dice < 3 * faults) throw new FloorStore.Unavailable(new IllegalStateException("away"));
    }

    @Override
    public void afterCommit() throws FloorStore.Unavailable {
      beforeCommit();
    }

    @Override
    public boolean callable(UserId agent) {
      return callable[(int) agent.value()];
    }

    @Override
    public void begunAnew() {
      anew = true;
    }
  }
}
