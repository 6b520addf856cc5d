package org.hiwar.voice.media.record;

import org.hiwar.voice.media.MediaLimits;

/// Says where the packets of one side belong, in samples from the start of the recording.
///
/// The first packet of a stream is placed when it came, and the others by their timestamps. The
/// clock of a far end runs a little faster or slower than ours: when for five seconds all packets
/// came too late, or one too early, the stream is placed anew, so that the two sides stay together
/// also after an hour. For the writer alone.
final class Track {
  private static final int RATE = MediaLimits.RATE;

  /// Packets between two looks at the drift: five seconds.
  private static final int WINDOW = 250;

  /// Drift that nobody hears.
  private static final int SMALL = RATE / 25;

  /// A timestamp that differs by more from the time it came is of another stream.
  private static final int JUMP = RATE;

  /// How long all packets of a stream must come as late before it is believed that its clock stood
  /// still. Before, they are held for a burst of what the network kept back, which may be of a
  /// pause and must not be taken for what is said now.
  private static final int STOOD_STILL = RATE;

  /// The place of a packet that is left out.
  static final long NOWHERE = Long.MIN_VALUE;

  private boolean begun;
  private int ssrc;
  private int timestamp;
  private long place;
  private long leastLate = Long.MAX_VALUE;
  private int packets;
  private long lateSince = NOWHERE;

  /// Where a packet begins that had come whole at `arrived`, or [#NOWHERE].
  long place(int fromSsrc, int at, int samples, long arrived) {
    var came = arrived - samples;
    var here = place + (at - timestamp);
    if (!begun || fromSsrc != ssrc || here - came > JUMP) {
      here = begin(fromSsrc, came);
    } else if (came - here > JUMP) {
      if (lateSince == NOWHERE) lateSince = arrived;
      if (arrived - lateSince < STOOD_STILL) return NOWHERE;
      here = begin(fromSsrc, came);
    }
    lateSince = NOWHERE;
    timestamp = at;
    place = here;
    leastLate = Math.min(leastLate, came - here);
    if (++packets >= WINDOW) correct();
    return here;
  }

  private long begin(int fromSsrc, long came) {
    begun = true;
    ssrc = fromSsrc;
    watchAnew();
    return came;
  }

  private void correct() {
    if (Math.abs(leastLate) > SMALL) place += leastLate;
    watchAnew();
  }

  private void watchAnew() {
    leastLate = Long.MAX_VALUE;
    packets = 0;
  }
}
