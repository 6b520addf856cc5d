package org.hiwar.floor.core;

import java.time.Instant;
import org.hiwar.floor.core.Command.Depart;
import org.hiwar.floor.core.Command.Dismiss;
import org.hiwar.floor.core.Command.InvitationOver;
import org.hiwar.floor.core.Command.Join;
import org.hiwar.floor.core.Event.GuestJoined;
import org.hiwar.floor.core.Event.GuestLeft;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// The transitions of a `Guest`, one line each. A pure function.
///
///  Invite            Join              Depart, Dismiss, Gone
///  ──────▶ Asked ──────────▶ Joined ─────────────────────────▶
///            │                 ▲ StepIn
///            └─ Depart, Dismiss, InvitationOver, Gone ─▶
///
/// Whoever is no guest is none of the states: nothing is remembered of them.
final class GuestLife {
  private GuestLife() {}

  /// What can happen to a guest: people's commands and the timer, and what the floor itself does.
  sealed interface Input {
    record Said(Command.GuestCommand command) implements Input {}

    /// The agent, or the work, is not there any more.
    record Gone(Parting why) implements Input {}
  }

  sealed interface Move {
    /// @param next null: they are no guest any more
    record To(@Nullable Guest next, Event.GuestEvent event) implements Move {}

    record Refused(Answer answer) implements Move {}
  }

  private record Step(boolean joined, Input input) {}

  private static final Move ALREADY = new Move.Refused(new Answer.Ignored(Reason.ALREADY_SO));
  private static final Move LATE = new Move.Refused(new Answer.Ignored(Reason.LATE));
  private static final Move NOT_YOURS = new Move.Refused(new Answer.Rejected(Reason.NOT_YOURS));

  /// @param host who has the work now; null: nobody
  record Situation(WorkId work, @Nullable UserId host, Instant now) {}

  static Move move(Guest guest, Input input, Situation in) {
    return switch (new Step(guest.joined(), input)) {
      case Step(boolean joined, Input.Said(Join _)) -> joined ? ALREADY : joined(guest, in);
      case Step(boolean joined, Input.Said(Depart _)) ->
          left(guest, joined ? Parting.LEFT : Parting.DECLINED, in);
      case Step(boolean _, Input.Said(Dismiss c)) ->
          guest.host() != null && c.agent().equals(in.host())
              ? left(guest, Parting.REMOVED, in)
              : NOT_YOURS;
      case Step(boolean _, Input.Said(InvitationOver c)) ->
          c.until().equals(guest.until()) ? left(guest, Parting.NO_ANSWER, in) : LATE;
      case Step(boolean _, Input.Said(Command.Invite _)),
          Step(boolean _, Input.Said(Command.StepIn _)) ->
          ALREADY;
      case Step(boolean _, Input.Gone(Parting why)) -> left(guest, why, in);
    };
  }

  private static Move joined(Guest guest, Situation in) {
    return new Move.To(
        new Guest(guest.agent(), guest.host(), in.now(), null),
        new GuestJoined(in.work(), guest.agent(), guest.host(), in.now()));
  }

  private static Move left(Guest guest, Parting why, Situation in) {
    return new Move.To(null, new GuestLeft(in.work(), guest.agent(), why, in.now()));
  }
}
