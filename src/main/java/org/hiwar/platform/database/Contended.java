package org.hiwar.platform.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;

/// Transactions that stand in each other's way: the database takes one of two back, which then did
/// nothing, and can be done again.
public final class Contended {
  /// After so many there is more to it than chance.
  private static final int TRIES = 5;

  private static final Set<String> TAKEN_BACK = Set.of("40P01", "40001");

  private Contended() {}

  /// Whether this is why a transaction failed: it did nothing, and may be done again.
  public static boolean tookBack(SQLException failure) {
    var state = failure.getSQLState();
    return state != null && TAKEN_BACK.contains(state);
  }

  /// Runs `work`, a whole transaction, and again where it was taken back for another one.
  ///
  /// @throws PessimisticLockingFailureException it was taken back each time
  public static <T> T again(Supplier<T> work) {
    for (int tried = 1; tried < TRIES; tried++)
      try {
        return work.get();
      } catch (PessimisticLockingFailureException _) {
        // The other one is done by now.
      }
    return work.get();
  }
}
