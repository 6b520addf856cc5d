package org.hiwar.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentCountsTest {
  private final AtomicLong now = new AtomicLong();
  private final AtomicLong records = new AtomicLong(RecentCounts.MANY);
  private final AtomicLong counted = new AtomicLong();
  private final RecentCounts<String, Long> counts = new RecentCounts<>(n -> n, now::get);

  @Test
  void manyRecordsAreCountedAgainWhenTwentyTimesAsLongHasPassed() {
    assertThat(count("a")).isEqualTo(RecentCounts.MANY);
    records.addAndGet(1);
    now.addAndGet(199);
    assertThat(count("a")).isEqualTo(RecentCounts.MANY);
    now.addAndGet(1);
    assertThat(count("a")).isEqualTo(RecentCounts.MANY + 1);
    assertThat(counted).hasValue(2);
  }

  @Test
  void eachIsCountedByItself() {
    count("a");
    records.addAndGet(5);
    assertThat(count("b")).isEqualTo(RecentCounts.MANY + 5);
  }

  @Test
  void fewAreCountedEachTime() {
    records.set(RecentCounts.MANY - 1);
    count("a");
    count("a");
    assertThat(counted).hasValue(2);
  }

  /// Counting takes ten.
  private long count(String key) {
    return counts.of(
        key,
        () -> {
          counted.incrementAndGet();
          now.addAndGet(10);
          return records.get();
        });
  }
}
