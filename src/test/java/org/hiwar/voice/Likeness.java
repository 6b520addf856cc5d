package org.hiwar.voice;

import org.hiwar.voice.media.sound.Clip;
import org.hiwar.voice.media.sound.HoldMusic;

/// Whether a clip is what was heard, sample by sample, wherever in the clip it began.
public final class Likeness {
  /// Composed once for all tests: it takes a second of a core.
  public static final Clip HOLD_MUSIC = HoldMusic.compose();

  private static final int FRAME = 160;

  private Likeness() {}

  /// The best correlation of what was heard with any frames of the clip: 1 is the same, 0 nothing
  /// in common.
  public static double of(short[] heard, Clip clip) {
    var played = clip.samples();
    var best = 0.0;
    for (var from = 0; from < played.length; from += FRAME)
      best = Math.max(best, correlation(heard, played, from));
    return best;
  }

  private static double correlation(short[] heard, short[] played, int from) {
    var common = 0.0;
    var power = 1.0;
    var other = 1.0;
    for (var i = 0; i < heard.length; i++) {
      double one = heard[i];
      double two = played[(from + i) % played.length];
      common += one * two;
      power += one * one;
      other += two * two;
    }
    return common / Math.sqrt(power * other);
  }
}
