package org.hiwar.voice.call;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.sound.Clip;
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
  private @Nullable GuestLeg guest;
  private @Nullable Consultation consultation;
  private @Nullable CallResult notForwarded;
  private String keys = "";
  private final Sound sound = new Sound();
  private final QueueVoice queue;
  private volatile CallState state;

  /// What a call is made of.
  ///
  /// @param way out, for a call that we make; null for one that came in
  /// @param sip of a call that came in; null as long as we have not dialled, and when the customer
  ///     called from a page
  record Beginning(
      CallKey key,
      CallDetail detail,
      Phase phase,
      CustomerLeg customer,
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
    queue = new QueueVoice(office, key, beginning.language());
    audio.hearKeys(pressed -> mailbox.wish(() -> pressed(pressed)));
    recorder =
        new CallRecorder(
            office,
            key,
            beginning.rule(),
            audio,
            office.studio().sounds().recorded(beginning.language()),
            whole -> mailbox.tell(() -> announced(whole)),
            this::rejoin);
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

  /// Whether it is over for the customer, too. Asked on its own thread, by listeners.
  boolean isOver() {
    return phase instanceof Phase.Leaving || phase instanceof Phase.Over;
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
    var hidden = consultation == null ? Long.MAX_VALUE : consultation.untilHidden(now);
    var said = Math.min(queue.untilNext(now), hidden);
    var next = Math.min(sound.untilLook(now), said);
    return Math.min(next, limited ? limitAt - now : Long.MAX_VALUE);
  }

  private void onTime() {
    var now = System.nanoTime();
    if (phase.limit() != null && limitAt - now <= 0) happened(new Happening.TimeUp());
    if (sound.untilLook(now) <= 0) look(now);
    if (consultation != null && consultation.untilHidden(now) <= 0) {
      consultation = null;
      tellChange();
    }
    if (queue.untilNext(now) <= 0) queue.words(now).ifPresent(this::sayInQueue);
  }

  private void happened(Happening what) {
    if (what instanceof Happening.Requeued(ServiceId to) && to != null)
      recorder.rule(office.rules().rule(key.workspace(), to));
    if (!(CallLife.move(phase, what) instanceof CallLife.Move.To(var next, var effects))) return;
    enter(next);
    effects.forEach(this::effect);
    if (phase instanceof Phase.Consulting(_, _, var with) && consultation != null && guest != null)
      consultation.goesOn(with, guest);
    tellChange();
  }

  private void enter(Phase next) {
    var limit = next.limit();
    if (limit != null && !next.equals(phase) || limitAt == 0)
      limitAt = System.nanoTime() + (limit == null ? 0 : limit.toNanos());
    var talks = Sight.together(next);
    if (Sight.together(phase) && !talks) keeper.parted();
    var before = Sight.agent(phase);
    if (before != null && !before.equals(Sight.agent(next))) {
      partAgent();
      office.letGo(AgentPart.of(key, before));
    }
    phase = next;
    if (!talks) sound.stop();
    queue.waiting(next instanceof Phase.Waiting, System.nanoTime());
  }

  private void sayInQueue(Clip words) {
    audio.interrupt(
        words,
        () ->
            mailbox.tell(
                () -> {
                  if (phase instanceof Phase.Waiting) audio.music(office.studio().sounds().music());
                }));
  }

  private void partAgent() {
    recorder.parted();
    audio.leaveAgent();
    notForwarded = null;
    keys = "";
  }

  /// What the customer presses is for the agent: a number that is easier to type than to say.
  private void pressed(char pressed) {
    if (!Sight.together(phase)) return;
    var all = keys + pressed;
    keys = all.substring(Math.max(0, all.length() - CallLimits.KEYS_SHOWN));
    tellChange();
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
      case Effect.Music _ -> audio.music(music());
      case Effect.Join(var agent) -> join(agent);
      case Effect.NoteAnswered _ -> keeper.noteAnswered();
      case Effect.DialForward(var to) -> forward(to);
      case Effect.JoinForward _ -> joinForward();
      case Effect.RingGuest(var agent, var who) -> ring(agent, who);
      case Effect.JoinAside(var agent) -> joinWithGuest(agent, audio::aside);
      case Effect.HoldGuest _ -> guestLine().ifPresent(line -> audio.holdGuest(line, music()));
      case Effect.JoinAll(var agent) -> {
        if (joinWithGuest(agent, audio::conference)) joined(agent);
      }
      case Effect.GuestTakesOver _ -> guestTakesOver();
      case Effect.DropGuest(var why) -> dropGuest(why);
      case Effect.Requeue(var agent) ->
          Thread.startVirtualThread(
              () -> office.work().transfer(key.workspace(), agent, key.interaction(), null));
      case Effect.GiveBack(var agent, var why) ->
          Thread.startVirtualThread(
              () ->
                  office
                      .work()
                      .giveBack(key.workspace(), agent, key.interaction(), Untaken.of(why)));
      case Effect.TellFloor(var by) -> FloorNotice.over(office.departures().get(), key, by);
      case Effect.HangUp _ -> hangUp();
    }
  }

  private void reach(UserId agent) {
    if (phase instanceof Phase.ReachingFirst) keeper.begin();
    office.reach(new Reach(AgentPart.of(key, agent), keeper.with(), mailbox::tell, this::happened));
  }

  private void dial() {
    var out = way;
    if (out == null || !(audio.customer() instanceof PhoneLeg phone))
      throw new IllegalStateException("no way to dial");
    var endpoint = office.sip().get();
    phone.mayComeFrom(out.addresses(endpoint));
    sip =
        endpoint.call(
            new Dial(
                new Dial.OverTrunks(out.number(), out.trunks()),
                out.shown(),
                phone.offer(),
                CallLimits.RINGING),
            this::heard);
  }

  private void join(UserId agent) {
    var leg = office.leg(key, agent);
    if (leg.isEmpty()) {
      if (office.isReached(AgentPart.of(key, agent))) happened(new Happening.DeviceToReach(agent));
      else mailbox.tell(() -> happened(new Happening.DeviceGone(agent)));
      return;
    }
    audio.join(leg.get());
    joined(agent);
  }

  private void joined(UserId agent) {
    if (!Sight.together(phase)) return;
    keeper.joined();
    recorder.joined(agent);
    sound.begin(System.nanoTime());
  }

  private Clip music() {
    return office.studio().sounds().music();
  }

  /// A page has no signalling that has to agree: its leg is closed when the call is over.
  private void hangUp() {
    if (sip != null) sip.hangUp();
    else happened(new Happening.FarEndGone(CallEnd.bySystem(CallEnd.Cause.FAULT)));
  }

  private void announced(boolean whole) {
    if (!recorder.announced(whole)) return;
    rejoin();
    tellChange();
  }

  /// After an announcement, which has parted them.
  private void rejoin() {
    var agent = Sight.agent(phase);
    if (agent == null || !Sight.together(phase)) return;
    if (phase instanceof Phase.Consulting(_, _, var with) && with == With.ALL)
      joinWithGuest(agent, audio::conference);
    else office.leg(key, agent).ifPresent(audio::join);
  }

  /// What the customer's signalling says.
  private void signalled(SipEvent event) {
    if (!(audio.customer() instanceof PhoneLeg phone)) return;
    switch (event) {
      case SipEvent.Ringing _ -> happened(new Happening.Rings());
      case SipEvent.Progress(var theirs) -> {
        phone.describe(theirs);
        happened(new Happening.EarlyAudio());
      }
      case SipEvent.Answered(var theirs) -> {
        phone.describe(theirs);
        happened(new Happening.Answered());
      }
      case SipEvent.OfferAccepted(var theirs) -> phone.describe(theirs);
      case SipEvent.Reoffered(var theirs) -> {
        if (sip != null) sip.answerOffer(phone.answerAgain(theirs));
      }
      case SipEvent.Referred _ -> {
        if (sip != null) sip.tellReferrer(DECLINED);
      }
      case SipEvent.Refused(var why) -> happened(new Happening.FarEndGone(CallEnd.of(why)));
      case SipEvent.Ended ended ->
          happened(new Happening.FarEndGone(CallEnd.of(ended, keeper.answered())));
      case SipEvent.KeyPressed(var pressed, _) -> {
        if (!audio.withholdsKeys()) pressed(pressed);
      }
      case SipEvent.FailedOver _, SipEvent.OfferRefused _, SipEvent.ReferProgress _ -> {}
    }
  }

  // Who else is called into the call --------------------------------------------------------------

  private void forward(Way to) {
    notForwarded = null;
    consultation = null;
    guest = dial(to);
  }

  private @Nullable GuestLeg dial(Way to) {
    var leg = ForwardedLeg.dial(office, to, mailbox::tell, this::happened).orElse(null);
    if (leg == null) mailbox.tell(() -> happened(new Happening.GuestGone()));
    return leg;
  }

  private void joinForward() {
    var leg = guest;
    if (leg == null) return;
    leg.line().ifPresent(audio::join);
    if (leg instanceof ForwardedLeg number) keeper.forwarded(number.number());
    if (consultation != null) consultation.transferred();
    consultation = null;
  }

  private void ring(UserId agent, Guest who) {
    notForwarded = null;
    consultation = new Consultation(office, key, agent, who);
    guest =
        switch (who) {
          case Guest.Number(_, var way) -> dial(way);
          case Guest.Colleague colleague -> {
            var leg =
                new ColleagueLeg(
                    office, key, agent, colleague, mailbox, this::happened, audio::muteGuest);
            leg.ring();
            yield leg;
          }
        };
  }

  private Optional<Line> guestLine() {
    return guest == null ? Optional.empty() : guest.line();
  }

  /// False when one of them is away, which is then told.
  private boolean joinWithGuest(UserId agent, BiConsumer<AgentLeg, Line> how) {
    var leg = office.leg(key, agent);
    var other = guestLine();
    if (leg.isEmpty()) mailbox.tell(() -> happened(new Happening.DeviceGone(agent)));
    else if (other.isEmpty()) mailbox.tell(() -> happened(new Happening.GuestGone()));
    else how.accept(leg.get(), other.get());
    return leg.isPresent() && other.isPresent();
  }

  private void guestTakesOver() {
    if (consultation != null) consultation.transferred();
    consultation = null;
    if (guest instanceof ColleagueLeg colleague) colleague.takesOver();
    guest = null;
    audio.guestLeft();
  }

  private void dropGuest(@Nullable CallResult otherwise) {
    var leg = guest;
    if (leg == null && consultation == null) return;
    var why = leg == null ? CallResult.FAILED : leg.failed();
    if (why == null) why = otherwise;
    if (leg != null) leg.close();
    guest = null;
    audio.guestLeft();
    if (consultation == null) notForwarded = why;
    else if (consultation.isOpen() && !consultation.over(why)) consultation = null;
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
    if (!recorder.wish(wish, Sight.together(phase))) return Wish.NO_CALL;
    tellChange();
    return Wish.DONE;
  }

  Wish forward(UserId agent, Way to) {
    var may = mayTransfer(agent);
    if (may == Wish.DONE) happened(new Happening.Forward(to));
    return may;
  }

  /// On hold or not; a colleague is engaged already.
  Wish consult(UserId agent, Guest who) {
    var may = mayTransfer(agent);
    if (may == Wish.DONE) happened(new Happening.Consult(who));
    return may;
  }

  Wish talkTo(UserId agent, With with) {
    if (!agent.equals(Sight.agent(phase))) return Wish.NOT_YOURS;
    if (!(phase instanceof Phase.Consulting)) return Wish.NO_CALL;
    happened(new Happening.TalkTo(with));
    return Wish.DONE;
  }

  Wish letGo(UserId agent) {
    if (!agent.equals(Sight.agent(phase))) return Wish.NOT_YOURS;
    if (!(phase instanceof Phase.Consulting || phase instanceof Phase.Asking)) return Wish.NO_CALL;
    happened(new Happening.LetGo());
    return Wish.DONE;
  }

  /// What there is to do for an agent who wants to leave the customer to the consulted.
  sealed interface Completion {
    /// It is done.
    record Done() implements Completion {}

    /// The floor has to be asked to give the call to them.
    record To(UserId colleague) implements Completion {}

    record Not(Wish why) implements Completion {}
  }

  Completion complete(UserId agent) {
    if (!agent.equals(Sight.agent(phase))) return new Completion.Not(Wish.NOT_YOURS);
    if (!(phase instanceof Phase.Consulting(_, var who, _)))
      return new Completion.Not(Wish.NO_CALL);
    return switch (who) {
      case Guest.Colleague(_, var colleague) -> new Completion.To(colleague);
      case Guest.Number _ -> {
        happened(new Happening.Complete());
        yield new Completion.Done();
      }
    };
  }

  Wish mayTransfer(UserId agent) {
    if (!agent.equals(Sight.agent(phase))) return Wish.NOT_YOURS;
    return phase instanceof Phase.Talking ? Wish.DONE : Wish.NO_CALL;
  }

  private Wish may(UserId agent) {
    if (!agent.equals(Sight.agent(phase))) return Wish.NOT_YOURS;
    return phase instanceof Phase.Talking || phase instanceof Phase.Consulting
        ? Wish.DONE
        : Wish.NO_CALL;
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
        sound.quality(),
        keeper.joinedAt(),
        consultation == null ? null : consultation.state(),
        Sight.agent(phase),
        keys);
  }

  // The end ---------------------------------------------------------------------------------------

  private void finish(CallEnd end) {
    dropGuest(null);
    recorder.stop();
    audio.close();
    if (way != null) way.place().close();
    tellChange();
    keeper.end(end);
  }
}
