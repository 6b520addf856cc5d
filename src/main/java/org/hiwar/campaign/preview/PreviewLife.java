package org.hiwar.campaign.preview;

import org.hiwar.campaign.preview.PreviewInput.*;
import org.hiwar.campaign.preview.PreviewState.*;
import org.hiwar.workspace.UserId;

/// The transitions of [PreviewState]. A pure function: state and input in, state out.
public final class PreviewLife {
  private PreviewLife() {}

  public sealed interface Move {
    record To(PreviewState state) implements Move {}

    /// It has been done already: a second click is answered as the first.
    record Done() implements Move {}

    /// Something else came first.
    record Late() implements Move {}

    record NotYours() implements Move {}
  }

  private record Step(PreviewState state, PreviewInput input) {}

  private static final Move LATE = new Move.Late();

  public static Move move(PreviewState state, PreviewInput input) {
    return switch (new Step(state, input)) {
      case Step(Queued _, Offer(var agent)) -> to(new Offered(agent));
      case Step(Offered o, Accept(var agent)) ->
          o.agent().equals(agent) ? to(new Reviewing(agent)) : new Move.NotYours();
      case Step(Offered _, ReturnOffer _) -> to(new Queued());
      case Step(Queued _, Withdraw _), Step(Offered _, Withdraw _) -> ended(Outcome.WITHDRAWN);
      case Step(Reviewing _, Recall _) -> to(new Queued());

      case Step(Reviewing r, Complete(var agent)) -> own(r.agent(), agent, Outcome.COMPLETED);
      case Step(Ended(var outcome), Complete _) when outcome == Outcome.COMPLETED ->
          new Move.Done();
      case Step(Reviewing r, Skip(var agent)) -> own(r.agent(), agent, Outcome.SKIPPED);
      case Step(Ended(var outcome), Skip _) when outcome == Outcome.SKIPPED -> new Move.Done();

      case Step(Reviewing r, Dial(var agent)) -> dials(r.agent(), agent, false);
      case Step(Deciding d, Dial(var agent)) -> dials(d.agent(), agent, true);
      case Step(Dialing d, Dial(var agent)) ->
          d.agent().equals(agent) ? new Move.Done() : new Move.NotYours();
      case Step(Dialing(var agent, boolean again), NotBegun _) ->
          to(again ? new Deciding(agent) : new Reviewing(agent));

      case Step(Dialing(var agent, boolean _), Answered _) -> to(new Talking(agent));
      case Step(Dialing(var agent, boolean _), Over _) -> to(new Deciding(agent));
      case Step(Talking(var agent), Over _) -> to(new Deciding(agent));
      case Step(Dialing _, End _), Step(Talking _, End _), Step(Deciding _, End _) ->
          ended(Outcome.CALLED);

      case Step(_, Offer _),
          Step(_, Accept _),
          Step(_, ReturnOffer _),
          Step(_, Withdraw _),
          Step(_, Recall _),
          Step(_, Complete _),
          Step(_, Skip _),
          Step(_, Dial _),
          Step(_, NotBegun _),
          Step(_, Answered _),
          Step(_, Over _),
          Step(_, End _) ->
          LATE;
    };
  }

  private static Move own(UserId holder, UserId agent, Outcome outcome) {
    return holder.equals(agent) ? ended(outcome) : new Move.NotYours();
  }

  private static Move dials(UserId holder, UserId agent, boolean again) {
    return holder.equals(agent) ? to(new Dialing(agent, again)) : new Move.NotYours();
  }

  private static Move ended(Outcome outcome) {
    return to(new Ended(outcome));
  }

  private static Move to(PreviewState state) {
    return new Move.To(state);
  }
}
