package org.hiwar.floor.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.WorkId;

/// PostgreSQL with the clock of a simulation.
record SimulatedPgStore(PgFloorStore store, Supplier<Instant> clock) implements FloorStore {
  @Override
  public Tenure takeOver() throws Unavailable {
    var tenure = store.takeOver();
    return new Tenure(tenure.epoch(), tenure.batch(), clock.get());
  }

  @Override
  public Set<WorkId> commit(Batch batch) throws Fenced, Unavailable, Refused {
    return store.commit(batch);
  }

  @Override
  public Stored load() throws Unavailable {
    return store.load();
  }

  @Override
  public Optional<Answer> answer(String key) throws Unavailable {
    return store.answer(key);
  }

  @Override
  public void close() {
    store.close();
  }
}
