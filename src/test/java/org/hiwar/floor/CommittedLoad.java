package org.hiwar.floor;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Command.Accept;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.DeviceReady;
import org.hiwar.floor.core.Command.Dispose;
import org.hiwar.floor.core.Command.GoReady;
import org.hiwar.floor.core.Command.LogIn;
import org.hiwar.floor.core.Command.Release;
import org.hiwar.floor.core.Command.SessionOpened;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Event.WorkAccepted;
import org.hiwar.floor.core.Event.WorkEnded;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.Event.WrapUpStarted;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.shell.LocalPlacement;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.WorkspaceId;

/// Agents and customers who always have the next command ready: a saturated floor on a real
/// database. Four commands for each piece of work; about 3,000 are under way.
final class CommittedLoad implements AutoCloseable, FloorListener {
  private static final int UNDER_WAY = 3_000;
  private final LinkedBlockingQueue<Command> todo = new LinkedBlockingQueue<>();
  private final LongAdder answered = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LocalPlacement placement;
  private final Floors floors;
  private final WorkspaceId workspace;
  private final List<SkillId> staffed;
  private final Thread sender;
  private long nextWork = 1;

  CommittedLoad(DataSource source, long id, Plan plan) {
    this.workspace = new WorkspaceId(id);
    this.staffed = CoreCycle.staffed(plan);
    try (var db = source.getConnection();
        var s =
            db.prepareStatement(
                "insert into workspace (id, slug, name, secret, created_at) values (?, ?, 'bench',"
                    + " ?, now())")) {
      s.setLong(1, id);
      s.setString(2, "bench-" + id);
      s.setBytes(3, new byte[32]);
      s.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    placement =
        new LocalPlacement(
            new LocalPlacement.Surroundings(
                source, _ -> plan, CommitParts.NONE, Guard.NONE, OpenWork.NONE));
    floors = new Floors(placement, _ -> plan);
    floors.listen(this);
    for (var agent : plan.skills().keySet())
      todo.addAll(
          List.of(
              new SessionOpened(agent),
              new DeviceReady(agent),
              new LogIn(agent),
              new GoReady(agent)));
    for (int i = 0; i < UNDER_WAY; i++) todo.add(arrival());
    sender = Thread.ofPlatform().daemon().name("bench-sender").start(this::send);
  }

  /// Answers a second.
  double run(Duration time) throws InterruptedException {
    long before = answered.sum();
    long begin = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
    double rate = (answered.sum() - before) * 1e9 / (System.nanoTime() - begin);
    if (refused.sum() > 0)
      throw new IllegalStateException(refused.sum() + " commands were not answered");
    return rate;
  }

  private Command arrival() {
    long n = nextWork++;
    return new Arrive(
        Work.plain(
            new WorkId(n),
            new ServiceId(staffed.get((int) (n * 7919 % staffed.size())).value()),
            Medium.VOICE,
            Instant.now().truncatedTo(ChronoUnit.MICROS)));
  }

  private void send() {
    try {
      while (true) {
        floors
            .submit(workspace, todo.take(), "")
            .thenAccept(
                reply -> {
                  if (reply instanceof Reply.Answered) answered.increment();
                  else refused.increment();
                });
      }
    } catch (InterruptedException e) {
      // The load ends.
    }
  }

  @Override
  public void committed(WorkspaceId of, long batch, List<Event> events) {
    for (var event : events)
      switch (event) {
        case WorkOffered e -> todo.add(new Accept(e.work(), e.agent(), e.offer()));
        case WorkAccepted e -> todo.add(new Release(e.work(), e.agent()));
        case WrapUpStarted e -> todo.add(new Dispose(e.work(), e.agent()));
        case WorkEnded _ -> todo.add(arrival());
        default -> {}
      }
  }

  @Override
  public void close() throws InterruptedException {
    sender.interrupt();
    sender.join();
    placement.close();
  }
}
