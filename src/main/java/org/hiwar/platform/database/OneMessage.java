package org.hiwar.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Sends several statements in one message to PostgreSQL, which runs them in one implicit
/// transaction and commits at the end of the message: nothing of it is visible unless all of it is,
/// and no lock outlives a client that stops between two statements. The connection must be in
/// auto-commit.
public final class OneMessage {
  private OneMessage() {}

  public static void execute(Connection db, List<SqlPart> parts) throws SQLException {
    try (var all =
        db.prepareStatement(parts.stream().map(SqlPart::sql).collect(Collectors.joining(";\n")))) {
      bind(all, parts);
      all.execute();
    }
  }

  /// One plan for each query, too: they look a few rows up by their keys, and to plan that for each
  /// value anew costs more than to do it.
  private static final String WORKSPACE =
      """
      select set_config('hiwar.workspace', ?, true), set_config('plan_cache_mode', 'force_generic_plan', true)\
      """;

  /// Carries out the statements in one message, in the name of the workspace.
  static void tell(Connection db, long workspace, List<SqlPart> parts) throws SQLException {
    var all = new ArrayList<SqlPart>(parts.size() + 1);
    all.add(inTheNameOf(workspace));
    all.addAll(parts);
    execute(db, all);
  }

  private static SqlPart inTheNameOf(long workspace) {
    return new SqlPart(WORKSPACE, List.of(Long.toString(workspace)));
  }

  /// Sends the queries in one message, in the name of the workspace, and hands out their rows.
  static void ask(Connection db, long workspace, List<Question> questions) throws SQLException {
    var parts = new ArrayList<SqlPart>(questions.size() + 1);
    parts.add(inTheNameOf(workspace));
    questions.forEach(question -> parts.add(question.query()));
    try (var all =
        db.prepareStatement(parts.stream().map(SqlPart::sql).collect(Collectors.joining(";\n")))) {
      bind(all, parts);
      all.execute();
      for (var question : questions) {
        if (!all.getMoreResults()) throw new SQLException("no answer to " + question.query().sql());
        try (var rows = all.getResultSet()) {
          while (rows.next()) question.row().take(rows);
        }
      }
    }
  }

  /// Binds the values of all parts, in order, to one statement made of them.
  public static void bind(PreparedStatement statement, List<SqlPart> parts) throws SQLException {
    var connection = statement.getConnection().unwrap(PGConnection.class);
    int at = 1;
    for (var part : parts) for (var value : part.values()) bind(statement, connection, at++, value);
  }

  private static void bind(PreparedStatement statement, PGConnection db, int at, Object value)
      throws SQLException {
    switch (value) {
      case Long number -> statement.setLong(at, number);
      case Integer number -> statement.setInt(at, number);
      case Boolean truth -> statement.setBoolean(at, truth);
      case String text -> statement.setString(at, text);
      case OffsetDateTime time -> statement.setObject(at, time);
      case UUID uuid -> statement.setObject(at, uuid);
      case byte[] bytes -> statement.setBytes(at, bytes);
      case long[] numbers -> statement.setArray(at, db.createArrayOf("int8", numbers));
      case int[] numbers -> statement.setArray(at, db.createArrayOf("int4", numbers));
      case boolean[] truths -> statement.setArray(at, db.createArrayOf("bool", truths));
      case String[] texts -> statement.setArray(at, db.createArrayOf("text", texts));
      case byte[][] many -> statement.setArray(at, db.createArrayOf("bytea", many));
      case UUID[] uuids -> statement.setArray(at, db.createArrayOf("uuid", uuids));
      default -> throw new IllegalArgumentException("no parameter can be a " + value.getClass());
    }
  }
}
