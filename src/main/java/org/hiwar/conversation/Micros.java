package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Instants as the database keeps them: to the microsecond.
final class Micros {
  /// Stands for *none* in columns that cannot hold null; no instant and no id is it.
  static final long NONE = Long.MIN_VALUE;

  private Micros() {}

  /// Now, cut so that what is remembered equals what is stored.
  static Instant now(Clock clock) {
    return cut(clock.instant());
  }

  static Instant cut(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  static long of(@Nullable Instant at) {
    return at == null ? NONE : ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  static OffsetDateTime parameter(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /// SQL that makes an instant of a column of microseconds, null for [#NONE].
  static String sql(String column) {
    return "timestamptz 'epoch' + nullif("
        + column
        + ", "
        + NONE_SQL
        + ") * interval '1 microsecond'";
  }

  static final String NONE_SQL = "(-9223372036854775808)";
}
