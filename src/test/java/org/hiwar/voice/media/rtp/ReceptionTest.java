package org.hiwar.voice.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceptionTest {
  private static final long MS = 1_000_000;

  private final Reception reception = new Reception();

  @Test
  void lossIsCountedAcrossTheEndOfTheNumbers() {
    for (var i = 65_500; i < 65_600; i++) if (i % 10 != 0) take(i, i * 20L);

    assertThat(reception.expected()).isEqualTo(99);
    assertThat(reception.lost()).isEqualTo(9);
  }

  @Test
  void theFractionIsOfTheInterval() {
    for (var i = 0; i <= 100; i++) if (i % 2 == 0) take(i, i * 20L);
    assertThat(reception.fractionLost()).isEqualTo(50 * 256 / 101);
    for (var i = 101; i < 200; i++) take(i, i * 20L);

    assertThat(reception.fractionLost()).isZero();
  }

  @Test
  void aReorderedPacketIsNotLost() {
    take(1, 20);
    take(3, 60);
    take(2, 61);

    assertThat(reception.lost()).isZero();
  }

  @Test
  void evenPacketsHaveNoJitterAndUnevenOnesHave() {
    for (var i = 0; i < 200; i++) take(i, i * 20L);
    assertThat(reception.jitterSamples()).isZero();

    for (var i = 200; i < 600; i++) take(i, i * 20L + (i % 2) * 10);

    assertThat(reception.jitterSamples()).as("10 ms").isBetween(75L, 80L);
  }

  @Test
  void anotherSourceBeginsAnew() {
    take(1, 20);
    take(50, 40);
    reception.packet(99, 7, 0, 60 * MS);

    assertThat(reception.received()).isEqualTo(1);
    assertThat(reception.lost()).isZero();
  }

  private void take(int sequence, long ms) {
    reception.packet(1, sequence & 0xFFFF, 160 * sequence, ms * MS);
  }
}
