package org.hiwar.voice.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.IncomingWebCall;
import org.hiwar.conversation.VisitorCalls.End;
import org.hiwar.conversation.VisitorCalls.Standing;
import org.hiwar.conversation.VisitorCalls.Wanted;
import org.hiwar.voice.webrtc.BrowserLeg;
import org.hiwar.voice.webrtc.LegListener;
import org.hiwar.voice.webrtc.LegState;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call from a page: its browser connects, then it is a call like others, and one does not
/// outlive the other. Its leg has the deadline of its connecting and notices silence.
final class WebCall implements LegListener {
  private static final Logger LOG = LoggerFactory.getLogger(WebCall.class);

  private final WebCalls.Desk desk;
  private final WorkspaceId workspace;
  private final Wanted wanted;
  private final Consumer<Standing> told;
  private final Map<CallKey, WebCall> byKey;
  private final Runnable forget;
  private @Nullable CallKey key;
  private @Nullable Call call;
  private @Nullable CallEnd gone;
  private @Nullable Standing standing;

  /// @param byKey where those are that have become calls
  /// @param forget run once, when it is over
  WebCall(
      WebCalls.Desk desk,
      WorkspaceId workspace,
      Wanted wanted,
      Consumer<Standing> told,
      Map<CallKey, WebCall> byKey,
      Runnable forget) {
    this.desk = desk;
    this.workspace = workspace;
    this.wanted = wanted;
    this.told = told;
    this.byKey = byKey;
    this.forget = forget;
  }

  @Override
  public void changed(BrowserLeg leg, LegState state) {
    switch (state) {
      case LegState.Connecting _ -> {}
      case LegState.Connected _ ->
          Thread.ofVirtual().name("web-call-arriving").start(() -> admit(leg));
      case LegState.Closed _ -> over(CallEnd.hungUp(EndedBy.CUSTOMER), why());
      case LegState.Lost lost ->
          over(
              switch (lost.cause()) {
                case LEFT -> CallEnd.hungUp(EndedBy.CUSTOMER);
                case SILENT -> CallEnd.bySystem(CallEnd.Cause.SILENT);
                case NEVER_REACHED, NO_HANDSHAKE -> CallEnd.bySystem(CallEnd.Cause.LOST);
              },
              switch (lost.cause()) {
                case LEFT -> End.HUNG_UP;
                case SILENT -> End.LOST;
                case NEVER_REACHED, NO_HANDSHAKE -> End.UNREACHABLE;
              });
    }
  }

  private void admit(BrowserLeg leg) {
    try {
      arrive(leg, desk.office().clock().instant());
    } catch (RuntimeException e) {
      LOG.error("A call from a page could not be taken", e);
      over(CallEnd.bySystem(CallEnd.Cause.FAULT), End.FAILED);
      leg.close();
    }
  }

  private void arrive(BrowserLeg leg, Instant now) {
    var taken = new TakenCall(desk.office(), desk.calls(), workspace);
    try {
      var arrival =
          desk.conversations()
              .arrive(
                  workspace, incoming(now), it -> taken.take(its -> beginning(its, leg, now), it));
      var its = new CallKey(workspace, arrival.interaction());
      byKey.put(its, this);
      belong(its, taken.call());
      taken.call().start();
      desk.conversations().announce(workspace, arrival);
    } catch (RuntimeException e) {
      taken.giveUp();
      throw e;
    }
  }

  private synchronized void belong(CallKey its, Call stored) {
    key = its;
    call = stored;
    if (gone == null) tell(new Standing.Waiting());
    else {
      stored.tell(new Happening.FarEndGone(gone));
      byKey.remove(its);
    }
  }

  /// On the thread of the call.
  synchronized void look() {
    var its = call;
    if (its == null || its.isOver()) return;
    var now = its.state();
    tell(
        switch (now.state()) {
          case DIALLING, RINGING -> new Standing.Waiting();
          case CONNECTED -> new Standing.Talking(now.agent());
          case HELD -> new Standing.Held(now.agent());
          // The agent has gone, and left the customer with somebody else.
          case ENDED -> new Standing.Talking(null);
        });
  }

  private synchronized void over(CallEnd end, End why) {
    if (gone != null) return;
    gone = end;
    tell(new Standing.Ended(why));
    if (call != null) call.tell(new Happening.FarEndGone(end));
    if (key != null) byKey.remove(key);
    forget.run();
  }

  /// The leg is closed by whoever ends the call, the customer first of all.
  private synchronized End why() {
    return call == null || call.state().result() == null ? End.HUNG_UP : End.LOST;
  }

  private void tell(Standing next) {
    if (next.equals(standing) || standing instanceof Standing.Ended) return;
    standing = next;
    told.accept(next);
  }

  private IncomingWebCall incoming(Instant now) {
    return new IncomingWebCall(
        wanted.service(),
        wanted.visitor(),
        wanted.entry(),
        wanted.language(),
        wanted.claims(),
        now);
  }

  private Call.Beginning beginning(CallKey its, BrowserLeg leg, Instant now) {
    return new Call.Beginning(
        its,
        new CallDetail(
            its.interaction(),
            Direction.INBOUND,
            "",
            wanted.place(),
            null,
            "",
            now,
            now,
            null,
            Duration.ZERO,
            null,
            null,
            null,
            null,
            null),
        new Phase.Waiting(),
        new VisitorLeg(leg, desk.office().studio()),
        desk.office().rules().rule(workspace, wanted.service()),
        wanted.language(),
        null,
        null);
  }
}
