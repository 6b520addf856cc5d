package org.hiwar.sms;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.channel.Account;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.RawItem;
import org.hiwar.testing.TestDatabase;

/// An inbox in memory: each item once, in the order in which they came.
public final class KeptItems implements Inbox {
  private final Map<String, RawItem> items = new LinkedHashMap<>();
  private final AtomicInteger failures = new AtomicInteger();
  private CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

  /// The next `times` items are not stored.
  public void fail(int times) {
    failures.set(times);
  }

  /// Nothing is answered from now on until this is completed.
  public synchronized CompletableFuture<Void> hold() {
    gate = new CompletableFuture<>();
    return gate;
  }

  public synchronized List<RawItem> items() {
    return List.copyOf(items.values());
  }

  @Override
  public synchronized CompletableFuture<Kept> keep(
      Account account, String externalId, byte[] body) {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
      return CompletableFuture.failedFuture(new IllegalStateException("no database"));
    var item =
        new RawItem(TestDatabase.ids().next(), account.id(), externalId, body, Instant.EPOCH);
    var kept = items.putIfAbsent(externalId, item) == null ? Kept.STORED : Kept.KNOWN;
    return gate.thenApply(_ -> kept);
  }
}
