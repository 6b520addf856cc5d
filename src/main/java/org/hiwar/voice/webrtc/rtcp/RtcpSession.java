package org.hiwar.voice.webrtc.rtcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The reports of one leg. Packets and reports may come and go on different threads.
public final class RtcpSession {
  private static final int SENDER_REPORT = 200;
  private static final int RECEIVER_REPORT = 201;
  private static final int SOURCE_DESCRIPTION = 202;
  private static final byte CNAME = 1;
  private static final int VERSION = 2;
  private static final int SENDER_PART = 20;
  private static final int BLOCK = 24;
  private static final int HEADER = 8;

  private final int ssrc;
  private final byte[] cname;
  private final LongSupplier nanos;
  private final ReceptionCounter reception = new ReceptionCounter();
  private final SendingCounter sending = new SendingCounter();

  /// Of the latest report of the far end: the middle of its time, and when it came.
  private int farReport;

  private long farReportAt;
  private Optional<Reception> there = Optional.empty();
  private Optional<Duration> roundTrip = Optional.empty();

  /// @param ssrc of what we send
  /// @param nanos a monotonic clock
  public RtcpSession(int ssrc, String cname, LongSupplier nanos) {
    this.ssrc = ssrc;
    this.cname = cname.getBytes(StandardCharsets.UTF_8);
    this.nanos = nanos;
  }

  /// An RTP packet in the clear from the far end.
  public void received(byte[] packet) {
    reception.received(packet, nanos.getAsLong());
  }

  public void sent(byte[] packet, int length) {
    sending.sent(packet, length, nanos.getAsLong());
  }

  public synchronized Quality quality() {
    return new Quality(reception.reception(), there, roundTrip);
  }

  /// Writes a compound packet at the beginning of `into`: the report of a sender if something was
  /// sent since the last one, else that of a receiver; and our name.
  ///
  /// @return its length
  public synchronized int report(byte[] into) {
    var packet = ByteBuffer.wrap(into);
    long now = nanos.getAsLong();
    int blocks = reception.hasBegun() ? 1 : 0;
    boolean active = sending.isActive();
    int length = HEADER + (active ? SENDER_PART : 0) + BLOCK * blocks;
    header(packet, blocks, active ? SENDER_REPORT : RECEIVER_REPORT, length);
    if (active) sending.report(packet, now);
    if (blocks > 0) {
      reception.report(packet);
      packet.putInt(farReport);
      packet.putInt(farReport == 0 ? 0 : MediaClock.shortNtp(now - farReportAt));
    }
    describe(packet);
    return packet.position();
  }

  private void header(ByteBuffer packet, int count, int type, int length) {
    packet.put((byte) (VERSION << 6 | count)).put((byte) type);
    packet.putShort((short) (length / 4 - 1)).putInt(ssrc);
  }

  /// [RFC 3550 section 6.5.1](https://www.rfc-editor.org/rfc/rfc3550#section-6.5.1): one item, ended
  /// by one to four zeros.
  private void describe(ByteBuffer packet) {
    int items = 2 + cname.length;
    int padded = items + 4 - items % 4;
    header(packet, 1, SOURCE_DESCRIPTION, HEADER + padded);
    packet.put(CNAME).put((byte) cname.length).put(cname).put(new byte[padded - items]);
  }

  /// A compound packet in the clear from the far end.
  ///
  /// @return false when it is malformed
  public synchronized boolean reported(byte[] bytes, int length) {
    var compound = ByteBuffer.wrap(bytes, 0, length).slice();
    while (compound.hasRemaining()) {
      if (compound.remaining() < 4 || (compound.get(compound.position()) & 0xff) >>> 6 != VERSION)
        return false;
      int end = compound.position() + 4 + 4 * (compound.getShort(compound.position() + 2) & 0xffff);
      if (end > length) return false;
      if (!read(compound.slice(compound.position(), end - compound.position()))) return false;
      compound.position(end);
    }
    return length > 0;
  }

  private boolean read(ByteBuffer packet) {
    int type = packet.get(1) & 0xff;
    if (type != SENDER_REPORT && type != RECEIVER_REPORT) return true;
    int first = HEADER + (type == SENDER_REPORT ? SENDER_PART : 0);
    int blocks = packet.get(0) & 0x1f;
    if (packet.limit() < first + BLOCK * blocks) return false;
    if (type == SENDER_REPORT) {
      farReport = packet.getInt(HEADER + 2);
      farReportAt = nanos.getAsLong();
    }
    for (int i = 0; i < blocks; i++) readBlock(packet.slice(first + BLOCK * i, BLOCK));
    return true;
  }

  private void readBlock(ByteBuffer block) {
    if (block.getInt(0) != ssrc) return;
    double recent = (block.get(4) & 0xff) / 256.0;
    long lost = block.getInt(4) << 8 >> 8;
    long jitter = Integer.toUnsignedLong(block.getInt(12));
    there = Optional.of(new Reception(lost, recent, MediaClock.ofUnits(jitter)));
    int ours = block.getInt(16);
    if (ours == 0) return;
    int travelled = MediaClock.shortNtp(nanos.getAsLong()) - ours - block.getInt(20);
    if (travelled >= 0) roundTrip = Optional.of(MediaClock.ofShortNtp(travelled));
  }
}
