package org.hiwar.app.web;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// What nobody expected: counted, logged under an id that the asker is told, and never explained to
/// him further.
@Component
public class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  /// SQLSTATE of a statement that was stopped (PostgreSQL, appendix A, class 57).
  private static final String QUERY_CANCELED = "57014";

  private final AtomicLong count = new AtomicLong();

  /// Since the start.
  public long count() {
    return count.get();
  }

  /// The database being away, or having given up a statement, is told apart: the asker may try
  /// again, or ask for less.
  public Refusal refusal(Throwable failure, String doing) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) return refusal;
      if (wasStopped(cause)) return stopped(doing);
      if (isAbsence(cause)) return absent(cause, doing);
    }
    count.incrementAndGet();
    var id = UUID.randomUUID().toString();
    LOG.error("Failure {} in {}", id, doing, failure);
    return new Refusal(
        500,
        "failed",
        "Something went wrong on the server. If it happens again, tell your administrator this"
            + " number: "
            + id,
        Map.of("failure", id));
  }

  /// The database stops a statement whose time is up (`DatabaseAccess`), or a person who
  /// administers it does. Whatever Spring makes of that lies around it and says *away*; so it is
  /// looked for first, below.
  private static boolean wasStopped(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof SQLException sql && QUERY_CANCELED.equals(sql.getSQLState()))
        return true;
    return false;
  }

  private static Refusal stopped(String doing) {
    LOG.warn("Stopped by the database, it took too long: {}", doing);
    return Refusal.unavailable(
        "took-too-long",
        "This took too long and was stopped. Nothing was changed. Ask for less at once, or try"
            + " again when there is less to do.");
  }

  private static Refusal absent(Throwable cause, String doing) {
    LOG.warn("No database for {}: {}", doing, cause.getMessage());
    return Refusal.unavailable(
        "unavailable",
        "The server cannot reach its database at this moment. Try again in a few seconds.");
  }

  private static boolean isAbsence(Throwable cause) {
    return cause instanceof DataAccessResourceFailureException
        || cause instanceof TransientDataAccessException
        || cause instanceof RecoverableDataAccessException
        || cause instanceof CannotCreateTransactionException
        || cause instanceof TransactionSystemException;
  }
}
