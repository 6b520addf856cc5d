package org.hiwar.bench.calls;

/// How long packets of one direction were on their way, of those sent within a window of time.
final class DelayMeter {
  /// Later than a packet may be: the next one is due.
  private static final long LATE = 20_000_000;

  private static final int BUCKET = 10_000;
  private final int[] histogram = new int[50_000];
  private long from = Long.MAX_VALUE;
  private long to = Long.MAX_VALUE;
  private long sent;
  private long heard;
  private long late;

  synchronized void begin(long now) {
    java.util.Arrays.fill(histogram, 0);
    sent = 0;
    heard = 0;
    late = 0;
    to = Long.MAX_VALUE;
    from = now;
  }

  synchronized void end(long now) {
    to = now;
  }

  synchronized void sent(long at) {
    if (at >= from && at < to) sent++;
  }

  synchronized void heard(long sentAt, long now) {
    if (sentAt < from || sentAt >= to) return;
    heard++;
    long delay = now - sentAt;
    if (delay > LATE) late++;
    histogram[(int) Math.clamp(delay / BUCKET, 0, histogram.length - 1L)]++;
  }

  synchronized long lost() {
    return sent - heard;
  }

  synchronized long heard() {
    return heard;
  }

  /// Frames that came more than 20 ms after they were sent.
  synchronized long late() {
    return late;
  }

  /// In milliseconds; `share` between 0 and 1.
  synchronized double percentileMs(double share) {
    long wanted = (long) (share * heard);
    long passed = 0;
    for (int i = 0; i < histogram.length; i++) {
      passed += histogram[i];
      if (passed > wanted) return i * (double) BUCKET / 1e6;
    }
    return histogram.length * (double) BUCKET / 1e6;
  }
}
