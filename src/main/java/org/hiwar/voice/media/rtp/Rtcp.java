package org.hiwar.voice.media.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads and writes the compound packets of RTCP
/// ([RFC 3550](https://www.rfc-editor.org/rfc/rfc3550) section 6): a sender or receiver report, and
/// the canonical name that has to follow it.
public final class Rtcp {
  private static final int SENDER_REPORT = 200;
  private static final int RECEIVER_REPORT = 201;
  private static final int SOURCE_DESCRIPTION = 202;
  private static final int CNAME = 1;
  private static final int BLOCK = 24;

  private Rtcp() {}

  /// What one end says about its own stream.
  ///
  /// @param ntp 64 bits of NTP time; of whichever clock, since only differences are used
  /// @param timestamp the RTP timestamp of the same moment
  public record SenderFacts(long ntp, int timestamp, int packets, int octets) {
    /// What a report block repeats.
    int middle() {
      return (int) (ntp >>> 16);
    }
  }

  /// What a compound packet says.
  ///
  /// @param sender of the stream that comes from there; null in a receiver report
  /// @param aboutUs null when the far end has not received us yet
  public record Report(int ssrc, @Nullable SenderFacts sender, @Nullable ReportBlock aboutUs) {}

  /// Writes a report from the position of `into` on. Without facts of a sender, since nothing was
  /// sent after the last one, it is a receiver report.
  ///
  /// @param block null when nothing was received
  public static void write(
      ByteBuffer into, String cname, Report report, @Nullable ReportBlock block) {
    var start = into.position();
    var sender = report.sender();
    into.put((byte) (0x80 | (block == null ? 0 : 1)));
    into.put((byte) (sender == null ? RECEIVER_REPORT : SENDER_REPORT)).putShort((short) 0);
    into.putInt(report.ssrc());
    if (sender != null) {
      into.putLong(sender.ntp()).putInt(sender.timestamp());
      into.putInt(sender.packets()).putInt(sender.octets());
    }
    if (block != null) write(into, block);
    into.putShort(start + 2, words(into, start));
    writeName(into, report.ssrc(), cname);
  }

  /// Reads what came; null when it is no compound packet with true lengths, or carries no report.
  public static @Nullable Report read(byte[] bytes, int length, int ourSsrc) {
    if (!isWellFormed(bytes, length)) return null;
    var packet = ByteBuffer.wrap(bytes, 0, length);
    Report report = null;
    while (packet.hasRemaining()) {
      var end = packet.position() + 4 + 4 * Short.toUnsignedInt(packet.getShort(at(packet, 2)));
      var body = packet.slice(packet.position(), end - packet.position());
      if (report == null) report = report(body, ourSsrc);
      packet.position(end);
    }
    return report;
  }

  private static int at(ByteBuffer buffer, int offset) {
    return buffer.position() + offset;
  }

  /// Section A.2: the first is a report, all are of version 2, the lengths add up.
  private static boolean isWellFormed(byte[] bytes, int length) {
    var at = 0;
    while (at < length) {
      if (length - at < 8 || (bytes[at] & 0xC0) != 0x80) return false;
      var type = bytes[at + 1] & 0xFF;
      if (at == 0 && type != SENDER_REPORT && type != RECEIVER_REPORT) return false;
      at += 4 + 4 * (((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF));
    }
    return at == length && length > 0;
  }

  private static @Nullable Report report(ByteBuffer body, int ourSsrc) {
    var type = body.get(1) & 0xFF;
    if (type != SENDER_REPORT && type != RECEIVER_REPORT) return null;
    var blocks = body.get(0) & 0x1F;
    var first = type == SENDER_REPORT ? 28 : 8;
    if (body.limit() < first + blocks * BLOCK) return null;
    var sender =
        type == SENDER_REPORT
            ? new SenderFacts(body.getLong(8), body.getInt(16), body.getInt(20), body.getInt(24))
            : null;
    return new Report(body.getInt(4), sender, aboutUs(body, first, blocks, ourSsrc));
  }

  private static @Nullable ReportBlock aboutUs(ByteBuffer body, int first, int blocks, int ssrc) {
    for (var at = first; at < first + blocks * BLOCK; at += BLOCK)
      if (body.getInt(at) == ssrc) return block(body, at);
    return null;
  }

  private static ReportBlock block(ByteBuffer body, int at) {
    var losses = body.getInt(at + 4);
    return new ReportBlock(
        body.getInt(at),
        losses >>> 24,
        losses << 8 >> 8,
        body.getInt(at + 8),
        Integer.toUnsignedLong(body.getInt(at + 12)),
        body.getInt(at + 16),
        body.getInt(at + 20));
  }

  private static void write(ByteBuffer into, ReportBlock block) {
    var lost = Math.clamp(block.lost(), -0x80_0000, 0x7F_FFFF) & 0xFF_FFFF;
    into.putInt(block.ssrc()).putInt((block.fractionLost() << 24) | lost).putInt(block.highest());
    into.putInt((int) block.jitter()).putInt(block.lastReport()).putInt(block.delay());
  }

  /// Section 6.5: items end with a zero octet, and chunks at a word.
  private static void writeName(ByteBuffer into, int ssrc, String cname) {
    var start = into.position();
    var name = cname.getBytes(StandardCharsets.US_ASCII);
    into.put((byte) 0x81).put((byte) SOURCE_DESCRIPTION).putShort((short) 0).putInt(ssrc);
    into.put((byte) CNAME).put((byte) name.length).put(name).put((byte) 0);
    while ((into.position() - start) % 4 != 0) into.put((byte) 0);
    into.putShort(start + 2, words(into, start));
  }

  private static short words(ByteBuffer into, int start) {
    return (short) ((into.position() - start) / 4 - 1);
  }
}
