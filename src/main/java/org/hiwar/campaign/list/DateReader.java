package org.hiwar.campaign.list;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hiwar.contact.ArabicText;
import org.jspecify.annotations.Nullable;

/// Reads dates as tables have them: 2026-03-04, 04/03/2026, 4.3.2026, with or without a time, and
/// whatever ISO 8601 writes with an offset. A day that no calendar has (30 February) is none.
final class DateReader {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ]+(.+))?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?:[T ,]+(.+))?");
  private static final Pattern TIME =
      Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)? ?(AM|PM|am|pm|ص|م)?");
  private static final int HOURS_OF_HALF = 12;

  private DateReader() {}

  /// In `zone` where the text says no offset; a date without a time begins with its day.
  static Optional<ZonedDateTime> read(String typed, DateOrder order, ZoneId zone) {
    var text =
        ArabicText.digitsToAscii(typed).replaceAll("[\\p{Cf}]", "").replace('\u00a0', ' ').strip();
    try {
      var yearFirst = YEAR_FIRST.matcher(text);
      if (yearFirst.matches()) {
        if (hasOffset(yearFirst.group(4)))
          return Optional.of(OffsetDateTime.parse(text.replaceFirst(" +", "T")).toZonedDateTime());
        return at(date(yearFirst, 1, 2, 3), yearFirst.group(4), zone);
      }
      var yearLast = YEAR_LAST.matcher(text);
      if (!yearLast.matches()) return Optional.empty();
      return switch (order) {
        case DAY_FIRST -> at(date(yearLast, 3, 2, 1), yearLast.group(4), zone);
        case MONTH_FIRST -> at(date(yearLast, 3, 1, 2), yearLast.group(4), zone);
      };
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static boolean hasOffset(@Nullable String time) {
    return time != null && time.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})");
  }

  private static LocalDate date(Matcher found, int year, int month, int day) {
    return LocalDate.of(number(found, year), number(found, month), number(found, day));
  }

  private static Optional<ZonedDateTime> at(LocalDate date, @Nullable String time, ZoneId zone) {
    if (time == null) return Optional.of(date.atStartOfDay(zone));
    var found = TIME.matcher(time.strip());
    if (!found.matches()) return Optional.empty();
    int second = found.group(3) == null ? 0 : number(found, 3);
    int hour = hour(number(found, 1), found.group(4));
    return Optional.of(date.atTime(LocalTime.of(hour, number(found, 2), second)).atZone(zone));
  }

  /// 12 AM is midnight.
  private static int hour(int written, @Nullable String half) {
    if (half == null) return written;
    if (written < 1 || written > HOURS_OF_HALF) throw new DateTimeException("no such hour");
    boolean afternoon = half.equalsIgnoreCase("PM") || half.equals("م");
    return written % HOURS_OF_HALF + (afternoon ? HOURS_OF_HALF : 0);
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
