package org.hiwar.voice.call;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.hiwar.voice.media.play.Player.Playing;
import org.hiwar.voice.sip.Caller;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A call between two users: its thread, and everything that belongs to it. Both are engaged on the
/// floor from before its beginning to its end. It rings at the callee when the caller is on the
/// line, whose phone or number may have to be called first. While they talk, one whose browser is
/// away has a moment to come back.
final class InternalCall implements SideCall {
  private static final Logger LOG = LoggerFactory.getLogger(InternalCall.class);

  private final CallOffice office;
  private final WorkspaceId workspace;
  private final Runnable forget;
  private final Mailbox mailbox = new Mailbox();
  private final Side caller;
  private final Side callee;
  private InternalCallDetail detail;
  private SideCallState.State state = SideCallState.State.RINGING;
  private Instant since;
  /// In nanoseconds of the system: until the callee, or before that the caller's own phone, has to
  /// answer; while one of two who talk is away, until they have to be back.
  private long until;
  private boolean rung;
  /// The callee wants to talk; their phone or number may still have to be reached.
  private boolean accepted;
  private @Nullable Playing ringing;
  private final SideTalk talk;

  /// One of the two.
  private static final class Side {
    final UserId user;
    final SideCallState.Side side;
    boolean muted;

    Side(UserId user, SideCallState.Side side) {
      this.user = user;
      this.side = side;
    }
  }

  InternalCall(
      CallOffice office, WorkspaceId workspace, InternalCallDetail begun, Runnable forget) {
    this.office = office;
    this.workspace = workspace;
    this.forget = forget;
    detail = begun;
    since = begun.began();
    caller = new Side(begun.caller(), SideCallState.Side.CALLER);
    callee = new Side(begun.callee(), SideCallState.Side.CALLED);
    talk = new SideTalk(office, part(caller), part(callee));
  }

  /// Fails when it cannot be kept: without a record there is no call.
  void start() {
    office.internalCalls().begin(workspace, detail);
    within(CallLimits.REACHING);
    Thread.ofVirtual().name("internal-call-" + detail.id()).start(this::run);
  }

  boolean has(UserId user) {
    return user.equals(caller.user) || user.equals(callee.user);
  }

  @Override
  public CompletableFuture<Call.Wish> wish(UserId who, Asked what) {
    var answer = new CompletableFuture<Call.Wish>();
    if (!mailbox.wish(() -> answer.complete(wished(who, what))))
      answer.complete(Call.Wish.TOO_MUCH);
    return answer;
  }

  /// The browser of one of them is there, or away.
  void browser(boolean ready) {
    mailbox.tell(ready ? this::back : this::away);
  }

  // On its own thread -----------------------------------------------------------------------------

  private void run() {
    try {
      begin();
      while (isOpen()) {
        var next = mailbox.next(talk.isJoined() ? Long.MAX_VALUE : until - System.nanoTime());
        if (mailbox.overflowed()) over(CallResult.FAILED);
        else if (next != null) next.run();
        else if (!talk.isJoined()) over(late());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("Internal call {} failed and is ended", detail.id(), e);
    } finally {
      try {
        if (isOpen()) over(CallResult.FAILED);
      } finally {
        forget.run();
      }
    }
  }

  private void within(Duration limit) {
    until = System.nanoTime() + limit.toNanos();
  }

  /// Somebody did not come in time.
  private CallResult late() {
    if (answered()) return CallResult.DROPPED;
    return rung ? CallResult.NO_ANSWER : CallResult.CANCELLED;
  }

  private void begin() {
    show(caller);
    reach(caller);
  }

  private void reach(Side side) {
    office.reach(new Reach(part(side), new Caller.Unknown(), mailbox::tell, this::happened));
  }

  private AgentPart part(Side side) {
    return AgentPart.of(workspace, detail.id(), side.user);
  }

  /// What one of the two telephones with.
  private void happened(Happening what) {
    if (!isOpen()) return;
    if (what instanceof Happening.DeviceReady) ready();
    else if (what instanceof Happening.DeviceGone) over(gone());
    else if (what instanceof Happening.DeviceHungUp(UserId who))
      end(who.equals(caller.user) ? caller : callee);
  }

  private CallResult gone() {
    if (answered()) return CallResult.DROPPED;
    return rung ? CallResult.UNREACHABLE : CallResult.CANCELLED;
  }

  private void ready() {
    if (!rung) office.leg(part(caller)).ifPresent(this::ring);
    if (accepted) join();
  }

  /// The caller is on the line.
  private void ring(AgentLeg leg) {
    rung = true;
    since = office.clock().instant();
    within(CallLimits.ASKING);
    playRinging(leg);
    show();
  }

  private void away() {
    if (!isOpen()) return;
    if (!answered()) {
      over(gone());
      return;
    }
    if (!talk.isJoined()) return;
    talk.part();
    within(CallLimits.STRANDED);
  }

  private void back() {
    if (isOpen() && answered()) talk.join();
  }

  private void playRinging(AgentLeg leg) {
    ringing = office.studio().player().again(office.studio().sounds().ringing(), leg.line().take());
  }

  private Call.Wish wished(UserId who, Asked what) {
    if (!isOpen()) return Call.Wish.NO_CALL;
    var side = who.equals(caller.user) ? caller : callee;
    return switch (what) {
      case Asked.Answer _ -> side == callee ? answer() : Call.Wish.NO_CALL;
      case Asked.Decline _ ->
          side == callee && !answered() ? over(CallResult.DECLINED) : Call.Wish.NO_CALL;
      case Asked.End _ -> end(side);
      case Asked.Mute(boolean muted) -> mute(side, muted);
    };
  }

  private Call.Wish answer() {
    if (accepted) return Call.Wish.DONE;
    if (!office.isReached(part(callee)) && office.leg(part(callee)).isEmpty())
      return Call.Wish.NO_CALL;
    accepted = true;
    within(CallLimits.REACHING);
    join();
    if (!answered()) reach(callee);
    return Call.Wish.DONE;
  }

  /// As soon as both are on the line.
  private void join() {
    if (answered() || !talk.join()) return;
    if (ringing != null) ringing.stop();
    since = office.clock().instant();
    state = SideCallState.State.CONNECTED;
    change(since, null, null);
    show();
  }

  private Call.Wish end(Side side) {
    if (answered()) return over(null);
    return side == caller ? over(CallResult.CANCELLED) : over(CallResult.DECLINED);
  }

  private Call.Wish mute(Side side, boolean muted) {
    if (!answered()) return Call.Wish.NO_CALL;
    if (side == caller) talk.muteFirst(muted);
    else talk.muteSecond(muted);
    side.muted = muted;
    show();
    return Call.Wish.DONE;
  }

  /// Whatever of it fails, the rest is done: a user who stayed engaged would get no call any more.
  private Call.Wish over(@Nullable CallResult result) {
    if (!isOpen()) return Call.Wish.NO_CALL;
    state = SideCallState.State.ENDED;
    since = office.clock().instant();
    var rings = ringing;
    if (rings != null) attempt(rings::stop);
    attempt(talk::close);
    change(detail.answered(), since, result);
    for (var side : sides()) {
      if (side == caller || rung)
        attempt(() -> office.sides().over(workspace, side.user, seen(side), this));
      attempt(() -> office.letGo(part(side)));
      attempt(() -> office.work().disengage(workspace, side.user));
    }
    return Call.Wish.DONE;
  }

  private void attempt(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException e) {
      LOG.error("A part of the end of internal call {} failed", detail.id(), e);
    }
  }

  private boolean answered() {
    return detail.answered() != null;
  }

  private boolean isOpen() {
    return state != SideCallState.State.ENDED;
  }

  private void change(
      @Nullable Instant answered, @Nullable Instant ended, @Nullable CallResult result) {
    detail =
        new InternalCallDetail(
            detail.id(), caller.user, callee.user, detail.began(), answered, ended, result);
    try {
      office.internalCalls().change(workspace, detail);
    } catch (RuntimeException e) {
      LOG.warn("The record of internal call {} was not kept", detail.id(), e);
    }
  }

  private Side[] sides() {
    return new Side[] {caller, callee};
  }

  private void show() {
    for (var side : sides()) show(side);
  }

  private void show(Side side) {
    office.sides().show(workspace, side.user, seen(side), this);
  }

  private SideCallState seen(Side side) {
    var rings = state == SideCallState.State.RINGING;
    return new SideCallState(
        detail.id(),
        side == caller ? callee.user : caller.user,
        side.side,
        state,
        since,
        rings ? since.plus(CallLimits.ASKING) : null,
        side.muted,
        null,
        detail.result());
  }
}
