package org.hiwar.voice.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// The calls of agents that are not their work, one at a time for each agent, as their desks show
/// them.
public final class SideCalls {
  private final Map<Seat, Shown> shown = new ConcurrentHashMap<>();
  private final List<SideCallListener> listeners;

  private record Seat(WorkspaceId workspace, UserId agent) {}

  private record Shown(SideCallState state, SideCall call) {}

  public SideCalls(List<SideCallListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /// Empty when the agent has none.
  public Optional<SideCallState> of(WorkspaceId workspace, UserId agent) {
    return Optional.ofNullable(shown.get(new Seat(workspace, agent))).map(Shown::state);
  }

  /// The call that an agent names; empty when the agent takes no part in it.
  Optional<SideCall> find(WorkspaceId workspace, UserId agent, SideId id) {
    return Optional.ofNullable(shown.get(new Seat(workspace, agent)))
        .filter(each -> each.state().id().equals(id))
        .map(Shown::call);
  }

  void show(WorkspaceId workspace, UserId agent, SideCallState state, SideCall call) {
    var next = new Shown(state, call);
    if (!next.equals(shown.put(new Seat(workspace, agent), next))) tell(workspace, agent);
  }

  /// The agent is out of it. One with a result is shown a moment longer, unless another comes.
  void over(WorkspaceId workspace, UserId agent, SideCallState state, SideCall call) {
    if (state.result() == null) {
      remove(workspace, agent, state.id());
      return;
    }
    show(workspace, agent, state, call);
    CompletableFuture.delayedExecutor(CallLimits.SHOWN.toSeconds(), TimeUnit.SECONDS)
        .execute(() -> remove(workspace, agent, state.id()));
  }

  private void remove(WorkspaceId workspace, UserId agent, SideId id) {
    var seat = new Seat(workspace, agent);
    var now = shown.get(seat);
    if (now != null && now.state().id().equals(id) && shown.remove(seat, now))
      tell(workspace, agent);
  }

  private void tell(WorkspaceId workspace, UserId agent) {
    for (var listener : listeners) listener.changed(workspace, agent);
  }
}
