package org.hiwar.campaign.preview;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.hiwar.workspace.WorkspaceId;

/// Rounds of many workspaces, each on a virtual thread of its own: one at a time of a workspace, so
/// that whoever is slow makes nobody else wait, and a few at once in all, for each takes a
/// connection of the database. Where much happens, rounds keep apart and each is for all of it.
final class Turns {
  private final Consumer<WorkspaceId> round;
  private final Duration apart;
  private final Semaphore places;
  private final Map<WorkspaceId, AtomicReference<Turn>> turns = new ConcurrentHashMap<>();

  private enum Turn {
    NONE,
    /// Under way, about to be, or a moment ago.
    TAKEN,
    /// Under way, and something has happened meanwhile.
    ONE_MORE
  }

  /// @param apart from the beginning of a round of a workspace to that of the next, at least
  Turns(Consumer<WorkspaceId> round, int atOnce, Duration apart) {
    this.round = round;
    this.apart = apart;
    places = new Semaphore(atOnce, true);
  }

  /// Something has happened: a round begins after this. Never blocks.
  void ring(WorkspaceId workspace) {
    var turn = turn(workspace);
    var before = turn.getAndUpdate(now -> now == Turn.NONE ? Turn.TAKEN : Turn.ONE_MORE);
    if (before == Turn.NONE) begin(workspace, turn);
  }

  /// It is time for a round, unless one is under way. Never blocks.
  void tick(WorkspaceId workspace) {
    var turn = turn(workspace);
    if (turn.compareAndSet(Turn.NONE, Turn.TAKEN)) begin(workspace, turn);
  }

  private AtomicReference<Turn> turn(WorkspaceId workspace) {
    return turns.computeIfAbsent(workspace, _ -> new AtomicReference<>(Turn.NONE));
  }

  private void begin(WorkspaceId workspace, AtomicReference<Turn> turn) {
    Thread.ofVirtual().name("previews " + workspace).start(() -> rounds(workspace, turn));
  }

  private void rounds(WorkspaceId workspace, AtomicReference<Turn> turn) {
    boolean more = true;
    try {
      while (more) {
        turn.set(Turn.TAKEN);
        long began = System.nanoTime();
        round(workspace);
        LockSupport.parkNanos(apart.toNanos() - (System.nanoTime() - began));
        more = !turn.compareAndSet(Turn.TAKEN, Turn.NONE);
      }
    } finally {
      if (more) turn.set(Turn.NONE); // it has failed: the next tick begins anew
    }
  }

  private void round(WorkspaceId workspace) {
    places.acquireUninterruptibly();
    try {
      round.accept(workspace);
    } finally {
      places.release();
    }
  }

  /// Whether nothing is under way.
  boolean isQuiet() {
    return turns.values().stream().allMatch(turn -> turn.get() == Turn.NONE);
  }
}
