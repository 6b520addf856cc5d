package org.hiwar.floor.shell;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.hiwar.floor.FloorHealth;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.FloorCore;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.store.FloorStore;
import org.jspecify.annotations.Nullable;

/// A process that runs a floor, without its threads: for the simulation.
public final class Node {
  private final Keeper keeper;

  /// How a keeper may be wrong.
  public enum Fault {
    NONE,
    REPLIES_BEFORE_THE_COMMIT,
    KEEPS_ITS_MEMORY_AFTER_A_FAILED_COMMIT
  }

  /// A command with its idempotency key, and its reply, once there is one.
  public record Call(Command command, String key, CompletableFuture<Reply> reply) {}

  /// Who hears what a process publishes.
  public interface Ears {
    void committed(long batch, List<Event> events);

    void restored();
  }

  public Node(
      FloorStore store,
      Supplier<Plan> plans,
      Supplier<FloorCore> cores,
      LongSupplier nanos,
      Ears ears,
      Fault fault) {
    var publisher =
        new Publisher() {
          @Override
          public void committed(long batch, List<Event> events, List<AgentView> changed) {
            ears.committed(batch, events);
          }

          @Override
          public void restored(Collection<AgentView> all) {
            ears.restored();
          }
        };
    keeper =
        switch (fault) {
          case NONE -> new Keeper(store, plans, cores, nanos, publisher);
          case REPLIES_BEFORE_THE_COMMIT ->
              new Keeper(store, plans, cores, nanos, publisher) {
                @Override
                Committed commit(Pending pending, Set<WorkId> withdrawn) {
                  deliver(pending);
                  return super.commit(pending, withdrawn);
                }
              };
          case KEEPS_ITS_MEMORY_AFTER_A_FAILED_COMMIT ->
              new Keeper(store, plans, cores, nanos, publisher) {
                @Override
                void forget() {}
              };
        };
  }

  public void turn(List<Call> calls) {
    keeper.turn(
        calls.stream()
            .map(call -> new Envelope(call.command(), call.key(), call.reply(), 0))
            .toList());
  }

  public void sweep(Collection<Work> open) {
    keeper.sweep(open);
  }

  public boolean fenced() {
    return keeper.fenced();
  }

  public FloorHealth health() {
    return keeper.health();
  }

  /// 0: not in possession of the floor, as far as this process knows.
  public long epoch() {
    var reign = keeper.reign();
    return reign == null ? 0 : reign.epoch();
  }

  /// Null: not in possession of the floor.
  public @Nullable FloorCore core() {
    var reign = keeper.reign();
    return reign == null ? null : reign.core();
  }
}
