package org.hiwar.voice.media.mix;

import java.util.Arrays;
import org.hiwar.voice.media.MediaLimits;

/// What is heard instead of a lost frame: the last one again, fading over 60 ms, every time played
/// the other way around, so that it goes on from where it stopped without a click.
final class Concealment {
  private static final int FRAME = MediaLimits.FRAME;
  private static final int REPEATS = 3;

  /// Samples over which what comes back is faded in.
  private static final int SPLICE = 40;

  private final short[] last = new short[FRAME];
  private int repeats = REPEATS;

  /// Fills `frame`; false when the fade has ended and it is silence.
  boolean fill(short[] frame) {
    if (repeats >= REPEATS) {
      Arrays.fill(frame, (short) 0);
      Arrays.fill(last, (short) 0);
      return false;
    }
    for (var i = 0; i < FRAME; i++) {
      var whole = REPEATS * FRAME;
      var left = whole - repeats * FRAME - i;
      var before = whole - repeats * FRAME;
      frame[i] = (short) (last[FRAME - 1 - i] * left / before);
    }
    repeats++;
    remember(frame);
    return true;
  }

  /// Joins a frame that came to what was heard before, and keeps it.
  void after(short[] frame) {
    if (repeats > 0)
      for (var i = 0; i < SPLICE; i++)
        frame[i] = (short) ((frame[i] * i + last[FRAME - 1 - i] * (SPLICE - i)) / SPLICE);
    repeats = 0;
    remember(frame);
  }

  void remember(short[] frame) {
    System.arraycopy(frame, 0, last, 0, FRAME);
  }
}
