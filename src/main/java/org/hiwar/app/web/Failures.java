package org.hiwar.app.web;

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

/// What nobody expected: counted, logged under an id that the asker is told, and never explained to him further.
@Component
public class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private final AtomicLong count = new AtomicLong();

  /// Since the start.
  public long count() {
    return count.get();
  }

  /// The database being away is told apart: the asker may try again.
  public Refusal refusal(Throwable failure, String doing) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) return refusal;
      if (isAbsence(cause)) return absent(cause, doing);
    }
    count.incrementAndGet();
    var id = UUID.randomUUID().toString();
    LOG.error("Failure {} in {}", id, doing, failure);
    return new Refusal(500, "failed", "Something went wrong on the server. If it happens again, tell your administrator this number: " + id,
        Map.of("failure", id));
  }

  private static Refusal absent(Throwable cause, String doing) {
    LOG.warn("No database for {}: {}", doing, cause.getMessage());
    return Refusal.unavailable("unavailable", "The server cannot reach its database at this moment. Try again in a few seconds.");
  }

  private static boolean isAbsence(Throwable cause) {
    return cause instanceof DataAccessResourceFailureException
        || cause instanceof TransientDataAccessException
        || cause instanceof RecoverableDataAccessException
        || cause instanceof CannotCreateTransactionException
        || cause instanceof TransactionSystemException;
  }
}
