package org.hiwar.floor.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Rows;
import org.hiwar.floor.core.WorkId;

/// The rows of one workspace's floor.
public interface FloorStore extends AutoCloseable {
  /// How many of the last answers `load` brings.
  int ANSWERS = 50_000;

  /// Makes the caller the owner: raises the epoch, which makes every later commit of the former
  /// owner fail. Waits for a commit of the former owner that is under way.
  Tenure takeOver() throws Unavailable;

  /// The batch is durable when this returns an empty set, all of it or nothing. Otherwise a guard
  /// has refused to have this work offered, and nothing was written.
  Set<WorkId> commit(Batch batch) throws Fenced, Unavailable, Refused;

  Stored load() throws Unavailable;

  /// What was answered to this idempotency key, however long ago it is remembered.
  Optional<Answer> answer(String key) throws Unavailable;

  @Override
  void close();

  /// `batch` is the number of the last batch committed by anyone, `now` the time of the database.
  record Tenure(long epoch, long batch, Instant now) {}

  /// `answers`: the last ones, oldest first.
  record Stored(Rows rows, List<Batch.Given> answers) {}

  /// Somebody else owns the floor. Stop.
  final class Fenced extends Exception {}

  /// The batch cannot be stored; nothing was written. The same batch would be refused again.
  final class Refused extends Exception {
    public Refused(Throwable cause) {
      super(cause);
    }
  }

  /// Not known whether the batch was committed. Forget the memory, load again.
  final class Unavailable extends Exception {
    public Unavailable(Throwable cause) {
      super(cause);
    }
  }
}
