package org.hiwar.voice.webrtc.rtcp;

import java.nio.ByteBuffer;

/// Counts what comes from one source, as
/// [RFC 3550 appendix A.3](https://www.rfc-editor.org/rfc/rfc3550#appendix-A.3) and A.8 do. Packets
/// are authentic and not repeated, so that one is enough to begin with.
final class ReceptionCounter {
  /// After a silence so long the time of travel is measured anew: a microphone was off.
  private static final long PAUSE_UNITS = MediaClock.HERTZ;

  private boolean begun;
  private int ssrc;
  private int firstSequence;
  private int highestSequence;
  private long cycles;
  private long received;
  private long expectedBefore;
  private long receivedBefore;
  private int lastTimestamp;
  private long lastArrival;
  private long transit;
  private double jitter;
  private double recentLoss;

  /// @param now nanoseconds of a monotonic clock
  synchronized void received(byte[] packet, long now) {
    var header = ByteBuffer.wrap(packet);
    int sequence = header.getShort(2) & 0xffff;
    if (!begun || header.getInt(8) != ssrc) begin(header.getInt(8), sequence);
    else follow(sequence);
    received++;
    time(header.getInt(4), MediaClock.units(now));
  }

  private void begin(int source, int sequence) {
    begun = true;
    ssrc = source;
    firstSequence = sequence;
    highestSequence = sequence;
    cycles = 0;
    received = 0;
    expectedBefore = 0;
    receivedBefore = 0;
    jitter = 0;
    lastArrival = Long.MIN_VALUE / 2;
  }

  private void follow(int sequence) {
    int step = sequence - highestSequence & 0xffff;
    if (step == 0 || step >= 0x8000) return;
    if (sequence < highestSequence) cycles += 0x10000;
    highestSequence = sequence;
  }

  /// Packets of one telephone event share a timestamp and say nothing about the network.
  private void time(int timestamp, long arrival) {
    if (timestamp == lastTimestamp) return;
    long travelled = (int) ((int) arrival - timestamp);
    boolean pausedBefore = arrival - lastArrival > PAUSE_UNITS;
    if (!pausedBefore) {
      long deviation = Math.abs((int) (travelled - transit));
      jitter += (deviation - jitter) / 16;
    }
    transit = travelled;
    lastTimestamp = timestamp;
    lastArrival = arrival;
  }

  synchronized boolean hasBegun() {
    return begun;
  }

  synchronized Reception reception() {
    return new Reception(lost(), recentLoss, MediaClock.ofUnits((long) jitter));
  }

  /// Writes a report block, except the last two fields, and begins the next interval
  /// ([RFC 3550 section 6.4.1](https://www.rfc-editor.org/rfc/rfc3550#section-6.4.1)).
  synchronized void report(ByteBuffer into) {
    long expectedLately = expected() - expectedBefore;
    long lostLately = Math.max(0, expectedLately - (received - receivedBefore));
    recentLoss = expectedLately <= 0 ? 0 : (double) lostLately / expectedLately;
    expectedBefore = expected();
    receivedBefore = received;
    long total = Math.clamp(lost(), -0x800000, 0x7fffff);
    into.putInt(ssrc);
    into.putInt((int) Math.min(255, recentLoss * 256) << 24 | (int) total & 0xffffff);
    into.putInt((int) (cycles + highestSequence));
    into.putInt((int) jitter);
  }

  private long expected() {
    return cycles + highestSequence - firstSequence + 1;
  }

  private long lost() {
    return begun ? expected() - received : 0;
  }
}
