package org.hiwar.voice.call;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.voice.call.AgentWork.Engaged;
import org.hiwar.voice.call.CallControl.Outcome;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// Begins calls between users, and carries the wishes of those who take part in a call that is not
/// their work: an internal one, or a consultation.
public final class InternalCalls implements DeviceListener {
  private final CallOffice office;
  private final Map<SideId, Live> calls = new ConcurrentHashMap<>();

  private record Live(WorkspaceId workspace, InternalCall call) {}

  public InternalCalls(CallOffice office) {
    this.office = office;
  }

  public sealed interface Begun {
    record Rings(SideId id) implements Begun {}

    /// The caller cannot call.
    record Not(OutgoingCalls.Why why) implements Begun {}

    record ColleagueBusy() implements Begun {}

    record ColleagueUnavailable() implements Begun {}
  }

  public Begun call(WorkspaceId workspace, UserId caller, UserId callee) {
    if (caller.equals(callee)) return new Begun.ColleagueUnavailable();
    return switch (engage(workspace, caller)) {
      case NO_SESSION -> new Begun.Not(OutgoingCalls.Why.NO_SESSION);
      case NO_DEVICE -> new Begun.Not(OutgoingCalls.Why.NO_DEVICE);
      case BUSY -> new Begun.Not(OutgoingCalls.Why.ON_A_CALL);
      case UNAVAILABLE -> new Begun.Not(OutgoingCalls.Why.UNAVAILABLE);
      case ENGAGED -> engaged(workspace, caller, callee);
    };
  }

  private Begun engaged(WorkspaceId workspace, UserId caller, UserId callee) {
    var answer = engage(workspace, callee);
    if (answer == Engaged.ENGAGED) return begin(workspace, caller, callee);
    office.work().disengage(workspace, caller);
    return switch (answer) {
      case BUSY -> new Begun.ColleagueBusy();
      case UNAVAILABLE -> new Begun.Not(OutgoingCalls.Why.UNAVAILABLE);
      case NO_SESSION, NO_DEVICE, ENGAGED -> new Begun.ColleagueUnavailable();
    };
  }

  private Engaged engage(WorkspaceId workspace, UserId user) {
    return office.work().engage(workspace, user);
  }

  private Begun begin(WorkspaceId workspace, UserId caller, UserId callee) {
    var id = new SideId(office.ids().next());
    var begun =
        new InternalCallDetail(id, caller, callee, office.clock().instant(), null, null, null);
    var call = new InternalCall(office, workspace, begun, () -> calls.remove(id));
    calls.put(id, new Live(workspace, call));
    try {
      call.start();
    } catch (RuntimeException e) {
      calls.remove(id);
      office.work().disengage(workspace, caller);
      office.work().disengage(workspace, callee);
      throw e;
    }
    return new Begun.Rings(id);
  }

  /// Answers a call that rings at `who`.
  public Outcome answer(WorkspaceId workspace, UserId who, SideId id) {
    return wish(workspace, who, id, new SideCall.Asked.Answer());
  }

  public Outcome decline(WorkspaceId workspace, UserId who, SideId id) {
    return wish(workspace, who, id, new SideCall.Asked.Decline());
  }

  public Outcome end(WorkspaceId workspace, UserId who, SideId id) {
    return wish(workspace, who, id, new SideCall.Asked.End());
  }

  public Outcome mute(WorkspaceId workspace, UserId who, SideId id, boolean muted) {
    return wish(workspace, who, id, new SideCall.Asked.Mute(muted));
  }

  private Outcome wish(WorkspaceId workspace, UserId who, SideId id, SideCall.Asked what) {
    return office
        .sides()
        .find(workspace, who, id)
        .map(call -> Answers.of(call.wish(who, what), Call.Wish.NO_CALL))
        .map(CallControl::outcome)
        .orElseGet(Outcome.NotYours::new);
  }

  @Override
  public void changed(WorkspaceId workspace, UserId agent, boolean ready) {
    calls.forEach(
        (_, live) -> {
          if (live.workspace().equals(workspace) && live.call().has(agent))
            live.call().browser(ready);
        });
  }
}
