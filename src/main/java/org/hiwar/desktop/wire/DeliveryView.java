package org.hiwar.desktop.wire;

import java.time.Instant;
import org.hiwar.conversation.DeliveryState;
import org.jspecify.annotations.Nullable;

/// How a message stands that went out. `failure` is why it failed, or why it still waits, in a
/// code; null: nothing went wrong.
public record DeliveryView(DeliveryState state, @Nullable String failure, Instant changedAt) {}
