package org.hiwar.channel;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
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
  private final Map<WorkspaceId, Semaphore> bells = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// @param firstPause before an item that failed is tried again; each is twice the one before
  InboxReader(InboxStore store, TakingIn taking, Duration firstPause) {
    this.store = store;
    this.taking = taking;
    this.firstPause = firstPause;
  }

  /// Something may be waiting there. Never blocks.
  public void look(WorkspaceId workspace) {
    if (closed) return;
    bells
        .computeIfAbsent(
            workspace,
            _ -> {
              var bell = new Semaphore(0);
              var thread =
                  Thread.ofVirtual()
                      .name("intake-" + workspace)
                      .unstarted(round(workspace, bell)::work);
              threads.add(thread);
              thread.start();
              return bell;
            })
        .release();
  }

  private InboxRound round(WorkspaceId workspace, Semaphore bell) {
    return new InboxRound(store, taking, firstPause, workspace, bell, () -> closed);
  }

  /// Finishes the items under way.
  @Override
  public void close() {
    closed = true;
    bells.values().forEach(Semaphore::release);
    for (var thread : threads)
      try {
        thread.join(5_000);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
  }
}
