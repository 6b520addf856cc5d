package org.hiwar.voice.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.WorkspaceId;

/// Gathers for a moment what many calls have to say about themselves, and has it stored together: a
/// commit for each of them would cost more than all the rest of it. What a call says later contains
/// what it said before.
final class CallDetailChanges {
  private final BiConsumer<WorkspaceId, List<CallDetail>> store;
  private List<Change> waiting = new ArrayList<>();
  private boolean working;

  private record Change(
      WorkspaceId workspace, CallDetail detail, CompletableFuture<Boolean> stored) {}

  /// @param store in one transaction, or fails; at most one detail of each call
  CallDetailChanges(BiConsumer<WorkspaceId, List<CallDetail>> store) {
    this.store = store;
  }

  /// Whether it was stored, as soon as that is certain.
  synchronized CompletableFuture<Boolean> put(WorkspaceId workspace, CallDetail detail) {
    var change = new Change(workspace, detail, new CompletableFuture<>());
    waiting.add(change);
    if (!working) {
      working = true;
      Thread.ofVirtual().name("call-details").start(this::work);
    }
    return change.stored();
  }

  /// Waits until nothing is left to be stored.
  synchronized void drain() throws InterruptedException {
    while (working) wait();
  }

  private void work() {
    for (var some = next(); !some.isEmpty(); some = next())
      some.stream().collect(Collectors.groupingBy(Change::workspace)).forEach(this::storeTogether);
  }

  private List<Change> next() {
    LockSupport.parkNanos(CallLimits.GATHER.toNanos());
    synchronized (this) {
      var some = waiting;
      waiting = new ArrayList<>();
      working = !some.isEmpty();
      if (!working) notifyAll();
      return some;
    }
  }

  /// One that cannot be stored does not keep the others from it.
  private void storeTogether(WorkspaceId workspace, List<Change> changes) {
    if (tryToStore(workspace, changes)) return;
    if (changes.size() == 1) changes.getFirst().stored().complete(false);
    else changes.forEach(change -> storeTogether(workspace, List.of(change)));
  }

  private boolean tryToStore(WorkspaceId workspace, List<Change> changes) {
    var last = new LinkedHashMap<InteractionId, CallDetail>();
    changes.forEach(change -> last.put(change.detail().id(), change.detail()));
    try {
      store.accept(workspace, List.copyOf(last.values()));
    } catch (RuntimeException | Error e) {
      CallKeeper.LOG.warn("The records of {} calls have to wait: {}", last.size(), e.toString());
      return false;
    }
    changes.forEach(change -> change.stored().complete(true));
    return true;
  }
}
