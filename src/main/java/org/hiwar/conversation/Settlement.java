package org.hiwar.conversation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs transactions that may be repeated without harm until their outcome is known.
///
/// When a connection breaks in the middle nobody knows whether the database committed. Answering
/// *not stored* then would make a customer send again what is there. So the same transaction is run
/// again on a new connection, as long as it takes: what was committed shows as a duplicate, what
/// was not is stored now. A repeat that fails for whatever reason says nothing about the first one.
final class Settlement {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
  private static final int TRIES = 5;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final WriterConnection connection;
  private final BooleanSupplier stopping;

  interface Transaction<T> {
    T run(Connection db) throws SQLException;
  }

  Settlement(WriterConnection connection, BooleanSupplier stopping) {
    this.connection = connection;
    this.stopping = stopping;
  }

  <T> Settled<T> settle(Transaction<T> transaction) {
    boolean uncertain = false;
    for (int tried = 1, defects = 0; ; tried++) {
      Connection db;
      try {
        db = connection.open();
      } catch (SQLException e) {
        if (!uncertain) return new Settled.NotCommitted<>();
        if (stopping.getAsBoolean()) return new Settled.Unknown<>(e);
        LockSupport.parkNanos(PAUSE.toNanos());
        continue;
      }
      try {
        return new Settled.Committed<>(transaction.run(db), uncertain);
      } catch (SQLException | RuntimeException e) {
        switch (Failure.of(e)) {
          case LOST -> {
            LOG.warn(
                "The outcome of a transaction is unknown, asking again: {}", Failure.describe(e));
            connection.lost();
            uncertain = true;
            boolean ours = !(e instanceof SQLException) && !(e.getCause() instanceof SQLException);
            if (stopping.getAsBoolean() || ours && ++defects >= TRIES)
              return new Settled.Unknown<>(e);
            LockSupport.parkNanos(PAUSE.toNanos());
          }
          case PASSING -> {
            if (!uncertain && tried >= TRIES) return new Settled.NotCommitted<>();
            if (uncertain && stopping.getAsBoolean()) return new Settled.Unknown<>(e);
            if (tried >= TRIES) LockSupport.parkNanos(PAUSE.toNanos());
          }
          case REFUSED -> {
            return new Settled.Refused<>(e);
          }
          case FAILED -> {
            LOG.error("Messages were not stored: {}", Failure.describe(e));
            connection.close();
            if (!uncertain) return new Settled.NotCommitted<>();
            if (stopping.getAsBoolean()) return new Settled.Unknown<>(e);
            LockSupport.parkNanos(PAUSE.toNanos());
          }
        }
      }
    }
  }
}
