package org.hiwar.voice.media.quality;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;

/// Hears whether anything can be heard: an ear of a line.
///
/// A microphone that works is never quite silent, also when nobody speaks; one that is muted at the
/// device gives zeros.
public final class Loudness implements PacketSink {
  /// Steps above zero, of 128, that are taken for silence.
  private static final int SILENT = 1;

  private final LongSupplier nanoTime;
  private volatile long heardAt;

  public Loudness(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.heardAt = nanoTime.getAsLong();
  }

  /// Whether nothing was heard for so long.
  public boolean isSilentFor(Duration time) {
    return nanoTime.getAsLong() - heardAt >= time.toNanos();
  }

  @Override
  public void packet(byte[] bytes, int offset, int length) {
    var type = Rtp.payloadType(bytes, offset);
    if (type != Payloads.PCMU && type != Payloads.PCMA) return;
    var from = offset + Rtp.headerLength(bytes, offset);
    var to = from + Rtp.payloadLength(bytes, offset, length);
    // The octets of both laws are steps from zero once their inverted bits are turned back.
    var inverted = type == Payloads.PCMU ? 0xFF : 0x55;
    for (var i = from; i < to; i++) {
      if (((bytes[i] ^ inverted) & 0x7F) > SILENT) {
        heardAt = nanoTime.getAsLong();
        return;
      }
    }
  }
}
