package org.hiwar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger truth = new AtomicInteger(1);
  private final AtomicInteger reads = new AtomicInteger();
  private final Recent<String, Integer> recent = new Recent<>(2, now::get);

  private int get(String key) {
    return recent.get(
        key,
        () -> {
          reads.incrementAndGet();
          return truth.get();
        });
  }

  @Test
  void itIsReadOnceWhileItIsBelieved() {
    get("one");
    truth.set(2);
    assertThat(get("one")).isEqualTo(1);
    now.addAndGet(Recent.BELIEVED.toNanos());
    assertThat(get("one")).isEqualTo(2);
    assertThat(reads).hasValue(2);
  }

  @Test
  void whatWasChangedIsReadAgainAtOnce() {
    get("one");
    truth.set(2);
    recent.forget("one");
    assertThat(get("one")).isEqualTo(2);
  }

  @Test
  void whatChangesWhileItIsReadIsNotRemembered() {
    int old =
        recent.get(
            "one",
            () -> {
              recent.forget("one");
              return 1;
            });
    assertThat(old).isEqualTo(1);
    truth.set(2);
    assertThat(get("one")).isEqualTo(2);
  }

  @Test
  void onlySoManyAreRemembered() {
    get("one");
    get("two");
    get("three");
    assertThat(reads).hasValue(3);
    get("three");
    get("two");
    assertThat(reads).hasValue(3);
    get("one");
    assertThat(reads).hasValue(4);
  }
}
