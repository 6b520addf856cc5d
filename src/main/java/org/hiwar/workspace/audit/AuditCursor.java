package org.hiwar.workspace.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A place in the audit log: behind the event of this time and id.
record AuditCursor(Instant at, long id) {

  /// As it travels to the browser and back: microseconds and id.
  String text() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
  }

  /// Empty for a text that is no cursor.
  static Optional<AuditCursor> parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) return Optional.empty();
    try {
      var at = Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS);
      return Optional.of(new AuditCursor(at, Long.parseLong(text.substring(dot + 1))));
    } catch (NumberFormatException | DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }
}
