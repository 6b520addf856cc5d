package org.hiwar.floor.shell;

import java.util.concurrent.CompletableFuture;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Command;

/// A command on its way. `key`: its idempotency key; empty: none. `sentAt`: of `System.nanoTime`.
record Envelope(Command command, String key, CompletableFuture<Reply> reply, long sentAt) {

  Envelope(Command command, String key) {
    this(command, key, new CompletableFuture<>(), System.nanoTime());
  }

  boolean open() {
    return !reply.isDone();
  }
}
