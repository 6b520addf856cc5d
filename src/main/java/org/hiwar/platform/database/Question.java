package org.hiwar.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/// One query of [Database#ask], and what becomes of each of its rows.
public record Question(SqlPart query, Row row) {
  /// Takes the row at which `row` stands, and does not move it.
  @FunctionalInterface
  public interface Row {
    void take(ResultSet row) throws SQLException;
  }
}
