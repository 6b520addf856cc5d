package org.hiwar.floor.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hiwar.floor.FloorHealth;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.OneFloor;
import org.hiwar.floor.OpenWork;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Work;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads around one keeper: one takes mail and turns, one watches the clock and sweeps.
final class Shell implements OneFloor, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Shell.class);
  private final WorkspaceId workspace;
  private final FloorListener listener;
  private final OpenWork openWork;
  private final Keeper keeper;
  private final LinkedBlockingQueue<Envelope> mailbox = new LinkedBlockingQueue<>(Limits.MAILBOX);
  private final Map<UserId, AgentView> agents = new ConcurrentHashMap<>();
  private final AtomicReference<List<Work>> swept = new AtomicReference<>(List.of());
  private volatile List<Envelope> inHand = List.of();
  private volatile boolean stopping;
  private final Thread turns;
  private final Thread watch;

  /// `keeper`: given where its results go.
  Shell(
      WorkspaceId workspace,
      FloorListener listener,
      OpenWork openWork,
      Function<Publisher, Keeper> keeper) {
    this.workspace = workspace;
    this.listener = listener;
    this.openWork = openWork;
    this.keeper = keeper.apply(new Outgoing());
    this.turns = Thread.ofVirtual().name("floor-" + workspace).unstarted(this::turns);
    this.watch = Thread.ofVirtual().name("floor-watch-" + workspace).unstarted(this::watch);
  }

  Shell start() {
    turns.start();
    watch.start();
    return this;
  }

  boolean stopped() {
    return stopping;
  }

  @Override
  public CompletableFuture<Reply> submit(Command command, String key) {
    if (key.length() > Limits.KEY_LENGTH)
      throw new IllegalArgumentException("an idempotency key of " + key.length() + " characters");
    var envelope = new Envelope(command, key);
    if (stopping) envelope.reply().complete(new Reply.Unavailable());
    else if (!mailbox.offer(envelope)) envelope.reply().complete(new Reply.Busy());
    return envelope.reply();
  }

  @Override
  public Optional<AgentView> agent(UserId id) {
    return Optional.ofNullable(agents.get(id));
  }

  @Override
  public FloorHealth health() {
    return keeper.health();
  }

  private void turns() {
    try {
      while (!stopping) {
        // Whoever has been told *unavailable* meanwhile will ask again; it must not be done behind
        // their back.
        var mail = next().stream().filter(Envelope::open).toList();
        // Those of a commit whose outcome is not known yet are still in hand.
        inHand = Stream.concat(inHand.stream().filter(Envelope::open), mail.stream()).toList();
        keeper.turn(mail);
        var open = swept.getAndSet(List.of());
        if (!open.isEmpty()) keeper.sweep(open);
        if (keeper.fenced()) stopping = true;
      }
    } catch (InterruptedException e) {
      // Asked to stop.
    } catch (RuntimeException | Error e) {
      log.error("The floor of workspace {} stops", workspace, e);
    } finally {
      stopping = true;
      keeper.stop();
      giveUp(inHand);
      giveUp(mailbox);
    }
  }

  private List<Envelope> next() throws InterruptedException {
    var mail = new ArrayList<Envelope>();
    var first = mailbox.poll(Math.max(0, keeper.nap().toNanos()), TimeUnit.NANOSECONDS);
    if (first == null) return mail;
    mail.add(first);
    mailbox.drainTo(mail, Limits.BATCH - 1);
    return mail;
  }

  /// Callers of a floor that hangs in its database do not wait for it; and every few seconds what
  /// should be on the floor is read and handed in for comparison.
  private void watch() {
    long sweptAt = System.nanoTime();
    while (!stopping) {
      try {
        Thread.sleep(Limits.PATIENCE.toMillis() / 8);
      } catch (InterruptedException e) {
        return;
      }
      long now = System.nanoTime();
      giveUpOlder(inHand, now - Limits.PATIENCE.toNanos() * 7 / 8);
      giveUpOlder(mailbox, now - Limits.PATIENCE.toNanos() * 7 / 8);
      if (now - sweptAt < Limits.SWEEP_EVERY.toNanos() || !keeper.health().available()) continue;
      sweptAt = now;
      try {
        swept.set(openWork.open(workspace));
      } catch (RuntimeException e) {
        log.warn("Open work of workspace {} could not be read: {}", workspace, e.toString());
      }
    }
  }

  /// In the order in which they were sent.
  private static void giveUpOlder(Collection<Envelope> envelopes, long sentBefore) {
    for (var envelope : envelopes) {
      if (envelope.sentAt() - sentBefore > 0) return;
      envelope.reply().complete(new Reply.Unavailable());
    }
  }

  private static void giveUp(Collection<Envelope> envelopes) {
    for (var envelope : envelopes) envelope.reply().complete(new Reply.Unavailable());
  }

  @Override
  public void close() {
    stopping = true;
    watch.interrupt();
    // Not the turns: an interrupt in the middle of a commit would cut the connection. They look up
    // within a nap.
    try {
      turns.join();
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Outgoing implements Publisher {
    @Override
    public void committed(long batch, List<Event> events, List<AgentView> changed) {
      for (var view : changed) agents.put(view.agent(), view);
      tell(() -> listener.committed(workspace, batch, events));
    }

    @Override
    public void restored(Collection<AgentView> all) {
      for (var view : all) agents.put(view.agent(), view);
      tell(() -> listener.restored(workspace));
    }

    private void tell(Runnable what) {
      try {
        what.run();
      } catch (RuntimeException e) {
        log.error("A listener failed", e);
      }
    }
  }
}
