package org.hiwar.campaign.rule;

import java.time.Duration;

/// What becomes of a record after a result that does not end it.
///
/// `retry`: before the action is taken, the same number is called again up to `maxRetries` times,
/// `interval` apart; all of this is one attempt.
public record DialRule(
    Action action, Duration delay, boolean retry, int maxRetries, Duration interval) {
  public static final Duration LONGEST_INTERVAL = Duration.ofMinutes(10);
  public static final Duration LONGEST_WAIT = Duration.ofDays(365);

  /// Where a campaign has no rule for a result: tomorrow again.
  public static final DialRule USUAL = of(Action.WAIT, Duration.ofDays(1));

  public enum Action {
    /// Called again after `delay`, as any other record.
    WAIT,

    /// Called again after `delay`, before the others.
    RESCHEDULE,

    /// This number is not called again in this campaign; the others after `delay`.
    STOP_NUMBER,

    /// The record is finished in this campaign.
    STOP_RECORD,

    /// This number is not called again in any campaign; the others after `delay`.
    STOP_NUMBER_EVERYWHERE
  }

  public DialRule {
    if (delay.isNegative() || delay.compareTo(LONGEST_WAIT) > 0)
      throw new IllegalArgumentException("delay " + delay);
    if (interval.isNegative() || interval.compareTo(LONGEST_INTERVAL) > 0)
      throw new IllegalArgumentException("interval " + interval);
    if (maxRetries < 0 || maxRetries > 10)
      throw new IllegalArgumentException("retries " + maxRetries);
  }

  public static DialRule of(Action action, Duration delay) {
    return new DialRule(action, delay, false, 1, Duration.ZERO);
  }
}
