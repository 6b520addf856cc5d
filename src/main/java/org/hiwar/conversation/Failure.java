package org.hiwar.conversation;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What an error of the database says about the transaction in which it occurred.
enum Failure {
  /// The connection broke: the transaction may or may not have been committed.
  LOST,
  /// Rolled back for a reason that passes: a deadlock, a lock that was not had in time.
  PASSING,
  /// Rolled back because of what was in it, or what it met; it would be again.
  REFUSED,
  /// Rolled back because the database could not: a full disk, a cancelled statement.
  FAILED;

  static Failure of(Exception failure) {
    var error = error(failure);
    return error == null ? LOST : of(error);
  }

  /// What may be logged: the kind of error, and not its text, in which the database quotes what
  /// customers wrote.
  static String describe(Exception failure) {
    var error = error(failure);
    return error == null
        ? failure.getClass().getName()
        : error.getClass().getSimpleName() + " " + error.getSQLState();
  }

  private static @Nullable SQLException error(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof SQLException error) return error;
    return null;
  }

  private static Failure of(SQLException error) {
    var state = error.getSQLState();
    if (state == null || state.length() != 5) return LOST;
    return switch (state.substring(0, 2)) {
      case "08" -> LOST;
      case "40" -> PASSING;
      // data, constraints, limits, triggers, and what the database itself finds broken there
      case "21", "22", "23", "27", "44", "54", "P0", "XX" -> REFUSED;
      case "55" -> state.equals("55P03") ? PASSING : FAILED;
      case "57" -> state.startsWith("57P0") ? LOST : FAILED;
      default -> FAILED;
    };
  }
}
