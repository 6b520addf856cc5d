package org.hiwar.email;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.channel.Account;
import org.hiwar.channel.Inbox;

/// An inbox that remembers, and fails as often as it is told.
final class KeptMails implements Inbox {
  final ConcurrentLinkedQueue<String> ids = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<String> bodies = new ConcurrentLinkedQueue<>();
  final AtomicInteger failures = new AtomicInteger();

  @Override
  public CompletableFuture<Inbox.Kept> keep(Account account, String externalId, byte[] body) {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
      return CompletableFuture.failedFuture(new IllegalStateException("no database"));
    if (ids.contains(externalId)) return CompletableFuture.completedFuture(Inbox.Kept.KNOWN);
    ids.add(externalId);
    bodies.add(new String(body, StandardCharsets.UTF_8));
    return CompletableFuture.completedFuture(Inbox.Kept.STORED);
  }

  long count(String words) {
    return bodies.stream().filter(body -> body.contains(words)).count();
  }
}
