package org.hiwar.email.mime;

/// What came of reading a mail.
public sealed interface EmailReading {
  record Read(ReadEmail email) implements EmailReading {}

  /// It is beyond the limits, or no mail.
  ///
  /// @param code why, as the screens translate it
  /// @param detail what exactly, for experts
  record Unreadable(String code, String detail) implements EmailReading {}
}
