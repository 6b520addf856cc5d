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
import java.util.function.BooleanSupplier;
import org.hiwar.channel.TakingIn.Read;
import org.hiwar.channel.TakingIn.Taken;
import org.hiwar.platform.database.Away;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reading in one workspace, on one thread.
///
/// While the database is away everything waits, and no item is to blame. An item for which it is
/// away again and again while others go in has failed like any other.
final class InboxRound {
  private static final Logger LOG = LoggerFactory.getLogger(InboxRound.class);
  private static final Duration DATABASE_PAUSE = Duration.ofMillis(500);

  private final InboxStore store;
  private final TakingIn taking;
  private final Duration firstPause;
  private final WorkspaceId workspace;
  private final Semaphore bell;
  private final BooleanSupplier closed;
  /// Until when, in the nanoseconds of `System.nanoTime`.
  private final Map<AccountId, Long> heldUp = new HashMap<>();
  private final Map<Long, Long> early = new HashMap<>();
  private final Blame blame = new Blame();
  /// Of the items that are read now, how often that failed before.
  private Map<Long, Integer> tries = Map.of();

  /// @param firstPause before an item that failed is tried again; each is twice the one before
  /// @param bell rings when there may be something to read
  InboxRound(
      InboxStore store,
      TakingIn taking,
      Duration firstPause,
      WorkspaceId workspace,
      Semaphore bell,
      BooleanSupplier closed) {
    this.store = store;
    this.taking = taking;
    this.firstPause = firstPause;
    this.workspace = workspace;
    this.bell = bell;
    this.closed = closed;
  }

  /// Until it is closed, whatever fails meanwhile.
  void work() {
    while (!closed.getAsBoolean())
      try {
        if (!all()) rest(Pauses.about(DATABASE_PAUSE));
        else rest(pause());
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException | Error e) {
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
    while (!closed.getAsBoolean()) {
      long now = System.nanoTime();
      heldUp.values().removeIf(until -> until - now <= 0);
      early.values().removeIf(until -> until - now <= 0);
      var waiting = store.waiting(workspace, heldUp.keySet(), early.keySet(), ChannelLimits.BATCH);
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
    tries = new HashMap<>();
    waiting.forEach(one -> tries.put(one.id(), one.tries()));
    blame.onlyOf(tries.keySet());
    var done = new ArrayList<InboxStore.Done>();
    var left = new ArrayList<Read.Understood>();
    var unread = new LinkedHashMap<AccountId, Read.NotNow>();
    for (var item : store.items(workspace, tries.keySet()))
      // what comes behind one that cannot be read now may belong to it
      if (!unread.containsKey(item.account()))
        switch (taking.read(workspace, item)) {
          case Read.Settled(_, var settled) -> done.add(settled);
          case Read.Understood read -> left.add(read);
          case Read.NotNow read -> unread.put(item.account(), read);
        }
    note(done);
    boolean here = waves(left);
    for (var read : unread.values())
      here &= notNow(read.item(), read.detail()); // after the others: they say who is to blame
    return here;
  }

  /// False when the database is away.
  private boolean waves(List<Read.Understood> all) throws InterruptedException {
    var rest = all;
    while (!rest.isEmpty() && !closed.getAsBoolean()) {
      var wave = new ArrayList<Read.Understood>();
      rest = divide(rest, wave);
      if (!take(wave)) return false;
      rest = rest.stream().filter(read -> !heldUp.containsKey(read.account().id())).toList();
    }
    return true;
  }

  /// Into `wave` go those that no earlier one of the same sender waits before; the others are left.
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

  private int tried(long id) {
    return tries.getOrDefault(id, 0) + 1;
  }

  /// False when the database is away.
  private boolean take(List<Read.Understood> wave) throws InterruptedException {
    var going = taking.going(workspace, wave);
    var results = new ConcurrentHashMap<Read.Understood, Taken>();
    var workers = new ArrayList<Thread>();
    for (var read : wave) {
      boolean last = tried(read.item().id()) >= ChannelLimits.ITEM_TRIES;
      workers.add(
          Thread.startVirtualThread(
              () -> results.put(read, taking.take(workspace, read, going, last))));
    }
    for (var worker : workers) worker.join();
    var done = new ArrayList<InboxStore.Done>();
    for (var read : wave) if (results.get(read) instanceof Taken.Done(var what)) done.add(what);
    note(done);
    done.forEach(one -> blame.went(one.id()));
    boolean here = true;
    for (var read : wave)
      switch (results.getOrDefault(read, new Taken.Failed("failed", "no answer"))) {
        case Taken.Done _ -> {}
        case Taken.NotNow(String why) -> here &= notNow(read.item(), why);
        case Taken.TooEarly _ -> {
          var id = read.item().id();
          store.failed(workspace, id, "too early");
          early.put(id, System.nanoTime() + pauseAfter(tried(id)).toNanos());
        }
        case Taken.Failed(String code, String why) -> failed(read.item(), code, why);
      }
    return here;
  }

  /// False: the database is away, as far as one can know.
  private boolean notNow(RawItem item, String why) {
    if (!blame.of(item.id())) return false;
    failed(item, "failed", why);
    return true;
  }

  private void failed(RawItem item, String code, String why) {
    var id = item.id();
    LOG.warn("item {} of workspace {} was not taken in: {} {}", id, workspace, code, why);
    if (tried(id) >= ChannelLimits.ITEM_TRIES) {
      note(List.of(InboxStore.Done.aside(id, code, why)));
      return;
    }
    store.failed(workspace, id, why);
    heldUp.put(item.account(), System.nanoTime() + pauseAfter(tried(id)).toNanos());
  }

  /// Notes what became of items. Where the database refuses that of one, the others are noted
  /// nevertheless.
  private void note(List<InboxStore.Done> done) {
    if (noted(done)) return;
    for (var one : done) if (!noted(List.of(one))) noteAside(one.id());
  }

  private boolean noted(List<InboxStore.Done> done) {
    try {
      store.done(workspace, done);
      return true;
    } catch (RuntimeException e) {
      if (Away.caused(e)) throw e;
      LOG.error("What became of {} items of workspace {} was not noted", done.size(), workspace, e);
      return false;
    }
  }

  private void noteAside(long id) {
    if (noted(List.of(InboxStore.Done.aside(id, "failed", "it cannot be noted")))) return;
    early.put(id, System.nanoTime() + pauseAfter(ChannelLimits.ITEM_TRIES).toNanos());
  }

  private Duration pauseAfter(int tries) {
    return firstPause.multipliedBy(1L << Math.min(tries - 1, 10));
  }

  /// Tells an item that the database cannot store from a database that cannot store.
  private static final class Blame {
    /// So often an item has to be the odd one out before that counts as a try, as does each time
    /// after it: a database that goes away in the middle takes some and leaves others, and so does
    /// one that is overloaded.
    private static final int OFTEN = 3;

    private final Map<Long, Suspect> suspects = new HashMap<>();
    private long went;

    private record Suspect(int times, long wentThen) {}

    /// An item was taken in.
    void went(long item) {
      went++;
      suspects.remove(item);
    }

    /// An item was not, because the database was not there for it. True: others were taken in each
    /// time.
    boolean of(long item) {
      var before = suspects.getOrDefault(item, new Suspect(0, -1));
      boolean odd = before.wentThen >= 0 && went > before.wentThen;
      var now = new Suspect(before.times + (odd ? 1 : 0), went);
      suspects.put(item, now);
      return now.times >= OFTEN;
    }

    /// What does not wait, or is not looked at just now, is no suspect.
    void onlyOf(Set<Long> items) {
      suspects.keySet().retainAll(items);
    }
  }
}
