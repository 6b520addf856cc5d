package org.hiwar.voice.sip.jain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// So many a second for each of a bounded number of sources, with twice as many at once. When there
/// are more sources than are kept, the one that has been quiet for longest is forgotten.
final class Rate<K> {
  private static final int SOURCES = 10_000;
  private static final double NANOS = 1e9;

  private final int perSecond;
  private final LongSupplier nanoTime;
  private final Map<K, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  Rate(int perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
  }

  synchronized boolean allows(K source) {
    long now = nanoTime.getAsLong();
    var before = buckets.get(source);
    double left =
        before == null
            ? 2.0 * perSecond
            : Math.min(2.0 * perSecond, before.left + (now - before.at) / NANOS * perSecond);
    boolean allowed = left >= 1;
    buckets.put(source, new Bucket(allowed ? left - 1 : left, now));
    if (buckets.size() > SOURCES) {
      var quietest = buckets.keySet().iterator();
      quietest.next();
      quietest.remove();
    }
    return allowed;
  }

  private record Bucket(double left, long at) {}
}
