package org.hiwar.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.hiwar.channel.TakingIn.Read;
import org.hiwar.channel.TakingIn.Taken;
import org.hiwar.platform.database.Away;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what waits in the inbox of one workspace.
///
/// Its one thread reads what waits, and gives each item to a thread of its own as soon as no
/// earlier one of the same sender is before it. It does not wait for them: while some are taken in,
/// the next are read, so that nobody waits for the slowest of others. What has become of items is
/// noted with the next look into the inbox, in the same message to the database.
///
/// While the database is away everything waits, and no item is to blame. An item for which it is
/// away again and again while others go in has failed like any other.
final class InboxIntake implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(InboxIntake.class);
  private static final Duration DATABASE_PAUSE = Duration.ofMillis(500);
  private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final WorkspaceId workspace;
  private final InboxStore store;
  private final TakingIn taking;
  private final Duration firstPause;
  private final Semaphore bell = new Semaphore(0);
  private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile boolean closed;
  /// Whether what is under way is waited for: that others may begin, or that there is room.
  private volatile boolean awaited;

  // From here on of its thread alone. Until when, in the nanoseconds of `System.nanoTime`.
  private final Map<AccountId, Long> heldUp = new HashMap<>();
  private final Map<Long, Long> early = new HashMap<>();
  /// Read and not begun, in the order in which they came.
  private final Map<Long, Item> queued = new LinkedHashMap<>();
  private final Map<Long, Item> underWay = new HashMap<>();
  private final Set<String> busySenders = new HashSet<>();
  private final Blame blame = new Blame();
  /// What has become of items, not noted yet.
  private final Map<Long, InboxStore.Done> over = new LinkedHashMap<>();
  /// Of the bodies that are queued and under way.
  private long bytes;

  private boolean more = true;
  private long lookedAt = System.nanoTime() - ChannelLimits.GATHER.toNanos();
  private long lookAt = System.nanoTime();
  private long noteAt;
  private long notBefore = System.nanoTime();

  /// @param tried how often, this time included
  private record Item(Read.Understood read, Set<String> senders, int tried) {
    long id() {
      return read.item().id();
    }

    int bytes() {
      return read.item().body().length;
    }
  }

  private record Outcome(Item item, Taken taken) {}

  /// @param firstPause before an item that failed is tried again; each is twice the one before
  InboxIntake(WorkspaceId workspace, InboxStore store, TakingIn taking, Duration firstPause) {
    this.workspace = workspace;
    this.store = store;
    this.taking = taking;
    this.firstPause = firstPause;
  }

  /// Something may be waiting. Never blocks.
  void look() {
    if (!told.getAndSet(true)) bell.release();
  }

  /// It ends when what is under way is done.
  void close() {
    closed = true;
    bell.release();
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        turn();
        awaited = !queued.isEmpty() || !hasRoom();
        if (!awaited || outcomes.isEmpty()) rest(untilNext());
      }
      awaited = true;
      finish();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("what workspace {} took in last is taken in again: {}", workspace, e.toString());
    }
  }

  private void turn() {
    try {
      settle();
      if (isTimeToLook()) lookAndNote();
      begin();
    } catch (RuntimeException | Error e) {
      LOG.warn("the inbox of workspace {} cannot be read now: {}", workspace, e.toString());
      pause();
    }
  }

  private void rest(long nanos) throws InterruptedException {
    if (bell.tryAcquire(Math.max(nanos, 0), TimeUnit.NANOSECONDS)) bell.drainPermits();
  }

  /// The database is away.
  private void pause() {
    notBefore = System.nanoTime() + Pauses.about(DATABASE_PAUSE).toNanos();
    more = true;
  }

  private long untilNext() {
    long now = System.nanoTime();
    long first = lookAt - now;
    if (wantsToLook() && hasRoom()) first = Math.min(first, gathered() - now);
    if (!over.isEmpty()) first = Math.min(first, noteAt - now);
    if (!underWay.isEmpty()) first = Math.min(first, ChannelLimits.NOTE_WITHIN.toNanos());
    for (long until : heldUp.values()) first = Math.min(first, until - now);
    for (long until : early.values()) first = Math.min(first, until - now);
    return Math.max(first, notBefore - now);
  }

  private boolean wantsToLook() {
    return told.get() || more;
  }

  /// While much comes in it is looked at in parts, so that many items cost few transactions.
  private long gathered() {
    return lookedAt + ChannelLimits.GATHER.toNanos();
  }

  /// A few places are not worth a look.
  private boolean hasRoom() {
    return queued.size() + underWay.size() <= ChannelLimits.BATCH / 2
        && bytes <= ChannelLimits.BATCH_BYTES / 2;
  }

  private boolean isTimeToLook() {
    long now = System.nanoTime();
    if (notBefore - now > 0) return false;
    boolean freed = heldUp.values().removeIf(until -> until - now <= 0);
    freed |= early.values().removeIf(until -> until - now <= 0);
    if (freed || lookAt - now <= 0) lookSoon(now);
    return wantsToLook() && hasRoom() && gathered() - now <= 0
        || !over.isEmpty() && noteAt - now <= 0;
  }

  /// Also when there is no room now.
  private void lookSoon(long now) {
    more = true;
    lookAt = now + Pauses.about(ChannelLimits.LOOK_EVERY).toNanos();
  }

  private void lookAndNote() {
    told.set(false);
    more = true; // until it is known
    lookedAt = System.nanoTime();
    var known = new ArrayList<Long>(queued.keySet());
    known.addAll(underWay.keySet());
    known.addAll(early.keySet());
    int most = hasRoom() ? ChannelLimits.BATCH - queued.size() - underWay.size() : 0;
    var found = next(known, most);
    if (most > 0) lookSoon(System.nanoTime());
    more = found.more();
    read(found.items());
  }

  private InboxStore.Next next(Collection<Long> known, int most) {
    long room = ChannelLimits.BATCH_BYTES - bytes;
    try {
      var found = store.next(workspace, over.values(), heldUp.keySet(), known, most, room);
      over.keySet().forEach(blame::went);
      over.clear();
      return found;
    } catch (RuntimeException e) {
      if (over.isEmpty() || Away.caused(e)) throw e;
      LOG.error("what became of {} items of workspace {} was not noted", over.size(), workspace, e);
      noteEach();
      return new InboxStore.Next(List.of(), true);
    }
  }

  /// Where the database refuses what became of one item, that of the others is noted nevertheless.
  private void noteEach() {
    for (var one : List.copyOf(over.values())) {
      if (!noted(one) && !noted(InboxStore.Done.aside(one.id(), "failed", "it cannot be noted")))
        early.put(one.id(), System.nanoTime() + pauseAfter(ChannelLimits.ITEM_TRIES).toNanos());
      over.remove(one.id());
      blame.went(one.id());
    }
  }

  private boolean noted(InboxStore.Done one) {
    try {
      note(List.of(one));
      return true;
    } catch (RuntimeException e) {
      if (Away.caused(e)) throw e;
      LOG.error("what became of item {} of workspace {} was not noted", one.id(), workspace, e);
      return false;
    }
  }

  private void note(Collection<InboxStore.Done> done) {
    store.next(workspace, done, List.of(), List.of(), 0, ChannelLimits.BATCH_BYTES);
  }

  /// What comes behind one that cannot be read now may belong to it, and is read again with it. The
  /// others go on: they say whether the database is away.
  private void read(List<InboxStore.Waiting> found) {
    var unread = new HashSet<AccountId>();
    for (var waiting : found) {
      if (unread.contains(waiting.item().account())) continue;
      int tried = waiting.tries() + 1;
      switch (taking.read(workspace, waiting.item())) {
        case Read.Settled(_, var done) -> over(done);
        case Read.NotNow(RawItem item, String why) -> {
          unread.add(item.account());
          if (blame.of(item.id())) failed(item, tried, "failed", why);
          else hold(item.account(), Pauses.about(DATABASE_PAUSE));
        }
        case Read.Understood read -> {
          var item = new Item(read, read.senders(), tried);
          queued.put(item.id(), item);
          bytes += item.bytes();
        }
      }
    }
  }

  private void over(InboxStore.Done done) {
    if (over.isEmpty()) noteAt = System.nanoTime() + ChannelLimits.NOTE_WITHIN.toNanos();
    over.put(done.id(), done);
  }

  /// Those before which no earlier one of the same sender is.
  private List<Item> free() {
    var free = new ArrayList<Item>();
    var before = new HashSet<>(busySenders);
    for (var item : queued.values()) {
      if (Collections.disjoint(item.senders(), before)) free.add(item);
      before.addAll(item.senders());
    }
    return free;
  }

  private void begin() {
    var free = free();
    if (free.isEmpty()) return;
    var going = taking.going(workspace, free.stream().map(Item::read).toList());
    for (var item : free) {
      queued.remove(item.id());
      underWay.put(item.id(), item);
      busySenders.addAll(item.senders());
      Thread.startVirtualThread(
          () -> {
            Taken taken = new Taken.Failed("failed", "no answer");
            try {
              boolean last = item.tried() >= ChannelLimits.ITEM_TRIES;
              taken = taking.take(workspace, item.read(), going, last);
            } finally {
              outcomes.add(new Outcome(item, taken));
              if (awaited) bell.release();
            }
          });
    }
  }

  private void settle() {
    for (var next = outcomes.poll(); next != null; next = outcomes.poll()) {
      var item = next.item();
      underWay.remove(item.id());
      busySenders.removeAll(item.senders());
      bytes -= item.bytes();
      switch (next.taken()) {
        case Taken.Done(var what) -> over(what);
        case Taken.NotNow(String why) -> notNow(item.read().item(), item.tried(), why);
        case Taken.TooEarly _ -> {
          early.put(item.id(), System.nanoTime() + pauseAfter(item.tried()).toNanos());
          store.failed(workspace, item.id(), "too early");
        }
        case Taken.Failed(String code, String why) ->
            failed(item.read().item(), item.tried(), code, why);
      }
    }
  }

  /// The database was not there for an item. That it is away is the likelier cause.
  private void notNow(RawItem item, int tried, String why) {
    if (blame.of(item.id())) {
      failed(item, tried, "failed", why);
      return;
    }
    leave(queued.values());
    pause();
  }

  private void failed(RawItem item, int tried, String code, String why) {
    LOG.warn("item {} of workspace {} was not taken in: {} {}", item.id(), workspace, code, why);
    if (tried >= ChannelLimits.ITEM_TRIES) {
      over(InboxStore.Done.aside(item.id(), code, why));
      return;
    }
    hold(item.account(), pauseAfter(tried));
    leave(queued.values().stream().filter(isOf(item.account())).toList());
    store.failed(workspace, item.id(), why);
  }

  private void hold(AccountId account, Duration pause) {
    heldUp.put(account, System.nanoTime() + pause.toNanos());
  }

  private static Predicate<Item> isOf(AccountId account) {
    return item -> item.read().account().id().equals(account);
  }

  /// They are read again behind the one that was not taken in.
  private void leave(Collection<Item> some) {
    for (var item : List.copyOf(some)) {
      queued.remove(item.id());
      bytes -= item.bytes();
    }
    more = true;
  }

  private Duration pauseAfter(int tries) {
    return firstPause.multipliedBy(1L << Math.min(tries - 1, 10));
  }

  /// What is under way ends, and is noted.
  private void finish() throws InterruptedException {
    long deadline = System.nanoTime() + CLOSE_NANOS;
    leave(queued.values());
    settle();
    while (!underWay.isEmpty() && deadline - System.nanoTime() > 0) {
      rest(deadline - System.nanoTime());
      settle();
    }
    if (!over.isEmpty()) note(over.values());
  }
}
