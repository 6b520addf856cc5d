package org.hiwar.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hiwar.channel.TakingIn.Read;
import org.hiwar.channel.TakingIn.Taken;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what waits in the inbox, one thread per workspace that has something waiting.
///
/// What one sender wrote by one account goes in in its order; of different senders many go in at
/// once. An item that fails holds up its account, because what follows may belong to it, and is
/// tried again after longer and longer pauses; then it is set aside, and the account goes on. What
/// waits is read from the database, so nothing is forgotten over a restart.
public final class InboxReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InboxReader.class);
  private static final Duration DATABASE_PAUSE = Duration.ofMillis(500);

  private final InboxStore store;
  private final TakingIn taking;
  private final Duration firstPause;
  private final Map<WorkspaceId, Semaphore> bells = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// @param firstPause before an item that failed is tried again; each is twice the one before
  InboxReader(InboxStore store, TakingIn taking, Duration firstPause) {
    this.store = store;
    this.taking = taking;
    this.firstPause = firstPause;
  }

  /// Something may be waiting there. Never blocks.
  public void look(WorkspaceId workspace) {
    if (closed) return;
    bells
        .computeIfAbsent(
            workspace,
            _ -> {
              var bell = new Semaphore(0);
              var thread =
                  Thread.ofVirtual()
                      .name("intake-" + workspace)
                      .unstarted(() -> new Round(workspace, bell).work());
              threads.add(thread);
              thread.start();
              return bell;
            })
        .release();
  }

  /// Finishes the items under way.
  @Override
  public void close() {
    closed = true;
    bells.values().forEach(Semaphore::release);
    for (var thread : threads)
      try {
        thread.join(5_000);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
  }

  /// The work in one workspace, on its thread alone.
  private final class Round {
    private final WorkspaceId workspace;
    private final Semaphore bell;
    /// Until when, in the nanoseconds of `System.nanoTime`.
    private final Map<AccountId, Long> heldUp = new HashMap<>();
    private final Map<Long, Long> early = new HashMap<>();

    Round(WorkspaceId workspace, Semaphore bell) {
      this.workspace = workspace;
      this.bell = bell;
    }

    void work() {
      while (!closed)
        try {
          if (!all()) rest(Pauses.about(DATABASE_PAUSE));
          else rest(pause());
        } catch (InterruptedException _) {
          return;
        } catch (RuntimeException e) {
          LOG.warn("the inbox of workspace {} cannot be read now: {}", workspace, e.toString());
          if (!nap()) return;
        }
    }

    private void rest(Duration atMost) throws InterruptedException {
      if (bell.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) bell.drainPermits();
    }

    private boolean nap() {
      try {
        rest(Pauses.about(DATABASE_PAUSE));
        return true;
      } catch (InterruptedException _) {
        return false;
      }
    }

    private Duration pause() {
      long now = System.nanoTime();
      long first = Pauses.about(ChannelLimits.LOOK_EVERY).toNanos();
      for (long until : heldUp.values()) first = Math.min(first, until - now);
      for (long until : early.values()) first = Math.min(first, until - now);
      return Duration.ofNanos(Math.max(first, 1_000_000));
    }

    /// Until nothing waits but what is held up; false when the database is away.
    private boolean all() throws InterruptedException {
      while (!closed) {
        long now = System.nanoTime();
        heldUp.values().removeIf(until -> until - now <= 0);
        early.values().removeIf(until -> until - now <= 0);
        var waiting =
            store.waiting(workspace, heldUp.keySet(), early.keySet(), ChannelLimits.BATCH);
        if (waiting.isEmpty()) return true;
        if (!some(atOnce(waiting))) return false;
      }
      return true;
    }

    private static List<InboxStore.Waiting> atOnce(List<InboxStore.Waiting> waiting) {
      var some = new ArrayList<InboxStore.Waiting>();
      long bytes = 0;
      for (var one : waiting) {
        bytes += one.bytes();
        if (!some.isEmpty() && bytes > ChannelLimits.BATCH_BYTES) break;
        some.add(one);
      }
      return some;
    }

    private boolean some(List<InboxStore.Waiting> waiting) throws InterruptedException {
      var tries = new HashMap<Long, Integer>();
      waiting.forEach(one -> tries.put(one.id(), one.tries()));
      var done = new ArrayList<InboxStore.Done>();
      var left = new ArrayList<Read.Understood>();
      for (var item : store.items(workspace, tries.keySet()))
        switch (taking.read(workspace, item)) {
          case Read.Settled(_, var settled) -> done.add(settled);
          case Read.Understood read -> left.add(read);
        }
      store.done(workspace, done);
      List<Read.Understood> rest = left;
      while (!rest.isEmpty() && !closed) {
        var wave = new ArrayList<Read.Understood>();
        rest = divide(rest, wave);
        if (!take(wave, tries)) return false;
        rest = rest.stream().filter(read -> !heldUp.containsKey(read.account().id())).toList();
      }
      return true;
    }

    /// Into `wave` go those that no earlier one of the same sender waits before; the others are
    /// left.
    private static List<Read.Understood> divide(
        List<Read.Understood> all, List<Read.Understood> wave) {
      var left = new ArrayList<Read.Understood>();
      var before = new HashSet<String>();
      for (var read : all) {
        boolean free = read.senders().stream().noneMatch(before::contains);
        before.addAll(read.senders());
        (free ? wave : left).add(read);
      }
      return left;
    }

    /// False when the database is away.
    private boolean take(List<Read.Understood> wave, Map<Long, Integer> tries)
        throws InterruptedException {
      var going = taking.going(workspace, wave);
      var results = new ConcurrentHashMap<Read.Understood, Taken>();
      var workers = new LinkedHashMap<Read.Understood, Thread>();
      for (var read : wave)
        workers.put(
            read,
            Thread.startVirtualThread(
                () ->
                    results.put(
                        read,
                        taking.take(
                            workspace,
                            read,
                            going,
                            tries.getOrDefault(read.item().id(), 0) + 1
                                >= ChannelLimits.ITEM_TRIES))));
      for (var worker : workers.values()) worker.join();
      var done = new ArrayList<InboxStore.Done>();
      boolean away = false;
      for (var read : wave) {
        var id = read.item().id();
        int tried = tries.getOrDefault(id, 0) + 1;
        switch (results.getOrDefault(read, new Taken.Failed("no answer"))) {
          case Taken.Done(var what) -> done.add(what);
          case Taken.NotNow _ -> away = true;
          case Taken.TooEarly _ -> {
            store.failed(workspace, id, "too early");
            early.put(id, System.nanoTime() + pauseAfter(tried).toNanos());
          }
          case Taken.Failed(String why) -> {
            LOG.warn("item {} of workspace {} was not taken in: {}", id, workspace, why);
            if (tried >= ChannelLimits.ITEM_TRIES)
              done.add(InboxStore.Done.aside(id, "failed", why));
            else {
              store.failed(workspace, id, why);
              heldUp.put(read.account().id(), System.nanoTime() + pauseAfter(tried).toNanos());
            }
          }
        }
      }
      store.done(workspace, done);
      return !away;
    }

    private Duration pauseAfter(int tries) {
      return firstPause.multipliedBy(1L << Math.min(tries - 1, 10));
    }
  }
}
