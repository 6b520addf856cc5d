package org.hiwar.bench.calls;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;

/// What one end of a call says: packets of 20 ms in µ-law whose payload tells when they were sent.
/// Both sides of a call agree on µ-law, so that nothing on the way has to change a payload.
final class Speech {
  /// Of a packet, with room for what SRTP appends.
  static final int ROOM = 256;

  private static final int FRAME = 160;
  private static final int LENGTH = Rtp.HEADER + FRAME;

  /// Behind the 40 samples that are faded in where a stream begins.
  private static final int AT = Rtp.HEADER + 80;

  private static final int MARK = 0x48_69_77_72;
  private static final int SILENT = 0xff;

  private final byte[] packet = new byte[ROOM];
  private final ByteBuffer view = ByteBuffer.wrap(packet);
  private int sequence;
  private int timestamp;

  Speech(int ssrc) {
    Arrays.fill(packet, Rtp.HEADER, LENGTH, (byte) SILENT);
    view.putInt(8, ssrc);
    view.putInt(AT, MARK);
  }

  /// The next packet is in [#packet]; its length.
  int next(long now) {
    sequence = (sequence + 1) & 0xffff;
    timestamp += FRAME;
    Rtp.write(packet, false, Payloads.PCMU, sequence, timestamp);
    view.putLong(AT + 4, now);
    return LENGTH;
  }

  /// What the packets are about, for whoever hears them; 0 is nothing.
  void about(long number) {
    view.putLong(AT + 12, number);
  }

  byte[] packet() {
    return packet;
  }

  /// When a packet was sent, in nanoseconds; 0 for one that is no speech of ours, such as music.
  static long sentAt(byte[] packet, int length) {
    if (length != LENGTH) return 0;
    var heard = ByteBuffer.wrap(packet);
    return heard.getInt(AT) == MARK ? heard.getLong(AT + 4) : 0;
  }

  /// Of a packet of which [#sentAt] knows the time.
  static long about(byte[] packet) {
    return ByteBuffer.wrap(packet).getLong(AT + 12);
  }
}
