package org.hiwar.voice.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a simulated call lives by: the rules of the product, or these with a fault planted in them.
@FunctionalInterface
interface CallRules {
  CallRules REAL = CallLife::move;

  CallLife.Move move(Phase phase, Happening what);

  /// After which the phase ends by itself; null: never.
  default @Nullable Duration limit(Phase phase) {
    return phase.limit();
  }
}
