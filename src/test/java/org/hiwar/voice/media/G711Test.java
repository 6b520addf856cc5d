package org.hiwar.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The tables against the definition: Recommendation G.711, tables 1 and 2, which give the values
/// at the ends of every segment and equal steps between.
class G711Test {
  /// Decision values x at the ends of the segments of µ-law, for a peak of 8,159 (table 2a).
  private static final int[] MU_ENDS = {-1, 31, 95, 223, 479, 991, 2015, 4063, 8159};

  /// Of A-law, for a peak of 4,096 (table 1a); the first two segments have equal steps.
  private static final int[] A_ENDS = {0, 32, 64, 128, 256, 512, 1024, 2048, 4096};

  @Test
  void muLawHasTheValuesOfItsDefinition() {
    for (var segment = 0; segment < 8; segment++) {
      var step = (MU_ENDS[segment + 1] - MU_ENDS[segment]) / 16;
      for (var i = 0; i < 16; i++) {
        var middle = MU_ENDS[segment] + step * i + step / 2;
        var octet = ~(segment << 4 | i);
        assertThat(G711.linearOfMu((byte) octet)).isEqualTo((short) (4 * middle));
        assertThat(G711.linearOfMu((byte) (octet & 0x7F))).isEqualTo((short) (-4 * middle));
      }
    }
  }

  @Test
  void aLawHasTheValuesOfItsDefinition() {
    for (var segment = 0; segment < 8; segment++) {
      var step = (A_ENDS[segment + 1] - A_ENDS[segment]) / 16;
      for (var i = 0; i < 16; i++) {
        var middle = A_ENDS[segment] + step * i + step / 2;
        var octet = (segment << 4 | i) ^ 0x55;
        assertThat(G711.linearOfA((byte) (octet | 0x80))).isEqualTo((short) (8 * middle));
        assertThat(G711.linearOfA((byte) (octet & 0x7F))).isEqualTo((short) (-8 * middle));
      }
    }
  }

  @Test
  void everyLinearValueBecomesTheOctetOfItsInterval() {
    for (var linear = Short.MIN_VALUE; linear < Short.MAX_VALUE; linear++) {
      var magnitude = Math.min(Math.abs((int) linear), 32_635);
      var mu = Math.abs((int) G711.linearOfMu(G711.muOf(linear)));
      assertThat(Math.abs(mu - magnitude)).isLessThanOrEqualTo(step(magnitude, MU_ENDS, 4) / 2 + 3);
      var a = Math.abs((int) G711.linearOfA(G711.aOf(linear)));
      assertThat(Math.abs(a - magnitude)).isLessThanOrEqualTo(step(magnitude, A_ENDS, 8) / 2 + 8);
    }
  }

  @Test
  void everyOctetSurvivesDecodingAndEncoding() {
    for (var octet = 0; octet < 256; octet++) {
      if (octet != 0x7F)
        assertThat(G711.muOf(G711.linearOfMu((byte) octet))).isEqualTo((byte) octet);
      assertThat(G711.aOf(G711.linearOfA((byte) octet))).isEqualTo((byte) octet);
    }
    assertThat(G711.muOf(G711.linearOfMu((byte) 0x7F))).as("minus zero").isEqualTo((byte) 0xFF);
  }

  @Test
  void translatingThereAndBackMovesByOneStepAtMost() {
    for (var octet = 0; octet < 256; octet++) {
      var mu = G711.muOfA(G711.aOfMu((byte) octet));
      var a = G711.aOfMu(G711.muOfA((byte) octet));
      assertThat(Math.abs((~mu & 0x7F) - (~octet & 0x7F))).isLessThanOrEqualTo(1);
      assertThat(Math.abs(((a ^ 0x55) & 0x7F) - ((octet ^ 0x55) & 0x7F))).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void translatingFindsTheNearestValueOfTheOtherLaw() {
    for (var octet = 0; octet < 256; octet++) {
      var mu = G711.linearOfMu((byte) octet);
      var a = G711.linearOfA((byte) octet);
      for (var other = 0; other < 256; other++) {
        assertThat(Math.abs(G711.linearOfA(G711.aOfMu((byte) octet)) - mu))
            .isLessThanOrEqualTo(Math.abs(G711.linearOfA((byte) other) - mu));
        assertThat(Math.abs(G711.linearOfMu(G711.muOfA((byte) octet)) - a))
            .isLessThanOrEqualTo(Math.abs(G711.linearOfMu((byte) other) - a));
      }
    }
  }

  @Test
  void silenceIsSilence() {
    assertThat(G711.muOf(0)).isEqualTo(G711.SILENT_MU);
    assertThat(G711.aOf(0)).isEqualTo(G711.SILENT_A);
    assertThat(G711.aOfMu(G711.SILENT_MU)).isEqualTo(G711.SILENT_A);
  }

  private static int step(int magnitude, int[] ends, int scale) {
    var segment = 0;
    while (segment < 7 && magnitude >= ends[segment + 1] * scale) segment++;
    return (ends[segment + 1] - ends[segment]) / 16 * scale;
  }
}
