package org.hiwar.campaign;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Counts of so many records that counting takes a while: they are shown to all who look, and
/// counted anew only when twenty times as long has passed as counting took. What is counted quickly
/// is counted each time.
public final class RecentCounts<K, V> {
  /// Records from which on a count is remembered.
  public static final long MANY = 100_000;

  /// To count some millions takes longer than others wait for a connection.
  public static final Duration LONGEST = Duration.ofMinutes(1);

  private static final int SHARE = 20;
  private static final int MOST = 1_000;

  private final ToLongFunction<V> size;
  private final LongSupplier nanos;
  private final Map<K, Count<V>> counts = new ConcurrentHashMap<>();

  private record Count<V>(V value, long until) {}

  /// `size`: how many records a count is about. `nanos`: a clock that never goes back.
  public RecentCounts(ToLongFunction<V> size, LongSupplier nanos) {
    this.size = size;
    this.nanos = nanos;
  }

  /// As it was counted lately, or as it is counted now.
  public V of(K key, Supplier<V> counting) {
    var known = recent(key);
    return known == null ? count(key, counting) : known;
  }

  private synchronized V count(K key, Supplier<V> counting) {
    var meanwhile = recent(key);
    if (meanwhile != null) return meanwhile;
    long from = nanos.getAsLong();
    var counted = counting.get();
    long to = nanos.getAsLong();
    if (counts.size() >= MOST) counts.clear();
    if (size.applyAsLong(counted) >= MANY)
      counts.put(key, new Count<>(counted, to + SHARE * (to - from)));
    else counts.remove(key);
    return counted;
  }

  private @Nullable V recent(K key) {
    var count = counts.get(key);
    return count != null && nanos.getAsLong() - count.until() < 0 ? count.value() : null;
  }
}
