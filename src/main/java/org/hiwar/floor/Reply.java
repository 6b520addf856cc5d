package org.hiwar.floor;

import org.hiwar.floor.core.Answer;

/// What becomes of a command.
public sealed interface Reply {
  /// Decided and durable.
  record Answered(Answer answer) implements Reply {}

  /// Not known whether it happened: ask again with the same idempotency key, or look.
  record Unavailable() implements Reply {}

  /// It cannot be stored or decided; nothing happened, and asking again is useless.
  record Failed() implements Reply {}

  /// The floor has too much to do; nothing happened.
  record Busy() implements Reply {}
}
