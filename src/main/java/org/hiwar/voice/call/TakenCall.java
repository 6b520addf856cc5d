package org.hiwar.voice.call;

import java.util.function.Function;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.EndedBy;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// A call that is being taken in. It is among the [LiveCalls] before its interaction is committed,
/// so that it hears everything that the floor decides about it.
final class TakenCall {
  private final CallOffice office;
  private final LiveCalls calls;
  private final WorkspaceId workspace;
  private @Nullable CallKey key;
  private @Nullable Call call;

  TakenCall(CallOffice office, LiveCalls calls, WorkspaceId workspace) {
    this.office = office;
    this.calls = calls;
    this.workspace = workspace;
  }

  /// Within the transaction of the arrival, which then keeps the record of the call, too.
  void take(Function<CallKey, Call.Beginning> beginning, Arrival arrival) {
    var its = new CallKey(workspace, arrival.interaction());
    var made = new Call(office, beginning.apply(its), () -> calls.remove(its));
    key = its;
    call = made;
    calls.add(its, made);
    made.keep();
  }

  Call call() {
    var taken = call;
    if (taken == null) throw new IllegalStateException("no call has been taken");
    return taken;
  }

  /// It could not be taken in, or not be begun.
  void giveUp() {
    var its = key;
    if (its == null) return;
    calls.remove(its);
    FloorNotice.over(office.departures().get(), its, EndedBy.SYSTEM);
  }
}
