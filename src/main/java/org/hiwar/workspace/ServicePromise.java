package org.hiwar.workspace;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.hiwar.workspace.hours.CentreHours;
import org.jspecify.annotations.Nullable;

/// What customers of a service may count on: when it is open, and that `percent` of them are
/// answered `within` that time. `closed` is said to those who write by SMS or messenger when it is
/// not open; after `silence` what they began ends by itself (decision 17).
public record ServicePromise(
    CentreHours hours, Closed closed, Duration silence, int percent, Duration within) {

  /// In English and in Arabic; empty: nothing is said in this language.
  public record Closed(String english, String arabic) {
    public static final Closed NOTHING = new Closed("", "");

    /// Of those who write in `language` (a tag; null: unknown, then in both): empty where nothing
    /// is said. Who writes in another language than these two reads English.
    public String in(@Nullable String language) {
      if (language == null || english.isEmpty() || arabic.isEmpty())
        return (arabic + "\n" + english).strip();
      return language.equals("ar") ? arabic : english;
    }
  }

  /// Until an administrator says something else: always open, silent for a day, 80 per cent within
  /// 20 seconds.
  public static ServicePromise usual(ZoneId zone) {
    return new ServicePromise(
        CentreHours.always(zone), Closed.NOTHING, Duration.ofDays(1), 80, Duration.ofSeconds(20));
  }

  /// Of a service of which nothing is known.
  public static final ServicePromise NONE = usual(ZoneOffset.UTC);
}
