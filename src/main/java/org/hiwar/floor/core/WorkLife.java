package org.hiwar.floor.core;

import java.time.Instant;
import org.hiwar.floor.core.Command.Accept;
import org.hiwar.floor.core.Command.ComeBack;
import org.hiwar.floor.core.Command.Decline;
import org.hiwar.floor.core.Command.Dispose;
import org.hiwar.floor.core.Command.EndWrapUp;
import org.hiwar.floor.core.Command.Expire;
import org.hiwar.floor.core.Command.Give;
import org.hiwar.floor.core.Command.GiveBack;
import org.hiwar.floor.core.Command.HandOver;
import org.hiwar.floor.core.Command.Leave;
import org.hiwar.floor.core.Command.Postpone;
import org.hiwar.floor.core.Command.Relax;
import org.hiwar.floor.core.Command.Release;
import org.hiwar.floor.core.Command.Take;
import org.hiwar.floor.core.Command.Transfer;
import org.hiwar.floor.core.Command.Wake;
import org.hiwar.floor.core.Command.Widen;
import org.hiwar.floor.core.Command.WorkCommand;
import org.hiwar.floor.core.Event.OfferReturned;
import org.hiwar.floor.core.Event.WorkAccepted;
import org.hiwar.floor.core.Event.WorkCameBack;
import org.hiwar.floor.core.Event.WorkEnded;
import org.hiwar.floor.core.Event.WorkEvent;
import org.hiwar.floor.core.Event.WorkHandedOver;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.Event.WorkPostponed;
import org.hiwar.floor.core.Event.WorkRecalled;
import org.hiwar.floor.core.Event.WorkRelaxed;
import org.hiwar.floor.core.Event.WorkReturned;
import org.hiwar.floor.core.Event.WorkTaken;
import org.hiwar.floor.core.Event.WorkTransferred;
import org.hiwar.floor.core.Event.WorkWidened;
import org.hiwar.floor.core.Event.WrapUpProlonged;
import org.hiwar.floor.core.Event.WrapUpStarted;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Ended;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.floor.core.WorkState.Outcome;
import org.hiwar.floor.core.WorkState.Postponed;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.core.WorkState.WrapUp;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// The transitions of `WorkState`, one line each. A pure function: state and input in, state and
/// event out.
class WorkLife {

  /// People's commands and timers, and what the floor itself does with work.
  sealed interface Input
      permits WorkCommand, Offer, Recall, Hush, Prolong, Withdraw, GiveWay, Return {
    WorkId work();
  }

  record Offer(WorkId work, UserId agent) implements Input {}

  /// The agent's session is lost: an offer goes back at once, held work when the session is given
  /// up.
  record Recall(WorkId work) implements Input {}

  /// The agent cannot be called any more: a call that rings goes back.
  record Hush(WorkId work) implements Input {}

  /// Decision 21: one rule for a conversation. The wrap-up whose time was `over` goes on as long as
  /// other work of it that the agent has.
  record Prolong(WorkId work, Instant over, Instant until) implements Input {}

  /// A guard refuses to have it offered.
  record Withdraw(WorkId work) implements Input {}

  /// The agent begins other work in its place: what was previewed is being called.
  record GiveWay(WorkId work, UserId agent) implements Input {}

  /// A colleague has not accepted what the agent gave them: the agent has it again.
  record Return(WorkId work, UserId agent) implements Input {}

  sealed interface Move {
    record To(WorkState state, WorkEvent event) implements Move {}

    record Refused(Answer answer) implements Move {}
  }

  /// The work, the rules that hold for it from here on (of a transfer: those of its goal), and the
  /// time.
  ///
  /// @param personal until when it would wait for its preferred agent alone if it came back now;
  ///     null: not at all
  record Situation(Work work, Service rules, Instant now, @Nullable Instant personal) {
    Situation(Work work, Service rules, Instant now) {
      this(work, rules, now, null);
    }

    /// Where this work begins to wait.
    Queued queued(int offers) {
      boolean relaxed = work.skills().isEmpty() || rules.relaxAfter().isZero();
      return new Queued(offers, now, relaxed ? null : now.plus(rules.relaxAfter()), null);
    }
  }

  private record Step(WorkState state, Input input) {}

  private static final Move ALREADY = new Move.Refused(new Answer.Ignored(Reason.ALREADY_SO));
  private static final Move LATE = new Move.Refused(new Answer.Ignored(Reason.LATE));
  private static final Move NOT_YOURS = new Move.Refused(new Answer.Rejected(Reason.NOT_YOURS));

  Move move(WorkState state, Input input, Situation in) {
    var id = in.work().id();
    var now = in.now();
    var medium = in.work().medium();
    return switch (new Step(state, input)) {
      case Step(Queued q, Offer(_, var agent)) -> offered(q, agent, in);
      case Step(Queued q, Withdraw _) -> ended(in, null, Outcome.WITHDRAWN, By.SYSTEM);
      case Step(Queued q, Widen c) when c.until().equals(q.personalUntil()) ->
          to(q.widened(), new WorkWidened(id, medium, now));
      case Step(Queued q, Relax c) when c.at().equals(q.relaxAt()) ->
          to(q.asRelaxed(), new WorkRelaxed(id, medium, now));
      case Step(_, Offer _), Step(_, Withdraw _), Step(_, Widen _), Step(_, Relax _) -> LATE;

      case Step(Offered o, Accept c) when o.offer() == c.offer() && o.agent().equals(c.agent()) ->
          to(new Active(o.agent(), o.offer(), now), new WorkAccepted(id, medium, o.agent(), now));
      case Step(Offered o, Decline c) when o.offer() == c.offer() && o.agent().equals(c.agent()) ->
          returned(o, Presence.DECLINED, in);
      case Step(Offered o, Expire c) when o.offer() == c.offer() ->
          returned(o, Presence.NO_ANSWER, in);
      case Step(_, Accept _), Step(_, Decline _), Step(_, Expire _) -> LATE;

      case Step(Queued _, Leave c) -> ended(in, null, Outcome.ABANDONED, c.by());
      case Step(Offered o, Leave c) -> ended(in, o.agent(), Outcome.ABANDONED, c.by());
      case Step(Active a, Leave c) -> wrapUp(a, c.by(), in);
      case Step(Postponed _, Leave c) -> ended(in, null, Outcome.HANDLED, c.by());
      case Step(WrapUp _, Leave _), Step(Ended _, Leave _) -> LATE;

      case Step(Active a, Release c) ->
          a.agent().equals(c.agent()) ? wrapUp(a, By.AGENT, in) : NOT_YOURS;
      case Step(WrapUp w, Release c) -> w.agent().equals(c.agent()) ? LATE : NOT_YOURS;
      case Step(Active a, Transfer c) when a.agent().equals(c.agent()) ->
          to(
              in.queued(a.offers()),
              new WorkTransferred(
                  id,
                  medium,
                  a.agent(),
                  c.to(),
                  c.whole() ? new Gift(a.agent(), null, true) : null,
                  c.note(),
                  now));
      case Step(Active a, Give c) when a.agent().equals(c.agent()) && !a.agent().equals(c.to()) ->
          to(
              in.queued(a.offers()),
              new WorkTransferred(
                  id,
                  medium,
                  a.agent(),
                  in.work().service(),
                  new Gift(a.agent(), c.to(), c.whole()),
                  c.note(),
                  now));
      case Step(Active a, GiveBack c) when a.agent().equals(c.agent()) ->
          to(
              in.queued(a.offers()),
              new WorkTransferred(id, medium, a.agent(), in.work().service(), null, null, now));
      case Step(Active a, HandOver c) when a.agent().equals(c.agent()) ->
          to(
              new Active(c.to(), a.offers(), now),
              new WorkHandedOver(id, medium, a.agent(), c.to(), now));
      case Step(WrapUp w, Dispose c) when w.agent().equals(c.agent()) ->
          ended(in, w.agent(), Outcome.HANDLED, By.AGENT);
      case Step(Ended _, Release _),
          Step(Ended _, Dispose _),
          Step(Ended _, Transfer _),
          Step(Ended _, Give _),
          Step(Ended _, HandOver _),
          Step(Ended _, GiveBack _) ->
          LATE;
      case Step(_, Release _),
          Step(_, Transfer _),
          Step(_, Give _),
          Step(_, HandOver _),
          Step(_, GiveBack _),
          Step(_, Dispose _) ->
          NOT_YOURS;

      case Step(WrapUp w, EndWrapUp c) when w.until().equals(c.until()) ->
          ended(in, w.agent(), Outcome.HANDLED, By.SYSTEM);
      case Step(_, EndWrapUp _) -> LATE;
      case Step(WrapUp w, Prolong c) when c.over().equals(w.until()) ->
          to(
              new WrapUp(w.agent(), w.offers(), w.since(), c.until()),
              new WrapUpProlonged(id, medium, w.agent(), now, c.until()));
      case Step(_, Prolong _) -> LATE;

      case Step(Offered o, Hush _) -> returned(o, Presence.NO_DEVICE, in);
      case Step(_, Hush _) -> LATE;

      case Step(Active a, GiveWay c) when a.agent().equals(c.agent()) ->
          ended(in, a.agent(), Outcome.HANDLED, By.AGENT);
      case Step(Ended _, GiveWay _) -> LATE;
      case Step(_, GiveWay _) -> NOT_YOURS;

      case Step(Queued q, Return c) ->
          to(new Active(c.agent(), q.offers(), now), new WorkReturned(id, medium, c.agent(), now));
      case Step(_, Return _) -> LATE;

      case Step(Offered o, Recall _) -> returned(o, Presence.CONNECTION_LOST, in);
      case Step(Active a, Recall _) ->
          to(in.queued(a.offers()), new WorkRecalled(id, medium, a.agent(), now));
      case Step(WrapUp w, Recall _) -> ended(in, w.agent(), Outcome.HANDLED, By.SYSTEM);
      case Step(Queued _, Recall _), Step(Postponed _, Recall _), Step(Ended _, Recall _) -> LATE;

      case Step(Active a, Postpone c) when a.agent().equals(c.agent()) -> postponed(a, c, in);
      case Step(Postponed _, Postpone _), Step(Ended _, Postpone _) -> LATE;
      case Step(_, Postpone _) -> NOT_YOURS;
      case Step(Postponed p, ComeBack c) when c.until().equals(p.until()) ->
          cameBack(p, By.SYSTEM, in);
      case Step(Postponed p, Wake _) -> cameBack(p, By.CUSTOMER, in);
      case Step(_, ComeBack _), Step(_, Wake _) -> LATE;

      case Step(Queued q, Take c) when isFor(c.agent(), q, in) ->
          to(new Active(c.agent(), q.offers(), now), new WorkTaken(id, medium, c.agent(), now));
      case Step(Postponed p, Take c) when c.agent().equals(in.work().preferred()) ->
          to(new Active(c.agent(), p.offers(), now), new WorkTaken(id, medium, c.agent(), now));
      case Step(Active a, Take c) when a.agent().equals(c.agent()) -> ALREADY;
      case Step(_, Take _) -> LATE;
    };
  }

  private static Move offered(Queued queued, UserId agent, Situation in) {
    var until = in.now().plus(in.rules().offerFor());
    var state = new Offered(queued.counted(), agent, in.now(), until);
    return to(
        state,
        new WorkOffered(in.work().id(), in.work().medium(), agent, state.offer(), in.now(), until));
  }

  private static Move returned(Offered offer, Presence.NotReady why, Situation in) {
    return to(
        offer.back().at(in.now()),
        new OfferReturned(
            in.work().id(), in.work().medium(), offer.agent(), offer.offer(), why, in.now()));
  }

  private static Move wrapUp(Active active, By by, Situation in) {
    var id = in.work().id();
    var medium = in.work().medium();
    var wrapUpFor = in.rules().wrapUpFor();
    if (wrapUpFor.isZero()) return ended(in, active.agent(), Outcome.HANDLED, by);
    var until = in.now().plus(wrapUpFor);
    return to(
        new WrapUp(active.agent(), active.offers(), in.now(), until),
        new WrapUpStarted(id, medium, active.agent(), by, in.now(), until));
  }

  private static Move postponed(Active active, Postpone wish, Situation in) {
    var work = in.work();
    if (work.medium() != Medium.EMAIL)
      return new Move.Refused(new Answer.Rejected(Reason.OTHER_MEDIUM));
    boolean possible =
        wish.until().isAfter(in.now()) && !wish.until().isAfter(in.now().plus(Limits.POSTPONED));
    if (!possible) return new Move.Refused(new Answer.Rejected(Reason.NOT_THEN));
    return to(
        new Postponed(active.offers(), in.now(), wish.until()),
        new WorkPostponed(
            work.id(), work.medium(), active.agent(), wish.until(), wish.note(), in.now()));
  }

  private static Move cameBack(Postponed postponed, By by, Situation in) {
    var queued = in.queued(postponed.offers());
    var state = new Queued(queued.offers(), in.now(), queued.relaxAt(), in.personal());
    return to(state, new WorkCameBack(in.work().id(), in.work().medium(), by, state, in.now()));
  }

  private static boolean isFor(UserId agent, Queued queued, Situation in) {
    return queued.personal() ? agent.equals(in.work().preferred()) : in.rules().pulled();
  }

  private static Move ended(Situation in, @Nullable UserId agent, Outcome outcome, By by) {
    var event = new WorkEnded(in.work().id(), in.work().medium(), agent, outcome, by, in.now());
    return to(new Ended(outcome, in.now()), event);
  }

  private static Move to(WorkState state, WorkEvent event) {
    return new Move.To(state, event);
  }
}
