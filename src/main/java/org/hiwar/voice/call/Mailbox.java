package org.hiwar.voice.call;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What waits for the thread of one call, in order and up to a limit.
final class Mailbox {
  private final BlockingQueue<Runnable> waiting =
      new LinkedBlockingQueue<>(CallLimits.WAITING + CallLimits.ROOM_FOR_ENDS);
  private volatile boolean overflowed;

  /// A wish; false when too much is waiting.
  boolean wish(Runnable what) {
    return waiting.remainingCapacity() > CallLimits.ROOM_FOR_ENDS && waiting.offer(what);
  }

  /// What has happened and must be heard. Where even that finds no room the call cannot go on.
  void tell(Runnable what) {
    if (!waiting.offer(what)) overflowed = true;
  }

  boolean overflowed() {
    return overflowed;
  }

  /// The next, or null when nothing came within so many nanoseconds.
  @Nullable Runnable next(long nanos) throws InterruptedException {
    return waiting.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
  }
}
