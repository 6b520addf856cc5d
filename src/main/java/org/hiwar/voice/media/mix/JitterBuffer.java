package org.hiwar.voice.media.mix;

import java.util.Arrays;
import org.hiwar.voice.media.G711;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;

/// Evens out what one party sends: packets go in as they come, a frame goes out at every tick.
///
/// It holds back as little as the unevenness of the packets demands. When nothing is there in time
/// it conceals and waits, and so holds back more from then on; when for two seconds more was there
/// than needed, it leaves out a frame. Written by the thread that reads the leg, read by the ticks.
final class JitterBuffer {
  private static final int FRAME = MediaLimits.FRAME;

  /// A power of two, so that places follow from timestamps also where those go around.
  private static final int RING = 4_096;

  private static final int MOST =
      (int) (MediaLimits.HELD_BACK.toMillis() * MediaLimits.RATE / 1000);

  /// What is waited for before the first frame goes out.
  private static final int START = 2 * FRAME;

  /// What may always be left over after a read.
  private static final int ENOUGH = 2 * FRAME;

  /// Reads between two looks at what was left over: two seconds.
  private static final int WINDOW = 100;

  /// Reads without anything after which the party counts as silent, and begins anew.
  private static final int GIVEN_UP = 10;

  private final short[] ring = new short[RING];
  private final boolean[] there = new boolean[RING];
  private final Concealment concealment = new Concealment();
  private boolean running;
  private boolean filling;
  private int ssrc;
  private int readAt;
  private int newest;
  private int empties;
  private int least = Integer.MAX_VALUE;
  private int reads;

  synchronized void put(byte[] bytes, int offset, int length) {
    var type = Rtp.payloadType(bytes, offset);
    if (type != Payloads.PCMU && type != Payloads.PCMA) return;
    var samples = Rtp.payloadLength(bytes, offset, length);
    if (samples == 0 || samples > MediaLimits.PAYLOAD) return;
    var at = Rtp.timestamp(bytes, offset);
    if (!running || Rtp.ssrc(bytes, offset) != ssrc || Math.abs(at - readAt) > RING / 2)
      begin(Rtp.ssrc(bytes, offset), at);
    if (at - readAt < 0) return;
    var from = offset + Rtp.headerLength(bytes, offset);
    for (var i = 0; i < samples; i++) {
      ring[(at + i) & (RING - 1)] = G711.linear(type, bytes[from + i]);
      there[(at + i) & (RING - 1)] = true;
    }
    if (at + samples - newest > 0) newest = at + samples;
    if (newest - readAt > MOST) skipTo(newest - START);
  }

  /// Fills `frame` with the next 20 ms; false when it is silence.
  synchronized boolean read(short[] frame) {
    if (!running || stillFilling()) return concealment.fill(frame);
    if (newest - readAt < FRAME) return wait(frame);
    empties = 0;
    var sound = next(frame);
    if (hasTooMuch()) shorten(frame);
    return sound;
  }

  private void begin(int newSsrc, int at) {
    Arrays.fill(there, false);
    running = true;
    filling = true;
    ssrc = newSsrc;
    readAt = at;
    newest = at;
    empties = 0;
    watchAnew();
  }

  private boolean stillFilling() {
    if (newest - readAt >= START) filling = false;
    else if (filling && ++empties > GIVEN_UP) running = false;
    return filling;
  }

  private boolean wait(short[] frame) {
    if (++empties > GIVEN_UP) running = false;
    least = 0;
    return concealment.fill(frame);
  }

  /// A frame of which nothing came, while later ones did, is lost.
  private boolean next(short[] frame) {
    var any = take(frame);
    least = Math.min(least, newest - readAt);
    if (!any) return concealment.fill(frame);
    concealment.after(frame);
    return true;
  }

  private boolean take(short[] frame) {
    var any = false;
    for (var i = 0; i < FRAME; i++) {
      var place = (readAt + i) & (RING - 1);
      frame[i] = there[place] ? ring[place] : 0;
      any |= there[place];
      there[place] = false;
      ring[place] = 0;
    }
    readAt += FRAME;
    return any;
  }

  private boolean hasTooMuch() {
    if (++reads < WINDOW) return false;
    var tooMuch = least > ENOUGH && newest - readAt > ENOUGH;
    watchAnew();
    return tooMuch;
  }

  /// Two frames become one, the first fading into the second.
  private void shorten(short[] frame) {
    var second = new short[FRAME];
    if (!take(second)) return;
    for (var i = 0; i < FRAME; i++)
      frame[i] = (short) ((frame[i] * (FRAME - i) + second[i] * i) / FRAME);
    concealment.remember(frame);
  }

  private void skipTo(int place) {
    for (var i = readAt; place - i > 0; i++) there[i & (RING - 1)] = false;
    readAt = place;
    watchAnew();
  }

  private void watchAnew() {
    reads = 0;
    least = Integer.MAX_VALUE;
  }
}
