package org.hiwar.voice.call;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.hiwar.voice.sip.Dial;
import org.hiwar.voice.sip.SipCall;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call: its thread, its phase, and everything that belongs to it. What happens comes through
/// the mailbox and nobody else touches it; only [#state] is read by others.
final class Call {
  private static final Logger LOG = LoggerFactory.getLogger(Call.class);
  private static final int DECLINED = 603;

  private final CallOffice office;
  private final CallKey key;
  private final Mailbox mailbox = new Mailbox();
  private final CallKeeper keeper;
  private final CallAudio audio;
  private final CallRecorder recorder;
  private final @Nullable Way way;
  private final Runnable forget;
  private Phase phase;
  private long limitAt;
  private @Nullable SipCall sip;
  private @Nullable ForwardedLeg third;
  private @Nullable CallResult notForwarded;
  private final Sound sound = new Sound();
  private volatile CallState state;

  /// What a call is made of.
  ///
  /// @param way out, for a call that we make; null for one that came in
  /// @param sip of a call that came in; null as long as we have not dialled
  record Beginning(
      CallKey key,
      CallDetail detail,
      Phase phase,
      PhoneLeg customer,
      RecordingRules.Rule rule,
      @Nullable String language,
      @Nullable Way way,
      @Nullable SipCall sip) {}

  Call(CallOffice office, Beginning beginning, Runnable forget) {
    this.office = office;
    this.forget = forget;
    key = beginning.key();
    phase = beginning.phase();
    way = beginning.way();
    sip = beginning.sip();
    keeper = new CallKeeper(office, key, beginning.detail());
    audio = new CallAudio(office.studio(), beginning.customer());
    recorder =
        new CallRecorder(
            office,
            key,
            beginning.rule(),
            audio,
            office.studio().sounds().recorded(beginning.language()),
            whole -> mailbox.tell(() -> announced(whole)));
    state = seen(office.clock().instant());
  }

  CallState state() {
    return state;
  }

  // From others' threads --------------------------------------------------------------------------

  void tell(Happening what) {
    mailbox.tell(() -> happened(what));
  }

  void heard(SipEvent event) {
    mailbox.tell(() -> signalled(event));
  }

  /// Asks something of the call and gives its answer; `busy` when too much waits for it already.
  <T> CompletableFuture<T> ask(Function<Call, T> what, T busy) {
    var answer = new CompletableFuture<T>();
    Runnable asked =
        () -> {
          try {
            answer.complete(what.apply(this));
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
            throw e;
          }
        };
    if (!mailbox.wish(asked)) answer.complete(busy);
    return answer;
  }

  /// Keeps that there is this call; fails when that cannot be. A call that we make does so itself,
  /// when the floor lets it.
  void keep() {
    keeper.begin();
  }

  void start() {
    Thread.ofVirtual().name("call-" + key.interaction()).start(this::run);
  }

  private void run() {
    try {
      enter(phase);
      if (phase instanceof Phase.Waiting) audio.music(office.studio().sounds().music());
      while (!(phase instanceof Phase.Over)) step();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      if (phase instanceof Phase.Over(CallEnd end)) finish(end);
      forget.run();
      // From now on its record tells how it stands, to the microsecond.
      tellListeners();
    }
  }

  // On its own thread -----------------------------------------------------------------------------

  private void step() throws InterruptedException {
    var next = mailbox.next(untilNext());
    guarded(
        () -> {
          if (mailbox.overflowed()) happened(new Happening.Broken(CallEnd.Cause.OVERLOADED));
          if (next != null) next.run();
          onTime();
        });
  }

  /// A fault ends the call, and nothing else.
  private void guarded(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException e) {
      LOG.error("Call {} failed and is ended", key.interaction(), e);
      try {
        happened(new Happening.Broken(CallEnd.Cause.FAULT));
      } catch (RuntimeException again) {
        LOG.error("Call {} could not be ended in order", key.interaction(), again);
        enter(new Phase.Over(CallEnd.bySystem(CallEnd.Cause.FAULT)));
      }
    }
  }

  private long untilNext() {
    var now = System.nanoTime();
    var limited = phase.limit() != null;
    return Math.min(sound.untilLook(now), limited ? limitAt - now : Long.MAX_VALUE);
  }

  private void onTime() {
    var now = System.nanoTime();
    if (phase.limit() != null && limitAt - now <= 0) happened(new Happening.TimeUp());
    if (sound.untilLook(now) <= 0) look(now);
  }

  private void happened(Happening what) {
    if (what instanceof Happening.Requeued(ServiceId to) && to != null)
      recorder.rule(office.rules().rule(key.workspace(), to));
    if (!(CallLife.move(phase, what) instanceof CallLife.Move.To(var next, var effects))) return;
    enter(next);
    effects.forEach(this::effect);
    tellChange();
  }

  private void enter(Phase next) {
    var limit = next.limit();
    if (limit != null && !next.equals(phase) || limitAt == 0)
      limitAt = System.nanoTime() + (limit == null ? 0 : limit.toNanos());
    var wasTalking = phase instanceof Phase.Talking(_, var held) && !held;
    var talks = next instanceof Phase.Talking(_, var held) && !held;
    if (wasTalking && !talks) keeper.parted();
    var before = Sight.agent(phase);
    if (before != null && Sight.agent(next) == null) partAgent();
    if (before != null && !before.equals(Sight.agent(next))) office.letGo(key, before);
    phase = next;
    if (!talks) sound.stop();
  }

  private void partAgent() {
    recorder.parted();
    audio.leaveAgent();
    notForwarded = null;
  }

  private void effect(Effect effect) {
    switch (effect) {
      case Effect.Dial _ -> dial();
      case Effect.Reach(var agent) -> reach(agent);
      case Effect.Release(var agent) ->
          Thread.startVirtualThread(
              () -> office.work().release(key.workspace(), agent, key.interaction()));
      case Effect.RingingTone(var agent) ->
          office
              .leg(key, agent)
              .ifPresent(leg -> audio.tone(leg, office.studio().sounds().ringing()));
      case Effect.Music _ -> audio.music(office.studio().sounds().music());
      case Effect.Join(var agent) -> join(agent);
      case Effect.NoteAnswered _ -> keeper.noteAnswered();
      case Effect.DialForward(var to) -> forward(to);
      case Effect.JoinForward _ -> joinForward();
      case Effect.DropForward _ -> dropForward();
      case Effect.Requeue(var agent) ->
          Thread.startVirtualThread(
              () -> office.work().transfer(key.workspace(), agent, key.interaction(), null));
      case Effect.TellFloor(var by) -> FloorNotice.over(office.departures().get(), key, by);
      case Effect.HangUp _ -> hangUp();
    }
  }

  private void reach(UserId agent) {
    if (phase instanceof Phase.ReachingFirst) keeper.begin();
    office.reach(new Reach(key, agent, keeper.with(), mailbox::tell, this::happened));
  }

  private void dial() {
    var out = way;
    if (out == null) throw new IllegalStateException("no way to dial");
    sip =
        office
            .sip()
            .get()
            .call(
                new Dial(
                    new Dial.OverTrunks(out.number(), out.trunks()),
                    out.shown(),
                    audio.customer().offer(),
                    CallLimits.RINGING),
                this::heard);
  }

  private void join(UserId agent) {
    var leg = office.leg(key, agent);
    if (leg.isEmpty()) {
      if (office.isReached(key, agent)) happened(new Happening.DeviceToReach(agent));
      else mailbox.tell(() -> happened(new Happening.DeviceGone(agent)));
      return;
    }
    audio.join(leg.get());
    if (!(phase instanceof Phase.Talking)) return;
    keeper.joined();
    recorder.joined(agent);
    sound.begin(System.nanoTime());
  }

  private void hangUp() {
    if (sip != null) sip.hangUp();
    else happened(new Happening.FarEndGone(CallEnd.bySystem(CallEnd.Cause.FAULT)));
  }

  private void announced(boolean whole) {
    if (!recorder.announced(whole)) return;
    var agent = Sight.agent(phase);
    if (agent != null) office.leg(key, agent).ifPresent(audio::join);
    tellChange();
  }

  /// What the customer's signalling says.
  private void signalled(SipEvent event) {
    switch (event) {
      case SipEvent.Ringing _ -> happened(new Happening.Rings());
      case SipEvent.Progress(var theirs) -> {
        audio.customer().describe(theirs);
        happened(new Happening.EarlyAudio());
      }
      case SipEvent.Answered(var theirs) -> {
        audio.customer().describe(theirs);
        happened(new Happening.Answered());
      }
      case SipEvent.OfferAccepted(var theirs) -> audio.customer().describe(theirs);
      case SipEvent.Reoffered(var theirs) -> {
        if (sip != null) sip.answerOffer(audio.customer().answerAgain(theirs));
      }
      case SipEvent.Referred _ -> {
        if (sip != null) sip.tellReferrer(DECLINED);
      }
      case SipEvent.Refused(var why) -> happened(new Happening.FarEndGone(CallEnd.of(why)));
      case SipEvent.Ended ended ->
          happened(new Happening.FarEndGone(CallEnd.of(ended, keeper.answered())));
      case SipEvent.FailedOver _,
          SipEvent.OfferRefused _,
          SipEvent.ReferProgress _,
          SipEvent.KeyPressed _ -> {}
    }
  }

  // The number that the customer is sent to -------------------------------------------------------

  private void forward(Way to) {
    notForwarded = null;
    third = ForwardedLeg.dial(office, to, mailbox::tell, this::happened).orElse(null);
    if (third == null) mailbox.tell(() -> happened(new Happening.ForwardFailed()));
  }

  private void joinForward() {
    var leg = third;
    if (leg == null) return;
    audio.join(leg.phone());
    keeper.forwarded(leg.number());
  }

  private void dropForward() {
    if (third == null) return;
    notForwarded = third.failed();
    third.close();
    third = null;
  }

  // What the agent wishes -------------------------------------------------------------------------

  /// What became of a wish.
  enum Wish {
    DONE,
    /// The asker does not have this call.
    NOT_YOURS,
    /// Customer and agent are not connected.
    NO_CALL,
    TOO_MUCH
  }

  Wish hold(UserId agent, boolean held) {
    if (!agent.equals(Sight.agent(phase))) return Wish.NOT_YOURS;
    if (phase instanceof Phase.Talking(_, var now)) {
      if (now != held) happened(held ? new Happening.Hold() : new Happening.Retrieve());
      return Wish.DONE;
    }
    if (!(phase instanceof Phase.Forwarding) || held) return Wish.NO_CALL;
    happened(new Happening.Retrieve());
    return Wish.DONE;
  }

  Wish mute(UserId agent, boolean muted) {
    var may = may(agent);
    if (may == Wish.DONE) {
      audio.mute(muted);
      tellChange();
    }
    return may;
  }

  Wish press(UserId agent, String keys) {
    var may = may(agent);
    if (may != Wish.DONE) return may;
    return switch (audio.press(keys)) {
      case ACCEPTED -> Wish.DONE;
      case NOT_A_KEY, TOO_MANY -> Wish.TOO_MUCH;
    };
  }

  Wish record(UserId agent, CallState.Recording wish) {
    var may = may(agent);
    if (may != Wish.DONE) return may;
    var together = phase instanceof Phase.Talking(_, var held) && !held;
    if (!recorder.wish(wish, together)) return Wish.NO_CALL;
    tellChange();
    return Wish.DONE;
  }

  Wish forward(UserId agent, Way to) {
    var may = may(agent);
    if (may == Wish.DONE) happened(new Happening.Forward(to));
    return may;
  }

  Wish mayTransfer(UserId agent) {
    return may(agent);
  }

  private Wish may(UserId agent) {
    if (!agent.equals(Sight.agent(phase))) return Wish.NOT_YOURS;
    return phase instanceof Phase.Talking ? Wish.DONE : Wish.NO_CALL;
  }

  // How it is seen --------------------------------------------------------------------------------

  private void look(long now) {
    var agent = Sight.agent(phase);
    var leg = agent == null ? null : office.leg(key, agent).orElse(null);
    sound.look(leg, audio.muted(), now);
    tellChange();
  }

  private void tellChange() {
    var before = state;
    var next = seen(before.since());
    if (next.state() != before.state()) next = seen(office.clock().instant());
    if (next.equals(before)) return;
    state = next;
    tellListeners();
  }

  private void tellListeners() {
    for (var listener : office.listeners()) listener.changed(key.workspace(), key.interaction());
  }

  private CallState seen(Instant since) {
    return new CallState(
        Sight.state(phase),
        since,
        audio.muted(),
        recorder.state(),
        phase instanceof Phase.Talking ? notForwarded : Sight.result(phase),
        sound.quality());
  }

  // The end ---------------------------------------------------------------------------------------

  private void finish(CallEnd end) {
    dropForward();
    recorder.stop();
    audio.close();
    if (way != null) way.place().close();
    tellChange();
    keeper.end(end);
  }
}
