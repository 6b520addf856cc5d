package org.hiwar.campaign.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What becomes of a record after a result.
public sealed interface Next {

  /// With the result that it has.
  record Finished() implements Next {}

  /// An ordinary record again from then on.
  record Waits(Instant until) implements Next {}

  /// The same number is called again then, and all of it is one attempt.
  record Retries(Instant at) implements Next {}

  /// Before the others within the window. `number` null: any. `byAgent`: an agent has agreed on it,
  /// not a rule.
  record Rescheduled(
      Instant from, Instant until, @Nullable String number, boolean onlyMe, boolean byAgent)
      implements Next {}

  /// The number at this position is called no more in this campaign; `then` of the record.
  record NumberStopped(int position, Next then) implements Next {}

  /// The number is called no more in any campaign; `then` of the record. `position` null: it is not
  /// of the record, an agent gave it.
  record NumberStoppedEverywhere(@Nullable Integer position, Next then) implements Next {}

  /// By a rule, with the result that it has.
  record RecordStopped() implements Next {}

  /// None of its several numbers may be called any more. (A record with one number has its last
  /// result then: `Finished`.)
  record NoNumbersLeft() implements Next {}
}
