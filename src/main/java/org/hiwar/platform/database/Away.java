package org.hiwar.platform.database;

import java.sql.SQLException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/// Tells a database that cannot now, or that was lost in the middle, from one that will not: the
/// same asked again may well be done, and may have been done already.
public final class Away {
  /// Beyond a limit of the database (class 54): what was asked for is at fault.
  private static final String LIMITS = "54";

  private Away() {}

  public static boolean caused(RuntimeException failure) {
    boolean away =
        failure instanceof TransactionException
            || failure instanceof TransientDataAccessException
            || failure instanceof RecoverableDataAccessException
            || failure instanceof DataAccessResourceFailureException;
    return away && !isBeyondLimits(failure);
  }

  private static boolean isBeyondLimits(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof SQLException error) {
        var state = error.getSQLState();
        return state != null && state.startsWith(LIMITS);
      }
    return false;
  }
}
