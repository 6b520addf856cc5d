package org.hiwar.voice.call;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.sip.Caller;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// A colleague who is asked into a call: rung on their desk, and when they answer there, heard
/// through what they telephone with. Engaged on the floor until let go.
final class ColleagueLeg implements GuestLeg, SideCall {
  private final CallOffice office;
  private final CallKey call;
  private final UserId agent;
  private final Guest.Colleague guest;
  private final Mailbox mailbox;
  private final Consumer<Happening> tell;
  private final Consumer<Boolean> mute;
  private SideCallState.State state = SideCallState.State.RINGING;
  private Instant since;
  private boolean answering;
  private boolean answered;
  private boolean muted;
  private boolean engaged = true;
  private boolean closed;
  private @Nullable CallResult failed;

  /// @param agent who asks
  /// @param tell on the thread of the call
  /// @param mute whether the colleague is heard; on the thread of the call
  ColleagueLeg(
      CallOffice office,
      CallKey call,
      UserId agent,
      Guest.Colleague guest,
      Mailbox mailbox,
      Consumer<Happening> tell,
      Consumer<Boolean> mute) {
    this.office = office;
    this.call = call;
    this.agent = agent;
    this.guest = guest;
    this.mailbox = mailbox;
    this.tell = tell;
    this.mute = mute;
    since = office.clock().instant();
  }

  void ring() {
    show();
  }

  @Override
  public Optional<Line> line() {
    return office.leg(call, guest.user()).map(AgentLeg::line);
  }

  @Override
  public @Nullable CallResult failed() {
    return failed;
  }

  @Override
  public void shows(SideCallState.State next) {
    if (closed || next == state) return;
    state = next;
    since = office.clock().instant();
    show();
  }

  /// The customer's call becomes theirs: the floor has ended the engagement with it.
  void takesOver() {
    engaged = false;
    leave();
  }

  @Override
  public void close() {
    if (closed) return;
    leave();
    office.letGo(call, guest.user());
    office.work().disengage(call.workspace(), guest.user());
  }

  private void leave() {
    closed = true;
    office.sides().over(call.workspace(), guest.user(), seen(), this);
  }

  @Override
  public CompletableFuture<Call.Wish> wish(UserId who, Asked what) {
    var answer = new CompletableFuture<Call.Wish>();
    if (!mailbox.wish(() -> answer.complete(wished(what)))) answer.complete(Call.Wish.TOO_MUCH);
    return answer;
  }

  private Call.Wish wished(Asked what) {
    if (closed) return Call.Wish.NO_CALL;
    return switch (what) {
      case Asked.Answer _ -> answer();
      case Asked.Decline _ -> answered ? Call.Wish.NO_CALL : leave(CallResult.DECLINED);
      case Asked.End _ -> answered ? leave(null) : Call.Wish.NO_CALL;
      case Asked.Mute(boolean wanted) -> mute(wanted);
    };
  }

  private Call.Wish answer() {
    if (answering) return Call.Wish.DONE;
    answering = true;
    office.reach(
        new Reach(call, guest.user(), new Caller.Unknown(), mailbox::tell, this::ofDevice));
    return Call.Wish.DONE;
  }

  /// What they telephone with is there, or not, or is hung up. Once the call is theirs, that is for
  /// the call itself.
  private void ofDevice(Happening what) {
    if (!engaged) tell.accept(what);
    else if (closed) return;
    else if (what instanceof Happening.DeviceReady) answered();
    else if (what instanceof Happening.DeviceHungUp) leave(answered ? null : CallResult.DECLINED);
    else leave(CallResult.UNREACHABLE);
  }

  private void answered() {
    if (answered) return;
    answered = true;
    tell.accept(new Happening.GuestAnswered());
  }

  private Call.Wish leave(@Nullable CallResult why) {
    failed = why;
    tell.accept(new Happening.GuestGone());
    return Call.Wish.DONE;
  }

  private Call.Wish mute(boolean wanted) {
    if (!answered) return Call.Wish.NO_CALL;
    muted = wanted;
    mute.accept(wanted);
    show();
    return Call.Wish.DONE;
  }

  private void show() {
    office.sides().show(call.workspace(), guest.user(), seen(), this);
  }

  private SideCallState seen() {
    return new SideCallState(
        guest.id(),
        agent,
        SideCallState.Side.CALLED,
        state,
        since,
        state == SideCallState.State.RINGING ? since.plus(CallLimits.ASKING) : null,
        muted,
        call.interaction(),
        null);
  }
}
