package org.hiwar.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Has done together what many threads want done at the same time: while one does it for those that
/// came before, the next gather. Nobody waits for company: whoever is alone is served at once.
public final class Gathering<T> {
  private final int most;
  private final Consumer<List<T>> together;
  private final ConcurrentLinkedQueue<Wish<T>> wishes = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /// Written and read by whoever has the turn.
  private static final class Wish<T> {
    final T what;
    boolean over;
    @Nullable RuntimeException failure;

    Wish(T what) {
      this.what = what;
    }
  }

  /// @param most that are done at once
  /// @param together does what it is given, in the order in which it was asked for; never called
  ///     twice at the same time. When it fails, each is tried alone
  public Gathering(int most, Consumer<List<T>> together) {
    this.most = most;
    this.together = together;
  }

  /// Returns when it is done; throws what came of it.
  public void add(T what) {
    var mine = new Wish<>(what);
    wishes.add(mine);
    turn.lock();
    try {
      while (!mine.over) doSome();
    } finally {
      turn.unlock();
    }
    if (mine.failure != null) throw mine.failure;
  }

  private void doSome() {
    var some = new ArrayList<Wish<T>>();
    for (var next = wishes.poll(); next != null; next = wishes.poll()) {
      some.add(next);
      if (some.size() == most) break;
    }
    if (!done(some) && some.size() > 1) some.forEach(one -> done(List.of(one)));
    some.forEach(one -> one.over = true);
  }

  private boolean done(List<Wish<T>> some) {
    @Nullable RuntimeException failure = null;
    try {
      together.accept(some.stream().map(one -> one.what).toList());
    } catch (RuntimeException e) {
      failure = e;
    }
    for (var one : some) one.failure = failure;
    return failure == null;
  }
}
