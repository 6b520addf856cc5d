package org.hiwar.kill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.hiwar.platform.database.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stands in the database of an installation, of its demonstration.
final class Rows {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  /// As long as a server may take to start.
  private static final Duration START = Duration.ofMinutes(3);

  private final Installation hiwar;

  Rows(Installation hiwar) {
    this.hiwar = hiwar;
  }

  interface Question<T> {
    T of(JdbcClient db, long workspace);
  }

  /// One transaction, when the database can be reached: a machine that is busy with everything that
  /// is started again lets nobody in within two seconds. What the database refuses fails at once.
  <T> T ask(Question<T> question) {
    return Awaitility.await()
        .ignoreExceptionsMatching(e -> !isRefused(e))
        .atMost(PATIENCE)
        .until(
            () -> {
              var database = new Database(hiwar.database().limited(PATIENCE));
              long workspace =
                  database.inDirectory(
                      db ->
                          db.sql("select id from workspace where slug = 'demo'")
                              .query(Long.class)
                              .single());
              return database.in(workspace, db -> question.of(db, workspace));
            },
            Objects::nonNull);
  }

  private static boolean isRefused(Throwable e) {
    return e instanceof NonTransientDataAccessException
        && !(e instanceof DataAccessResourceFailureException);
  }

  /// @param what a table, with a condition
  long count(String what) {
    return ask(
        (db, workspace) ->
            db.sql("select count(*) from " + what + " and workspace = ?")
                .param(workspace)
                .query(Long.class)
                .single());
  }

  /// Rows that nobody else can change until this is closed, or their database is gone.
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /// Waits until there are some, and until the database can be reached.
  ///
  /// @param what a table, with a condition
  Held hold(String what) {
    return Awaitility.await()
        .ignoreExceptions()
        .pollInterval(Duration.ofMillis(20))
        .atMost(START)
        .until(() -> tryToHold(what), Objects::nonNull);
  }

  private @Nullable Held tryToHold(String what) throws IOException, SQLException {
    long workspace = ask((_, demo) -> demo);
    var connection = hiwar.database().limited(PATIENCE).getConnection();
    boolean found = false;
    try {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("set local hiwar.workspace = '" + workspace + "'");
        found = statement.executeQuery("select from " + what + " for update").next();
      }
      return found ? () -> letGo(connection) : null;
    } finally {
      if (!found) letGo(connection);
    }
  }

  private static void letGo(Connection connection) {
    try {
      connection.close();
    } catch (SQLException _) {
      // the database is gone, and what was held with it
    }
  }
}
