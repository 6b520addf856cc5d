package org.hiwar.channel;

import java.util.concurrent.CompletableFuture;

/// Where lines and webhooks put what came in.
public interface Inbox {
  /// Stores an item as it came. Done when it is in the database for good; only then may the
  /// provider be told that we have it. Done exceptionally: it is not stored, the provider must send
  /// it again.
  ///
  /// `externalId` is the provider's name for it, unique in the account: what comes twice is stored
  /// once. `body` has [ChannelLimits#ITEM_BYTES] at most.
  CompletableFuture<Kept> keep(Account account, String externalId, byte[] body);

  enum Kept {
    STORED,
    /// It was there before.
    KNOWN
  }
}
