package org.hiwar.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A place in the list of activities: after the one that arrived then and has this id.
public record ActivityCursor(Instant at, InteractionId interaction) {

  static ActivityCursor of(Interaction interaction) {
    return new ActivityCursor(interaction.arrivedAt(), interaction.id());
  }

  /// As it travels to the browser and back: microseconds and id.
  public String text() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + interaction.value();
  }

  /// Empty for a text that is no cursor.
  public static Optional<ActivityCursor> parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) return Optional.empty();
    try {
      var at = Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS);
      return Optional.of(
          new ActivityCursor(at, new InteractionId(Long.parseLong(text.substring(dot + 1)))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
