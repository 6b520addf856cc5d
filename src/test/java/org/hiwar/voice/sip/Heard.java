package org.hiwar.voice.sip;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps what happened to a call, in order.
public final class Heard implements SipListener {
  private static final int LIMIT_SECONDS = 60;

  private final BlockingQueue<SipEvent> events = new LinkedBlockingQueue<>();
  private @Nullable SipEvent last;

  @Override
  public void happened(SipEvent event) {
    events.add(event);
  }

  /// The next event, which must be of this kind.
  public <E extends SipEvent> E next(Class<E> kind) {
    try {
      var event = events.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (!kind.isInstance(event))
        throw new AssertionError(
            "expected " + kind.getSimpleName() + " after " + last + ", and it was " + event);
      last = event;
      return kind.cast(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Waits until the call is over, whatever happened before.
  public void untilOver() {
    var event = next(SipEvent.class);
    while (!(event instanceof SipEvent.Ended || event instanceof SipEvent.Refused))
      event = next(SipEvent.class);
  }

  boolean isEmpty() {
    return events.isEmpty();
  }
}
