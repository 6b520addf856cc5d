package org.hiwar.contact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place in a list of contacts: after the one with this last activity and id, of those who come
/// as near to what is looked for. `nearness` is 0 for the nearest, and where nothing is looked for.
public record ContactCursor(int nearness, Instant at, ContactId contact) {
  private static final Pattern TEXT = Pattern.compile("([0-9])\\.(-?[0-9]{1,18})\\.([0-9]{1,18})");

  /// As it travels to the browser and back: nearness, microseconds and id.
  public String text() {
    return nearness + "." + ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + contact.value();
  }

  /// Empty for a text that is no cursor.
  public static Optional<ContactCursor> parse(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) return Optional.empty();
    try {
      var at = Instant.EPOCH.plus(Long.parseLong(parts.group(2)), ChronoUnit.MICROS);
      var contact = new ContactId(Long.parseLong(parts.group(3)));
      return Optional.of(new ContactCursor(Integer.parseInt(parts.group(1)), at, contact));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
