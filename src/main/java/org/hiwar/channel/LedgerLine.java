package org.hiwar.channel;

import java.time.Instant;
import java.util.Map;

/// What came in on one account in one minute, and what became of it. Counted in items: one is what
/// a provider handed over at once. What was stored and what became messages is counted from
/// different tables, so that something lost between the two shows.
///
/// @param accepted stored, which the provider was told
/// @param waiting not read yet
/// @param news told what became of something that we sent
/// @param nothing understood, and nothing follows from it; by reason
/// @param aside set aside; by reason
/// @param shown messages that an agent has accepted, or was just given
/// @param queued messages for which an agent is still wanted
/// @param missed messages of customers who left before an agent came
public record LedgerLine(
    AccountId account,
    Instant minute,
    long accepted,
    long waiting,
    long news,
    Map<String, Long> nothing,
    Map<String, Long> aside,
    long shown,
    long queued,
    long missed) {

  public LedgerLine {
    nothing = Map.copyOf(nothing);
    aside = Map.copyOf(aside);
  }

  /// Items of which nobody knows what became of them; 0 when the minute balances.
  public long missing() {
    return accepted - waiting - news - sum(nothing) - sum(aside) - shown - queued - missed;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
