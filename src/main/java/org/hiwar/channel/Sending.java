package org.hiwar.channel;

import java.time.Duration;

/// What came of sending a message once.
public sealed interface Sending {
  /// The provider has it.
  ///
  /// @param externalId its name for the message, by which receipts come; empty: none come
  record Taken(String externalId) implements Sending {}

  /// It will never go out like this.
  ///
  /// @param code why, as the screens translate it
  /// @param detail what the other side said, for experts
  record Refused(String code, String detail) implements Sending {}

  /// Not now; it will be tried again.
  ///
  /// @param after the earliest moment that makes sense; zero: as the outbox thinks
  record Later(String code, String detail, Duration after) implements Sending {}
}
