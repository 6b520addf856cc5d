package org.hiwar.voice.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hiwar.conversation.Departures;
import org.hiwar.conversation.EndedBy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the floor that a call is over; again after a moment when it cannot hear just now.
final class FloorNotice {
  private static final Logger LOG = LoggerFactory.getLogger(FloorNotice.class);

  private FloorNotice() {}

  static void over(Departures departures, CallKey call, EndedBy by) {
    over(departures, call, by, CallLimits.TRIES);
  }

  private static void over(Departures departures, CallKey call, EndedBy by, int tries) {
    departures
        .leave(call.workspace(), call.interaction(), by)
        .whenComplete(
            (done, failure) -> {
              if (failure == null && done) return;
              if (tries > 1)
                CompletableFuture.runAsync(
                    () -> over(departures, call, by, tries - 1),
                    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
              else LOG.warn("The end of call {} was not heard by the floor", call.interaction());
            });
  }
}
