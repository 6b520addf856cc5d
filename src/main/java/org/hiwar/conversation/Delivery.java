package org.hiwar.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a message that goes out stands.
///
/// @param failure of FAILED why, and of WAITING why not yet, as the screens translate it; null:
///     nothing went wrong
public record Delivery(DeliveryState state, @Nullable String failure, Instant changedAt) {
  static Delivery waiting(Instant since) {
    return new Delivery(DeliveryState.WAITING, null, since);
  }
}
