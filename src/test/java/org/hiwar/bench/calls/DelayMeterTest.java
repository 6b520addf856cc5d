package org.hiwar.bench.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DelayMeterTest {
  private static final long MS = 1_000_000;
  private final DelayMeter meter = new DelayMeter();

  @Test
  void countsWhatWasSentWithinItsWindowAlone() {
    hear(5, 6);
    meter.begin(10 * MS);
    hear(10, 11);
    meter.sent(12 * MS);
    meter.end(20 * MS);
    hear(20, 21);

    assertThat(meter.heard()).isEqualTo(1);
    assertThat(meter.lost()).isEqualTo(1);
  }

  @Test
  void aFrameIsLateWhenTheNextOneIsDue() {
    meter.begin(0);
    hear(0, 20);
    hear(20, 41);

    assertThat(meter.late()).isEqualTo(1);
  }

  @Test
  void aPercentileIsExactToAHundredthOfAMillisecond() {
    meter.begin(0);
    for (int i = 1; i <= 100; i++) meter.heard(0, i * MS / 10);

    assertThat(meter.percentileMs(0.5)).isCloseTo(5.1, within(0.011));
    assertThat(meter.percentileMs(0.99)).isCloseTo(10, within(0.011));
  }

  private void hear(long sentMs, long heardMs) {
    meter.sent(sentMs * MS);
    meter.heard(sentMs * MS, heardMs * MS);
  }
}
