package org.hiwar.floor.sim;

import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Event.WorkBegan;
import org.hiwar.floor.core.Event.WorkEvent;
import org.hiwar.floor.core.Event.WorkQueued;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.store.Batch;
import org.hiwar.floor.store.FloorStore;

/// Any store, with faults from the seed, writing each committed batch into the ledger. One per
/// process, so that a process that is thought dead keeps its own way to the same rows.
final class WatchedStore implements FloorStore {
  private final FloorStore store;
  private final Ledger ledger;
  private final SplittableRandom random;
  private final double faults;

  WatchedStore(FloorStore store, Ledger ledger, SplittableRandom random, double faults) {
    this.store = store;
    this.ledger = ledger;
    this.random = random;
    this.faults = faults;
  }

  /// Work whose arrival a constraint always refuses.
  static boolean poisonous(WorkId work) {
    return work.value() % 61 == 60;
  }

  private static boolean poisonous(Event event) {
    return (event instanceof WorkQueued || event instanceof WorkBegan)
        && poisonous(((WorkEvent) event).work());
  }

  @Override
  public Tenure takeOver() throws Unavailable {
    mayFail("before the take-over");
    var tenure = store.takeOver();
    ledger.takenOver(tenure.epoch());
    mayFail("after the take-over");
    return tenure;
  }

  @Override
  public Set<WorkId> commit(Batch batch) throws Fenced, Unavailable, Refused {
    mayFail("before the commit");
    if (batch.events().stream().anyMatch(WatchedStore::poisonous))
      throw new Refused(new IllegalStateException("poison"));
    var refused = store.commit(batch);
    if (refused.isEmpty()) ledger.write(batch);
    mayFail("after the commit");
    return refused;
  }

  @Override
  public Stored load() throws Unavailable {
    mayFail("before loading");
    return store.load();
  }

  @Override
  public Optional<Answer> answer(String key) throws Unavailable {
    mayFail("before looking up an answer");
    return store.answer(key);
  }

  private void mayFail(String when) throws Unavailable {
    double dice = random.nextDouble();
    if (dice < faults / 4) throw new Crash();
    if (dice < faults) throw new Unavailable(new IllegalStateException(when));
  }

  @Override
  public void close() {}
}
