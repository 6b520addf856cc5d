package org.hiwar.workspace.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts what is limited: for each `Limit` and key a bucket of permits that fills again with time.
///
/// At most 100,000 keys of one limit are remembered; beyond, the one not asked for longest is
/// forgotten. To fill that with log-in names takes thousands of addresses, as each of them is
/// limited too.
@Component
public class RateLimits {
  private static final int MOST_KEYS = 100_000;

  private final Clock clock;
  private final Map<Limit, Buckets> all = new EnumMap<>(Limit.class);

  public RateLimits(Clock clock) {
    this.clock = clock;
    for (var limit : Limit.values()) all.put(limit, new Buckets(limit));
  }

  /// Takes a permit. Zero when there was one, else how long until there is.
  public Duration take(Limit limit, String key) {
    return of(limit).take(key, clock.millis());
  }

  /// Gives back what was taken for something that turned out not to count.
  public void giveBack(Limit limit, String key) {
    of(limit).giveBack(key, clock.millis());
  }

  private Buckets of(Limit limit) {
    var buckets = all.get(limit);
    if (buckets == null) throw new AssertionError(limit);
    return buckets;
  }

  /// `used` permits at the time `at`; they come back steadily.
  private record Bucket(double used, long at) {}

  private static final class Buckets {
    private final int most;
    private final double msPerPermit;
    private final LinkedHashMap<String, Bucket> byKey =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
          }
        };

    Buckets(Limit limit) {
      most = limit.most();
      msPerPermit = (double) limit.per().toMillis() / most;
    }

    synchronized Duration take(String key, long now) {
      double used = used(key, now);
      if (used + 1 > most)
        return Duration.ofMillis(Math.max(1, (long) Math.ceil((used + 1 - most) * msPerPermit)));
      byKey.put(key, new Bucket(used + 1, now));
      return Duration.ZERO;
    }

    synchronized void giveBack(String key, long now) {
      double used = used(key, now) - 1;
      if (used <= 0) byKey.remove(key);
      else byKey.put(key, new Bucket(used, now));
    }

    private double used(String key, long now) {
      var bucket = byKey.get(key);
      if (bucket == null) return 0;
      return Math.max(0, bucket.used() - Math.max(0, now - bucket.at()) / msPerPermit);
    }
  }
}
