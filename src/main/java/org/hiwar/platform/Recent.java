package org.hiwar.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What was read a moment ago, of things that are read much oftener than they change. Who changes
/// one in this process says so when that is committed; what another process changes is seen after
/// [#BELIEVED].
public final class Recent<K, V> {
  public static final Duration BELIEVED = Duration.ofSeconds(5);

  private final LongSupplier nanos;
  private final Map<K, Seen<V>> seen;
  private long forgotten;

  private record Seen<V>(V value, long at) {}

  /// @param most entries; beyond, those that were asked for longest ago are read again
  public Recent(int most, LongSupplier nanos) {
    this.nanos = nanos;
    seen =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Seen<V>> eldest) {
            return size() > most;
          }
        };
  }

  /// `read` is called without a lock; what changes while it reads is not remembered.
  public V get(K key, Supplier<V> read) {
    long before;
    synchronized (this) {
      var found = seen.get(key);
      if (found != null && nanos.getAsLong() - found.at < BELIEVED.toNanos()) return found.value;
      before = forgotten;
    }
    long at = nanos.getAsLong();
    var value = read.get();
    synchronized (this) {
      if (before == forgotten) seen.put(key, new Seen<>(value, at));
    }
    return value;
  }

  public synchronized void forget(K key) {
    forgotten++;
    seen.remove(key);
  }
}
