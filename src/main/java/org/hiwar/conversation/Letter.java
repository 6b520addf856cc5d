package org.hiwar.conversation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// Something in the mailbox of a writer, with whoever waits for the answer.
///
/// Either the writer takes it, or its sender's patience ends first and it is answered
/// *unavailable*: never both.
sealed interface Letter {
  Envelope envelope();

  record Send(NewMessage message, Envelope envelope) implements Letter {}

  record Receive(Inbound item, Envelope envelope) implements Letter {}

  /// `postedAt` in the nanoseconds of `System.nanoTime`.
  record Envelope(CompletableFuture<Sent> answer, long postedAt, AtomicBoolean taken) {
    static Envelope now() {
      return new Envelope(new CompletableFuture<>(), System.nanoTime(), new AtomicBoolean());
    }

    /// True for exactly one caller.
    boolean take() {
      return taken.compareAndSet(false, true);
    }
  }
}
