package org.hiwar.campaign.preview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Columns that may be null.
final class SqlTime {
  /// Stands for null in an array of microseconds.
  static final long NONE = Long.MIN_VALUE;

  private SqlTime() {}

  static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static <T> @Nullable T id(ResultSet row, String column, LongFunction<T> id) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : id.apply(value);
  }

  static long micros(@Nullable Instant at) {
    return at == null ? NONE : at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }
}
