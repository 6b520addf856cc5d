package org.hiwar.workspace.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each row of the table, at the limit and one beyond.
class LimitsTest {
  private final SetClock clock = new SetClock();
  private final RateLimits limits = new RateLimits(clock);

  @ParameterizedTest
  @EnumSource
  void soManyAreTakenAndOneMoreHasToWait(Limit limit) {
    use(limit);
    var wait = limits.take(limit, "a");
    assertThat(wait).isPositive().isLessThanOrEqualTo(limit.per());
    assertThat(limits.take(limit, "b")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void afterTheWaitOneIsFreeAndNotTwo(Limit limit) {
    use(limit);
    clock.pass(limits.take(limit, "a"));
    assertThat(limits.take(limit, "a")).isZero();
    assertThat(limits.take(limit, "a")).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void afterTheWholeTimeAllAreFree(Limit limit) {
    use(limit);
    clock.pass(limit.per());
    use(limit);
    assertThat(limits.take(limit, "a")).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsGivenBackWasNotUsed(Limit limit) {
    use(limit);
    limits.giveBack(limit, "a");
    assertThat(limits.take(limit, "a")).isZero();
    assertThat(limits.take(limit, "a")).isPositive();
  }

  private void use(Limit limit) {
    for (int i = 0; i < limit.most(); i++)
      assertThat(limits.take(limit, "a")).as("%s, permit %d", limit, i + 1).isZero();
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
