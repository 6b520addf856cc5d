package org.hiwar.floor.core;

import org.hiwar.floor.core.Command.GoNotReady;
import org.hiwar.floor.core.Command.GoReady;
import org.hiwar.floor.core.Command.LogIn;
import org.hiwar.floor.core.Command.LogOut;
import org.hiwar.floor.core.Command.PresenceCommand;
import org.hiwar.floor.core.Presence.LoggedOut;

/// The transitions of an agent's presence, one line each. A pure function.
///
///               LogIn                 GoReady
///  LoggedOut ──────────▶ NotReady ───────────────▶ Ready ─┐ GoNotReady, LogOut, demotion: at once with empty hands,
///      ▲                    ▲  ▲                     │    │ else pending until the last held work has ended
///      └──── LogOut ────────┘  └─────────────────────┴────┘
///
/// A demotion (declined, no answer, connection lost) never overrides what the agent has asked for
/// already.
final class PresenceLife {
  private PresenceLife() {}

  /// What can happen to a presence: people's commands, and what the floor itself does.
  sealed interface Input {
    record Asked(PresenceCommand command) implements Input {}

    /// The system takes the agent out of *Ready*.
    record Demoted(Presence.NotReady to) implements Input {}

    /// The last held work has gone.
    record HandsFree() implements Input {}
  }

  sealed interface Move {
    record To(Standing next) implements Move {}

    record Refused(Answer answer) implements Move {}
  }

  private record Step(Presence presence, Input input) {}

  private static final Move ALREADY = new Move.Refused(new Answer.Ignored(Reason.ALREADY_SO));
  private static final Move NOT_LOGGED_IN =
      new Move.Refused(new Answer.Rejected(Reason.NOT_LOGGED_IN));

  /// `holding`: whether the agent has work in hand.
  static Move move(Standing now, Input input, boolean holding) {
    return switch (new Step(now.presence(), input)) {
      case Step(LoggedOut _, Input.Asked(LogIn _)) -> new Move.To(Standing.at(Presence.LOGIN));
      case Step(LoggedOut _, Input.Asked(LogOut _)) -> ALREADY;
      case Step(LoggedOut _, Input.Asked(GoReady _)) -> NOT_LOGGED_IN;
      case Step(LoggedOut _, Input.Asked(GoNotReady _)) -> NOT_LOGGED_IN;
      case Step(_, Input.Asked(LogIn _)) -> ALREADY;
      case Step(_, Input.Asked(GoReady _)) ->
          now.working() ? ALREADY : new Move.To(Standing.at(Presence.READY));
      case Step(_, Input.Asked(GoNotReady c)) ->
          towards(now, new Presence.NotReady(c.reason()), holding);
      case Step(_, Input.Asked(LogOut _)) -> towards(now, Presence.LOGGED_OUT, holding);
      case Step(_, Input.Demoted d) -> now.working() ? towards(now, d.to(), holding) : ALREADY;
      case Step(_, Input.HandsFree _) ->
          now.pending() && !holding ? new Move.To(Standing.at(now.next())) : ALREADY;
    };
  }

  private static Move towards(Standing now, Presence wanted, boolean holding) {
    if (now.next().equals(wanted)) return ALREADY;
    return new Move.To(holding ? new Standing(now.presence(), wanted) : Standing.at(wanted));
  }
}
