package org.hiwar.floor.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hiwar.floor.core.AgentRow;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.Rows;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkRow;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Ended;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;

/// The contract in memory, with the fence and the constraints that the schema has.
public class FakeFloorStore implements FloorStore {
  private final Supplier<Instant> clock;
  private final Predicate<WorkOffered> guard;
  private Map<UserId, AgentRow> agents = new LinkedHashMap<>();
  private Map<WorkId, WorkRow> work = new LinkedHashMap<>();
  private LinkedHashSet<WorkId> ended = new LinkedHashSet<>();
  private LinkedHashMap<String, Answer> answers = new LinkedHashMap<>();
  private long epoch;
  private long batch;

  /// `guard`: holds for offers that are refused.
  public FakeFloorStore(Supplier<Instant> clock, Predicate<WorkOffered> guard) {
    this.clock = clock;
    this.guard = guard;
  }

  @Override
  public Tenure takeOver() throws Unavailable {
    return new Tenure(++epoch, batch, clock.get());
  }

  /// Whether this batch comes from the owner, and is its next.
  protected boolean fits(Batch b) {
    return b.epoch() == epoch && b.number() == batch + 1;
  }

  @Override
  public Set<WorkId> commit(Batch b) throws Fenced, Unavailable, Refused {
    if (!fits(b)) throw new Fenced();
    var refused = new HashSet<WorkId>();
    for (var event : b.events())
      if (event instanceof WorkOffered offer && guard.test(offer)) refused.add(offer.work());
    if (!refused.isEmpty()) return refused;
    var broken = broken(b);
    if (broken.isPresent()) throw new Refused(new IllegalStateException(broken.get()));
    for (var row : b.agents()) agents.put(row.id(), row);
    for (var row : b.work())
      if (row.state() instanceof Ended) end(row.work().id());
      else work.put(row.work().id(), row);
    for (var given : b.answers()) answers.put(given.key(), given.answer());
    batch = b.number();
    return Set.of();
  }

  private void end(WorkId id) {
    work.remove(id);
    ended.add(id);
  }

  /// The constraint that the batch would break, if any.
  private Optional<String> broken(Batch b) {
    for (var given : b.answers())
      if (answers.containsKey(given.key())) return Optional.of("floor_command_pkey");
    var rows = new HashMap<WorkId, WorkRow>();
    for (var row : b.work()) {
      if (row.state() instanceof Ended && ended.contains(row.work().id()))
        return Optional.of("work_ended_pkey");
      rows.put(row.work().id(), row);
    }
    if (rows.values().stream().noneMatch(FakeFloorStore::onCall)) return Optional.empty();
    var callers = new ArrayList<UserId>();
    for (var row : work.values())
      if (!rows.containsKey(row.work().id()) && onCall(row)) callers.add(row.state().holder());
    for (var row : rows.values()) if (onCall(row)) callers.add(row.state().holder());
    return new HashSet<>(callers).size() == callers.size()
        ? Optional.empty()
        : Optional.of("floor_work_one_call");
  }

  private static boolean onCall(WorkRow row) {
    var medium = row.work().medium();
    return (medium == Medium.VOICE || medium == Medium.PREVIEW)
        && (row.state() instanceof Offered || row.state() instanceof Active);
  }

  @Override
  public Stored load() throws Unavailable {
    return new Stored(
        new Rows(List.copyOf(agents.values()), List.copyOf(work.values()), List.copyOf(ended)),
        answers.entrySet().stream().map(e -> new Batch.Given(e.getKey(), e.getValue())).toList());
  }

  @Override
  public Optional<Answer> answer(String key) throws Unavailable {
    return Optional.ofNullable(answers.get(key));
  }

  @Override
  public void close() {}
}
