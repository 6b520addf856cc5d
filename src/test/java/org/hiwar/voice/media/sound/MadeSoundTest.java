package org.hiwar.voice.media.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.hiwar.voice.media.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tones and the music that Hiwar makes itself.
class MadeSoundTest {
  private final short[] music = HoldMusic.compose().samples();

  @Test
  void ringingIsOneSecondInFive() {
    var samples = Tones.ringing().samples();

    assertThat(samples).hasSize(5 * 8_000);
    assertThat(Tone.amplitude(Arrays.copyOf(samples, 8_000), 425)).isBetween(2_700.0, 3_000.0);
    assertThat(loudness(Arrays.copyOfRange(samples, 8_000, 40_000))).isZero();
  }

  @Test
  void busyIsHalfASecondInOne() {
    var samples = Tones.busy().samples();

    assertThat(samples).hasSize(8_000);
    assertThat(Tone.amplitude(Arrays.copyOf(samples, 4_000), 425)).isBetween(2_600.0, 3_000.0);
    assertThat(loudness(Arrays.copyOfRange(samples, 4_000, 8_000))).isZero();
    assertThat(Tones.congestion().length()).isEqualTo(Duration.ofMillis(480));
  }

  @ParameterizedTest
  @CsvSource({"1,697,1209", "5,770,1336", "#,941,1477", "0,941,1336", "D,941,1633"})
  void aKeyHasItsTwoTones(char key, int row, int column) {
    var samples = Tones.key(key, Duration.ofMillis(100)).samples();

    assertThat(Tone.amplitude(samples, row)).isBetween(3_900.0, 4_700.0);
    assertThat(Tone.amplitude(samples, column)).isBetween(3_900.0, 4_700.0);
    assertThat(Tone.amplitude(samples, row == 697 ? 852 : 697)).isLessThan(300);
  }

  @Test
  void theMusicIsQuietAndNeverTooLoud() {
    var decibel = 20 * Math.log10(loudness(music) / 32_768);

    assertThat(decibel).isBetween(-30.0, -20.0);
    assertThat(peak(music)).isLessThan(12_000);
  }

  @Test
  void theMusicIsWithinTheBandOfTheTelephone() {
    double low = 0;
    double band = 0;
    double high = 0;
    for (var hertz = 20; hertz < 4_000; hertz += 10) {
      var power = Math.pow(Tone.amplitude(music, hertz), 2);
      if (hertz < 120) low += power;
      else if (hertz < 3_400) band += power;
      else high += power;
    }

    assertThat(band).isGreaterThan(50 * (low + high));
  }

  @Test
  void theMusicHasNoteAndNoteAndNoHole() {
    for (var second = 0; second < music.length / 8_000; second++) {
      var part = Arrays.copyOfRange(music, 8_000 * second, 8_000 * (second + 1));
      assertThat(loudness(part)).as("second %d", second).isGreaterThan(300);
    }
    var aMinor = Tone.amplitude(Arrays.copyOf(music, 24_000), 440);
    var withoutC = Tone.amplitude(Arrays.copyOf(music, 24_000), 470);
    assertThat(aMinor).isGreaterThan(10 * withoutC);
  }

  @Test
  void theRepetitionIsNotHeard() {
    var around = new short[1_600];
    System.arraycopy(music, music.length - 800, around, 0, 800);
    System.arraycopy(music, 0, around, 800, 800);

    assertThat(Tone.steepest(around)).isLessThanOrEqualTo(Tone.steepest(music));
    assertThat(music.length % 160).isZero();
  }

  private static double loudness(short[] samples) {
    double sum = 0;
    for (var sample : samples) sum += (double) sample * sample;
    return Math.sqrt(sum / samples.length);
  }

  private static int peak(short[] samples) {
    var peak = 0;
    for (var sample : samples) peak = Math.max(peak, Math.abs(sample));
    return peak;
  }
}
