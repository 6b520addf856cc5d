package org.hiwar.voice.media.relay;

import java.util.Arrays;
import org.hiwar.voice.media.G711;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;

/// Takes the click out of a change of source: what was sent last is faded out while what comes is
/// faded in, over 5 ms.
///
/// What would have come is not known; the last samples played backwards begin where it stopped, and
/// go on smoothly. Not for several threads.
final class Splice {
  private static final int SAMPLES = 40;

  /// As it was sent, the newest last: made linear when it is needed, and not for every packet.
  private final byte[] tail = new byte[SAMPLES];

  private int tailType = Payloads.PCMU;

  Splice() {
    forget();
  }

  /// Keeps the end of what is sent in `packet`.
  void remember(byte[] packet, int type, int samples) {
    if (samples < SAMPLES) return;
    System.arraycopy(packet, Rtp.HEADER + samples - SAMPLES, tail, 0, SAMPLES);
    tailType = type;
  }

  /// Nothing was sent for a while, so there is nothing to fade out.
  void forget() {
    Arrays.fill(tail, G711.SILENT_MU);
    tailType = Payloads.PCMU;
  }

  /// Fades the beginning of `packet` in, over the end of what was sent before.
  void into(byte[] packet, int type, int samples) {
    if (samples < SAMPLES) return;
    for (var i = 0; i < SAMPLES; i++) {
      var at = Rtp.HEADER + i;
      var before = G711.linear(tailType, tail[SAMPLES - 1 - i]) * (SAMPLES - i);
      var after = G711.linear(type, packet[at]) * i;
      packet[at] = G711.octet(type, (before + after) / SAMPLES);
    }
  }
}
