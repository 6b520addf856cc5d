package org.hiwar.voice.call;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.sip.Caller;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// A colleague who is asked into a call: rung on their desk, heard through their telephone. Engaged
/// on the floor until let go.
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
    over();
  }

  @Override
  public void close() {
    if (closed) return;
    over();
    office.letGo(part());
  }

  private void over() {
    if (closed) return;
    closed = true;
    office.sides().over(call.workspace(), guest.user(), seen(), this);
    if (engaged) office.work().disengage(call.workspace(), guest.user());
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
    if (answered) return Call.Wish.DONE;
    if (line().isEmpty()) {
      if (!office.isReached(part())) return Call.Wish.NO_CALL;
      office.reach(new Reach(part(), new Caller.Unknown(), mailbox::tell, this::happened, Reach.NOWHERE));
      return Call.Wish.DONE;
    }
    answered = true;
    tell.accept(new Happening.GuestAnswered());
    return Call.Wish.DONE;
  }

  private AgentPart part() {
    return AgentPart.of(call, guest.user());
  }

  /// What the colleague telephones with; theirs also when the call has become theirs.
  private void happened(Happening what) {
    if (what instanceof Happening.DeviceReady && !closed) answer();
    else tell.accept(what);
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
