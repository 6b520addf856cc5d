package org.hiwar.voice.media.rtp;

import org.hiwar.voice.media.MediaLimits;

/// What is counted of a stream that is received, as
/// [RFC 3550](https://www.rfc-editor.org/rfc/rfc3550) says in sections 6.4.1 and A.1, A.3, A.8:
/// packets expected and lost, and jitter. For one thread.
public final class Reception {
  private static final long NANOS_PER_SAMPLE = 1_000_000_000 / MediaLimits.RATE;

  private boolean started;
  private int ssrc;
  private int first;
  private int highest;
  private int cycles;
  private long received;
  private long receivedBefore;
  private long expectedBefore;
  private int transit;
  private int lastTimestamp;

  /// In sixteenths of a sample, as in the RFC.
  private long jitter;

  /// Counts a packet of the accepted source. Another synchronisation source begins anew.
  public void packet(int ssrc, int sequence, int timestamp, long nanos) {
    if (!started || ssrc != this.ssrc) begin(ssrc, sequence);
    var step = (sequence - highest) & 0xFFFF;
    if (step < MediaLimits.DROPOUT) {
      if (sequence < highest) cycles++;
      highest = sequence;
    } else if (step < 0x1_0000 - MediaLimits.DROPOUT) {
      begin(ssrc, sequence);
    }
    received++;
    jitter(timestamp, nanos);
  }

  public boolean hasStarted() {
    return started;
  }

  public int ssrc() {
    return ssrc;
  }

  public long received() {
    return received;
  }

  /// Packets that should have come by now.
  public long expected() {
    return started ? extendedHighest() - first + 1 : 0;
  }

  /// Below zero when packets came twice.
  public long lost() {
    return expected() - received;
  }

  public long jitterSamples() {
    return jitter >> 4;
  }

  /// The highest sequence number, with how often it went around.
  long extendedHighest() {
    return ((long) cycles << 16) + highest;
  }

  /// What was lost since the last call, in 256ths; the next interval begins.
  int fractionLost() {
    var expectedNow = expected() - expectedBefore;
    var lostNow = expectedNow - (received - receivedBefore);
    expectedBefore = expected();
    receivedBefore = received;
    if (expectedNow <= 0 || lostNow <= 0) return 0;
    return (int) Math.min(255, (lostNow << 8) / expectedNow);
  }

  private void begin(int newSsrc, int sequence) {
    started = true;
    ssrc = newSsrc;
    first = sequence;
    highest = sequence;
    cycles = 0;
    received = 0;
    receivedBefore = 0;
    expectedBefore = 0;
    jitter = 0;
    transit = 0;
  }

  /// Packets of one key share a timestamp and say nothing about the network.
  private void jitter(int timestamp, long nanos) {
    if (received > 1 && timestamp == lastTimestamp) return;
    lastTimestamp = timestamp;
    var now = (int) (nanos / NANOS_PER_SAMPLE) - timestamp;
    if (received > 1) {
      var difference = Math.abs(now - transit);
      if (difference < MediaLimits.TIMESTAMP_JUMP) jitter += difference - ((jitter + 8) >> 4);
    }
    transit = now;
  }
}
