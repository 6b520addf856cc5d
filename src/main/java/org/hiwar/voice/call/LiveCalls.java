package org.hiwar.voice.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionListener;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// The calls that go on, by their interactions, and who tells them what the floor and the browsers
/// of agents do.
public final class LiveCalls implements CallStates, InteractionListener, DeviceListener {
  private final Map<CallKey, Call> calls = new ConcurrentHashMap<>();
  private final Set<WorkspaceId> touched = ConcurrentHashMap.newKeySet();
  private final CallDetailStore details;

  public LiveCalls(CallDetailStore details) {
    this.details = details;
  }

  void add(CallKey key, Call call) {
    touched.add(key.workspace());
    calls.put(key, call);
  }

  void remove(CallKey key) {
    calls.remove(key);
  }

  Optional<Call> find(WorkspaceId workspace, InteractionId interaction) {
    return Optional.ofNullable(calls.get(new CallKey(workspace, interaction)));
  }

  /// Workspaces that have had calls since the start.
  Set<WorkspaceId> touched() {
    return touched;
  }

  public int count() {
    return calls.size();
  }

  @Override
  public Optional<CallState> of(WorkspaceId workspace, InteractionId interaction) {
    var live = find(workspace, interaction).map(Call::state);
    return live.isPresent() ? live : details.find(workspace, interaction).map(LiveCalls::ended);
  }

  private static CallState ended(CallDetail detail) {
    var ended = detail.ended();
    return new CallState(
        CallState.State.ENDED,
        ended == null ? detail.began() : ended,
        false,
        CallState.Recording.OFF,
        detail.result(),
        null,
        detail.joined(),
        null,
        null,
        "");
  }

  @Override
  public void changed(WorkspaceId workspace, List<InteractionChange> changes) {
    for (var change : changes) {
      // That it was given away is told by its moving.
      if (change instanceof InteractionChange.Transferred) continue;
      find(workspace, change.interaction()).ifPresent(call -> call.tell(happening(change)));
    }
  }

  private static Happening happening(InteractionChange change) {
    return switch (change) {
      case InteractionChange.Accepted a -> new Happening.Accepted(a.agent());
      case InteractionChange.Requeued r -> new Happening.Requeued(r.service());
      case InteractionChange.LiveEnded e -> new Happening.FloorEnded(e.by());
      case InteractionChange.Ended e -> new Happening.FloorEnded(e.by());
      case InteractionChange.Postponed _,
          InteractionChange.CameBack _,
          InteractionChange.Transferred _,
          InteractionChange.Returned _ ->
          throw new IllegalArgumentException("a call does not come back: " + change);
    };
  }

  @Override
  public void changed(WorkspaceId workspace, UserId agent, boolean ready) {
    var what = ready ? new Happening.DeviceReady(agent) : new Happening.DeviceGone(agent);
    calls.forEach(
        (key, call) -> {
          if (key.workspace().equals(workspace)) call.tell(what);
        });
  }
}
