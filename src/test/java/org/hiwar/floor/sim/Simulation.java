package org.hiwar.floor.sim;

import static org.hiwar.floor.sim.Ledger.require;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Audit;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.Begin;
import org.hiwar.floor.core.Command.Reconfigure;
import org.hiwar.floor.core.Command.SessionLost;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.FloorCore;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.shell.Node;
import org.hiwar.floor.shell.Node.Call;
import org.hiwar.floor.store.FloorStore;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// One life of a floor, from one seed.
final class Simulation {
  private static final int STEPS = 150;
  private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
  private final SplittableRandom random;
  private final Setup setup;
  private final boolean audited;
  private final Ledger ledger = new Ledger();
  private final World world;
  private final FloorStore rows;
  private final TreeMap<Instant, List<Call>> network = new TreeMap<>();
  private final Map<WorkId, Work> acknowledged = new HashMap<>();
  /// Ends of sessions that the floor has confirmed, by agent; and the keys that were counted for
  /// it.
  private final Map<UserId, Integer> confirmedEnds = new HashMap<>();
  private final Set<String> countedKeys = new HashSet<>();
  private Plan plan = World.plan(0);
  private Node node;
  private @Nullable Node zombie;
  private double faults = 0.02;
  private boolean reportSessions;
  private Ledger.@Nullable Violation violation;
  private long published;
  private long keys;
  long decided;
  long crashes;
  long fenced;

  Simulation(long seed, Setup setup, boolean audited) {
    this.audited = audited;
    this.random = new SplittableRandom(seed);
    this.setup = setup;
    ledger.now = BEGIN;
    ledger.plan(plan);
    ledger.planned();
    world = new World(random.split(), ledger);
    rows = setup.rows().open(() -> ledger.now, offer -> ledger.forbidden(offer.work()));
    node = newNode();
  }

  Collection<Ledger.Seen> recent() {
    return ledger.recent;
  }

  void live() {
    try {
      for (int step = 0; step < STEPS; step++) {
        pass(random.nextInt(3000));
        for (int i = random.nextInt(4); i >= 0; i--) send(world.somebodyActs());
        if (random.nextInt(100) == 0) reconfigure();
        else turn(arrived());
        if (zombie != null) knock(zombie);
        if (random.nextInt(60) == 0) restart(random.nextBoolean());
        if (random.nextInt(60) == 0) compareWithRestored();
      }
      drain();
    } finally {
      rows.close();
    }
  }

  private void drain() {
    faults = 0;
    zombie = null;
    restart(false);
    for (int step = 0; step < 400 && !(ledger.open.isEmpty() && network.isEmpty()); step++) {
      pass(3000);
      var calls = arrived();
      for (var command : world.everybodyFinishes())
        calls.add(new Call(command, "", new CompletableFuture<>()));
      turn(calls);
    }
    require(ledger.open.isEmpty(), () -> "not drained: " + ledger.open.values());
    for (var work : acknowledged.keySet())
      require(ledger.over.contains(work), () -> "acknowledged, and never ended: " + work);
  }

  private void pass(int ms) {
    ledger.now = ledger.now.plusMillis(ms);
  }

  /// Over a network that loses, repeats and delays. Most commands carry a key; a repeated one
  /// sometimes has another.
  private void send(Command command) {
    if (random.nextInt(20) == 0) return;
    var key = random.nextInt(4) == 0 ? "" : "k" + keys++;
    for (int copies = random.nextInt(20) == 0 ? 2 : 1; copies > 0; copies--)
      deliverLater(command, key);
    if (random.nextInt(40) == 0) deliverLater(command, "k" + keys++);
  }

  private void deliverLater(Command command, String key) {
    long delay = random.nextInt(10) == 0 ? random.nextInt(15_000) : random.nextInt(300);
    var call = new Call(command, key, new CompletableFuture<>());
    call.reply()
        .thenAccept(
            reply -> {
              try {
                replied(call, reply);
              } catch (Ledger.Violation e) {
                // A future would swallow it.
                violation = e;
              }
            });
    network.computeIfAbsent(ledger.now.plusMillis(delay), _ -> new ArrayList<>()).add(call);
  }

  private List<Call> arrived() {
    var due = new ArrayList<Call>();
    while (!network.isEmpty() && !network.firstKey().isAfter(ledger.now))
      due.addAll(network.pollFirstEntry().getValue());
    return due;
  }

  private void turn(List<Call> calls) {
    decided += calls.size();
    try {
      node.turn(calls);
      if (reportSessions && node.core() != null) report();
    } catch (Crash e) {
      restart(false);
      return;
    } finally {
      if (violation != null) throw violation;
    }
    if (node.fenced()) restart(false);
    else if (node.epoch() == ledger.epoch) atRest(node.core());
  }

  private void report() {
    reportSessions = false;
    var calls = new ArrayList<Call>();
    for (var command : world.desktopsReport())
      calls.add(new Call(command, "", new CompletableFuture<>()));
    node.turn(calls);
  }

  /// Only a floor that is well keeps its deadlines.
  private void atRest(@Nullable FloorCore core) {
    if (core == null) return;
    if (audited) Audit.check(core);
    ledger.atRest();
    world.nothingIsLost();
  }

  /// Every living process hears of it.
  private void reconfigure() {
    zombie = null;
    plan = World.plan(random.nextInt(5));
    ledger.plan(plan);
    turn(List.of(new Call(new Reconfigure(plan), "", new CompletableFuture<>())));
    ledger.planned();
    if (node.core() == null) return;
    turn(arrived());
  }

  private void replied(Call call, Reply reply) {
    var work = brought(call.command());
    if (reply instanceof Reply.Answered(Answer answer)) {
      if (!call.key().isEmpty())
        require(
            answer.equals(ledger.answers.get(call.key())),
            () -> "answered, but not so stored: " + call + " " + answer);
      if (work != null && answer instanceof Answer.Done) {
        require(
            ledger.open.containsKey(work.id()) || ledger.over.contains(work.id()),
            () -> "acknowledged and lost: " + work.id());
        acknowledged.put(work.id(), work);
      }
    }
    if (call.command() instanceof SessionLost(UserId agent)
        && reply instanceof Reply.Answered(Answer.Done _)
        && (call.key().isEmpty() || countedKeys.add(call.key()))) {
      int confirmed = confirmedEnds.merge(agent, 1, Integer::sum);
      require(
          confirmed <= ledger.person(agent).sessionsEnded,
          () -> "the end of a session was confirmed and is not known: " + agent);
    }
    boolean poison = work != null && WatchedStore.poisonous(work.id());
    if (reply instanceof Reply.Failed) require(poison, () -> "failed without a reason: " + call);
    if (poison)
      require(
          !(reply instanceof Reply.Answered(Answer.Done _)), () -> "poison was stored: " + call);
    // Whoever is told to try again does so, mostly.
    if (reply instanceof Reply.Unavailable && random.nextInt(4) != 0)
      deliverLater(call.command(), call.key());
  }

  /// The new work that the command brings, if it does.
  private static @Nullable Work brought(Command command) {
    return switch (command) {
      case Arrive(Work work) -> work;
      case Begin(Work work, _, _) -> work;
      default -> null;
    };
  }

  private Node newNode() {
    long origin = random.nextLong();
    return new Node(
        new WatchedStore(rows, ledger, random.split(), faults),
        () -> plan,
        setup.cores(),
        () -> origin + Duration.between(BEGIN, ledger.now).toNanos(),
        new Ears(),
        setup.shellFault());
  }

  private final class Ears implements Node.Ears {
    @Override
    public void committed(long batch, List<Event> events) {
      require(batch <= ledger.batch, () -> "published before the commit: " + batch);
      require(batch > published, () -> "published twice: " + batch);
      published = batch;
      if (random.nextDouble() < faults / 4) throw new Crash();
    }

    @Override
    public void restored() {
      ledger.restored();
      published = Math.max(published, ledger.batch);
      reportSessions = true;
    }
  }

  /// A new process. `rival`: the old one does not know that it is thought dead.
  private void restart(boolean rival) {
    crashes++;
    zombie = rival ? node : null;
    node = newNode();
    turn(List.of());
  }

  private void knock(Node old) {
    try {
      old.turn(List.of(new Call(world.somebodyActs(), "", new CompletableFuture<>())));
    } catch (Crash e) {
      zombie = null;
      return;
    }
    if (!old.fenced() && old.core() != null) return;
    fenced++;
    zombie = null;
  }

  /// What a restart would remember is what the floor has in mind.
  private void compareWithRestored() {
    var core = node.core();
    if (core == null || node.epoch() != ledger.epoch) return;
    try {
      var restored = new FloorCore();
      restored.restore(plan, rows.load().rows(), ledger.now);
      var memory = Audit.memory(core);
      var database = Audit.memory(restored);
      require(
          memory.equals(database),
          () -> "memory and database differ:\n" + memory + "\n" + database);
    } catch (FloorStore.Unavailable e) {
      throw new IllegalStateException(e);
    }
  }
}
