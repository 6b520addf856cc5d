package org.hiwar.voice.media.keys;

import org.hiwar.voice.media.MediaLeg;
import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;

/// Hears the keys that are pressed at a far end, each once: an ear of a line.
///
/// A key is a dozen packets with one timestamp, any of which may be lost; the first that comes
/// tells. A key held for longer than a duration can say goes on in the next event, which begins
/// where the last one ended (RFC 4733 section 2.5.1.3), and is still one key.
public final class KeyEar implements PacketSink {
  private static final int BYTES = 4;
  private static final int LONGEST = 0xFFFF;

  private final MediaLeg leg;
  private final KeyListener listener;
  private boolean any;
  private int ssrc;
  private int timestamp;
  private int duration;
  private int code;

  /// Told on the thread that reads the leg; must not block.
  @FunctionalInterface
  public interface KeyListener {
    /// A key was pressed, one of `0123456789*#ABCD`.
    void pressed(char key);
  }

  public KeyEar(MediaLeg leg, KeyListener listener) {
    this.leg = leg;
    this.listener = listener;
  }

  @Override
  public void packet(byte[] bytes, int offset, int length) {
    var type = leg.payloads().telephoneEvent();
    if (type == Payloads.NONE || Rtp.payloadType(bytes, offset) != type) return;
    if (Rtp.payloadLength(bytes, offset, length) < BYTES) return;
    var from = offset + Rtp.headerLength(bytes, offset);
    var event = bytes[from] & 0xFF;
    if (!Keys.isCode(event)) return;
    var goesOnFor = ((bytes[from + 2] & 0xFF) << 8) | (bytes[from + 3] & 0xFF);
    heard(event, Rtp.ssrc(bytes, offset), Rtp.timestamp(bytes, offset), goesOnFor);
  }

  private void heard(int event, int fromSsrc, int at, int goesOnFor) {
    var sameStream = any && fromSsrc == ssrc;
    var sameEvent = sameStream && at == timestamp;
    if (sameStream && at - timestamp < 0) return;
    var goesOn = sameStream && event == code && duration == LONGEST && at - timestamp == LONGEST;
    any = true;
    ssrc = fromSsrc;
    timestamp = at;
    duration = sameEvent ? Math.max(duration, goesOnFor) : goesOnFor;
    code = event;
    if (!sameEvent && !goesOn) listener.pressed(Keys.key(event));
  }
}
