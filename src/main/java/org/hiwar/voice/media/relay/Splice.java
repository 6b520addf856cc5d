package org.hiwar.voice.media.relay;

import java.util.Arrays;
import org.hiwar.voice.media.G711;
import org.hiwar.voice.media.Rtp;

/// Takes the click out of a change of source: what was sent last is faded out while what comes is
/// faded in, over 5 ms.
///
/// What would have come is not known; the last samples played backwards begin where it stopped, and
/// go on smoothly. Not for several threads.
final class Splice {
  private static final int SAMPLES = 40;

  /// Linear, the newest last.
  private final short[] tail = new short[SAMPLES];

  /// Keeps the end of what is sent in `packet`.
  void remember(byte[] packet, int type, int samples) {
    if (samples < SAMPLES) return;
    var from = Rtp.HEADER + samples - SAMPLES;
    for (var i = 0; i < SAMPLES; i++) tail[i] = G711.linear(type, packet[from + i]);
  }

  /// Nothing was sent for a while, so there is nothing to fade out.
  void forget() {
    Arrays.fill(tail, (short) 0);
  }

  /// Fades the beginning of `packet` in, over the end of what was sent before.
  void into(byte[] packet, int type, int samples) {
    if (samples < SAMPLES) return;
    for (var i = 0; i < SAMPLES; i++) {
      var at = Rtp.HEADER + i;
      var before = tail[SAMPLES - 1 - i] * (SAMPLES - i);
      var after = G711.linear(type, packet[at]) * i;
      packet[at] = G711.octet(type, (before + after) / SAMPLES);
    }
  }
}
