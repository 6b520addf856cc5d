package org.hiwar.messenger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hiwar.channel.Account;
import org.hiwar.channel.Inbox;

/// Keeps in memory, or refuses to.
public final class TestInbox implements Inbox {
  private final Map<String, byte[]> kept = new LinkedHashMap<>();
  private boolean broken;

  public TestInbox broken() {
    broken = true;
    return this;
  }

  @Override
  public CompletableFuture<Kept> keep(Account account, String externalId, byte[] body) {
    if (broken) return CompletableFuture.failedFuture(new IllegalStateException("no database"));
    return CompletableFuture.completedFuture(
        kept.putIfAbsent(externalId, body) == null ? Kept.STORED : Kept.KNOWN);
  }

  /// The names of what is there, in the order in which it came.
  public List<String> names() {
    return new ArrayList<>(kept.keySet());
  }

  public byte[] body(String name) {
    return kept.getOrDefault(name, new byte[0]);
  }
}
