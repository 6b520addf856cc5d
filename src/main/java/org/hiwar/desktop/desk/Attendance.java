package org.hiwar.desktop.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Tells the floor who has a window open. What is true is kept here and said again until the floor
/// has taken it, and once more after the floor has forgotten (a floor that was rebuilt counts every
/// session as lost).
public final class Attendance {

  /// The floor's ear. Each answer is true once the floor has stored it, false to be asked again.
  public interface Floor {
    CompletionStage<Boolean> opened(AgentKey agent);

    /// The session that was opened before is there still: nobody is logged in by that who has
    /// logged out since.
    CompletionStage<Boolean> stillOpen(AgentKey agent);

    CompletionStage<Boolean> lost(AgentKey agent);

    /// The agent has logged out on purpose, and then the session is lost.
    CompletionStage<Boolean> left(AgentKey agent);
  }

  private enum Told {
    OPEN,
    LOST,
    LEFT
  }

  private static final class Entry {
    final Set<Object> windows = new HashSet<>();
    Told wanted = Told.LOST;
    @Nullable Told told;
    boolean asking;
    boolean wasOpened;
  }

  private final Floor floor;
  private final Map<AgentKey, Entry> entries = new HashMap<>();

  public Attendance(Floor floor) {
    this.floor = floor;
  }

  public void opened(AgentKey agent, Object window) {
    synchronized (this) {
      var entry = entries.computeIfAbsent(agent, _ -> new Entry());
      entry.windows.add(window);
      entry.wanted = Told.OPEN;
    }
    say(agent);
  }

  /// `onPurpose` when the log-in of the window has been ended, and not only its connection.
  public void closed(AgentKey agent, Object window, boolean onPurpose) {
    synchronized (this) {
      var entry = entries.get(agent);
      if (entry == null || !entry.windows.remove(window) || !entry.windows.isEmpty()) return;
      entry.wanted = onPurpose ? Told.LEFT : Told.LOST;
    }
    say(agent);
  }

  /// The floor of a workspace has been rebuilt: what it was told is gone.
  public void sayAgain(WorkspaceId workspace) {
    synchronized (this) {
      entries.forEach(
          (agent, entry) -> {
            if (agent.workspace().equals(workspace)) entry.told = null;
          });
    }
    sayAll();
  }

  /// Called now and then, for what could not be said.
  public void sayAll() {
    List<AgentKey> all;
    synchronized (this) {
      all = List.copyOf(entries.keySet());
    }
    all.forEach(this::say);
  }

  private void say(AgentKey agent) {
    Told now;
    boolean again;
    synchronized (this) {
      var entry = entries.get(agent);
      if (entry == null || entry.asking) return;
      if (entry.told == entry.wanted) {
        if (entry.windows.isEmpty()) entries.remove(agent);
        return;
      }
      entry.asking = true;
      now = entry.wanted;
      again = entry.wasOpened;
    }
    var answer =
        switch (now) {
          case OPEN -> again ? floor.stillOpen(agent) : floor.opened(agent);
          case LOST -> floor.lost(agent);
          case LEFT -> floor.left(agent);
        };
    answer.whenComplete((taken, failure) -> said(agent, now, failure == null && taken));
  }

  private void said(AgentKey agent, Told what, boolean taken) {
    synchronized (this) {
      var entry = entries.get(agent);
      if (entry == null) return;
      entry.asking = false;
      if (!taken) return;
      entry.told = what;
      entry.wasOpened = what == Told.OPEN;
      if (what == entry.wanted && !entry.windows.isEmpty()) return;
    }
    say(agent);
  }
}
