package org.hiwar.channel.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.hiwar.channel.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Counts what became of the requests at the door of webhooks. What was refused is said in the log,
/// once a minute at most, so that a wrong secret is noticed and a flood does not fill the disk.
@Component
public class WebhookCounts {
  static final Duration REPORT = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(WebhookCounts.class);
  private static final String UNKNOWN = "unknown accounts";

  private final Clock clock;
  private final Map<String, Count> all = new TreeMap<>();
  private Instant reported = Instant.EPOCH;
  private long unreported;

  /// Since the server began.
  ///
  /// @param taken answered with success
  /// @param refused not proved to be the provider's, or for nobody
  /// @param tooMany beyond the limit of the account
  /// @param failed answered so that the provider comes again, or not understood
  public record Count(long taken, long refused, long tooMany, long failed) {
    static final Count NONE = new Count(0, 0, 0, 0);
  }

  WebhookCounts(Clock clock) {
    this.clock = clock;
  }

  public synchronized Count of(Account account) {
    return all.getOrDefault(account.id().toString(), Count.NONE);
  }

  synchronized Count ofUnknown() {
    return all.getOrDefault(UNKNOWN, Count.NONE);
  }

  void answered(Account account, boolean success) {
    add(account.id().toString(), success ? new Count(1, 0, 0, 0) : new Count(0, 0, 0, 1));
  }

  void refused(Account account) {
    add(account.id().toString(), new Count(0, 1, 0, 0));
  }

  void tooMany(Account account) {
    add(account.id().toString(), new Count(0, 0, 1, 0));
  }

  void unknown() {
    add(UNKNOWN, new Count(0, 1, 0, 0));
  }

  private synchronized void add(String to, Count more) {
    var now =
        all.merge(
            to,
            more,
            (a, b) ->
                new Count(
                    a.taken + b.taken,
                    a.refused + b.refused,
                    a.tooMany + b.tooMany,
                    a.failed + b.failed));
    if (more.taken == 1) return;
    unreported++;
    if (clock.instant().isBefore(reported.plus(REPORT))) return;
    LOG.warn("{} webhooks were not taken; lately of {}: {}", unreported, to, now);
    reported = clock.instant();
    unreported = 0;
  }
}
