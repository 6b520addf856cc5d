package org.hiwar.voice.media.sound;

import java.time.Duration;
import java.util.List;
import org.hiwar.voice.media.MediaLimits;

/// The tones that a network makes. 425 Hz in the rhythms of ITU-T Recommendation E.180, as in most
/// countries; all but the keys are made to be repeated.
public final class Tones {
  private static final double HERTZ = 425;

  /// About -18 dBm0.
  private static final double LEVEL = 2_900;

  /// Of each of the two tones of a key, about -14 dBm0 (ITU-T Q.23 and Q.24).
  private static final double KEY_LEVEL = 4_500;

  private static final int EDGE = 40;
  private static final int[] ROWS = {697, 770, 852, 941};
  private static final int[] COLUMNS = {1_209, 1_336, 1_477, 1_633};
  private static final String KEYPAD = "123A456B789C*0#D";

  private Tones() {}

  /// It rings at the far end: one second in five.
  public static Clip ringing() {
    return rhythm(Duration.ofSeconds(1), Duration.ofSeconds(4));
  }

  public static Clip busy() {
    return rhythm(Duration.ofMillis(500), Duration.ofMillis(500));
  }

  /// No way through: twice as fast as busy.
  public static Clip congestion() {
    return rhythm(Duration.ofMillis(240), Duration.ofMillis(240));
  }

  /// Says that recording begins or that somebody joins: a short high tone, once.
  public static Clip beep() {
    return Clip.of(sound(Duration.ofMillis(200), LEVEL, 1_400));
  }

  /// The two tones of a key, for a far end that takes no telephone events.
  ///
  /// @param key one of `0123456789*#ABCD`
  public static Clip key(char key, Duration length) {
    var place = KEYPAD.indexOf(key);
    if (place < 0) throw new IllegalArgumentException("no key: " + key);
    return Clip.of(sound(length, KEY_LEVEL, ROWS[place / 4], COLUMNS[place % 4]));
  }

  private static Clip rhythm(Duration on, Duration off) {
    return Clip.of(List.of(Clip.of(sound(on, LEVEL, HERTZ)), Clip.silence(off)));
  }

  /// With edges of 5 ms, so that it does not click.
  private static short[] sound(Duration length, double level, double... hertz) {
    var samples = new short[(int) (length.toMillis() * MediaLimits.RATE / 1_000)];
    for (var i = 0; i < samples.length; i++) {
      var sum = 0.0;
      for (var tone : hertz) sum += Math.sin(2 * Math.PI * tone * i / MediaLimits.RATE);
      var edge = Math.min(1.0, Math.min(i, samples.length - 1 - i) / (double) EDGE);
      samples[i] = (short) Math.round(level * edge * sum);
    }
    return samples;
  }
}
