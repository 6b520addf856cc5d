package org.hiwar.contact;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A place in the list of contacts: after the one with this last activity and id.
public record ContactCursor(Instant at, ContactId contact) {

  /// As it travels to the browser and back: microseconds and id.
  public String text() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + contact.value();
  }

  /// Empty for a text that is no cursor.
  public static Optional<ContactCursor> parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) return Optional.empty();
    try {
      var at = Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS);
      return Optional.of(
          new ContactCursor(at, new ContactId(Long.parseLong(text.substring(dot + 1)))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
