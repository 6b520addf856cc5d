package org.hiwar.channel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.workspace.WorkspaceId;

/// Takes in what waits in the inbox, one thread per workspace that has something waiting.
///
/// What one sender wrote by one account goes in in its order; of different senders many go in at
/// once. An item that fails holds up its account, because what follows may belong to it, and is
/// tried again after longer and longer pauses; then it is set aside, and the account goes on. What
/// waits is read from the database, so nothing is forgotten over a restart.
public final class InboxReader implements AutoCloseable {
  private final InboxStore store;
  private final TakingIn taking;
  private final Duration firstPause;
  private final Map<WorkspaceId, Running> intakes = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private record Running(InboxIntake intake, Thread thread) {}

  /// @param firstPause before an item that failed is tried again; each is twice the one before
  InboxReader(InboxStore store, TakingIn taking, Duration firstPause) {
    this.store = store;
    this.taking = taking;
    this.firstPause = firstPause;
  }

  /// Something may be waiting there. Never blocks.
  public void look(WorkspaceId workspace) {
    if (closed) return;
    intakes.computeIfAbsent(workspace, this::start).intake().look();
  }

  private Running start(WorkspaceId workspace) {
    var intake = new InboxIntake(workspace, store, taking, firstPause);
    return new Running(intake, Thread.ofVirtual().name("intake-" + workspace).start(intake));
  }

  /// Finishes the items under way.
  @Override
  public void close() {
    closed = true;
    intakes.values().forEach(running -> running.intake().close());
    for (var running : intakes.values())
      try {
        running.thread().join(10_000);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
  }
}
