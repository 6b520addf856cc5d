package org.hiwar.voice.call;

import java.util.List;
import java.util.function.Function;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.EndedBy;
import org.hiwar.platform.database.SqlPart;
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
  private boolean stored;

  TakenCall(CallOffice office, LiveCalls calls, WorkspaceId workspace) {
    this.office = office;
    this.calls = calls;
    this.workspace = workspace;
  }

  /// Before the arrival is stored; with it the record of the call, which is handed back. Anew where
  /// the arrival before it was taken back.
  List<SqlPart> take(Function<CallKey, Call.Beginning> beginning, Arrival arrival) {
    giveUp();
    var its = new CallKey(workspace, arrival.interaction());
    var begins = beginning.apply(its);
    var made = new Call(office, begins, () -> calls.remove(its));
    key = its;
    call = made;
    calls.add(its, made);
    return List.of(CallDetailStore.beginning(workspace, begins.detail()));
  }

  /// The arrival is committed.
  void isStored() {
    stored = true;
  }

  Call call() {
    var taken = call;
    if (taken == null) throw new IllegalStateException("no call has been taken");
    return taken;
  }

  /// It could not be taken in, or not be begun. What may have been stored without our knowing it is
  /// found by [CallSweepJob].
  void giveUp() {
    var its = key;
    if (its == null) return;
    calls.remove(its);
    if (stored) FloorNotice.over(office.departures().get(), its, EndedBy.SYSTEM);
  }
}
