package org.hiwar.floor.core;

import java.time.Instant;
import java.util.ArrayList;
import org.hiwar.floor.core.Command.Depart;
import org.hiwar.floor.core.Command.Dismiss;
import org.hiwar.floor.core.Command.GuestCommand;
import org.hiwar.floor.core.Command.InvitationOver;
import org.hiwar.floor.core.Command.Invite;
import org.hiwar.floor.core.Command.Join;
import org.hiwar.floor.core.Command.StepIn;
import org.hiwar.floor.core.Event.GuestAsked;
import org.hiwar.floor.core.Event.GuestJoined;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Ended;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.floor.core.WorkState.Postponed;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.core.WorkState.WrapUp;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// Who is in written work beside the agent who has it. What is called has its own way: whoever is
/// asked into a call is engaged.
///
/// A guest is in one piece of work and goes with it: while it waits, because its agent was lost or
/// has given it away, they stay; when it is over they are out.
final class Guests {
  private final Floor floor;
  private final Parts parts;

  Guests(Floor floor, Parts parts) {
    this.floor = floor;
    this.parts = parts;
  }

  Answer decide(GuestCommand command, Instant now) {
    var item = floor.item(command.work());
    if (item == null)
      return new Answer.Ignored(
          parts.lately().contains(command.work()) ? Reason.LATE : Reason.UNKNOWN_WORK);
    return switch (command) {
      case Invite c -> invite(item, c, now);
      case StepIn c -> stepIn(item, c, now);
      case Join c -> move(item, c.agent(), c, now);
      case Depart c -> move(item, c.agent(), c, now);
      case Dismiss c -> move(item, c.guest(), c, now);
      case InvitationOver c -> move(item, c.agent(), c, now);
    };
  }

  private Answer invite(Item item, Invite wish, Instant now) {
    if (!(item.state() instanceof Active active) || !active.agent().equals(wish.agent()))
      return new Answer.Rejected(Reason.NOT_YOURS);
    if (Agent.isCall(item.work().medium())) return new Answer.Rejected(Reason.OTHER_MEDIUM);
    if (wish.guest().equals(wish.agent()) || item.guest(wish.guest()) != null)
      return new Answer.Ignored(Reason.ALREADY_SO);
    if (item.guests().size() >= Limits.GUESTS) return new Answer.Rejected(Reason.FULL);
    var hindrance = parts.fitness().hindranceToBeAsked(floor.agentOrNew(wish.guest()));
    if (hindrance != null) return new Answer.Rejected(hindrance);
    var until = now.plus(item.queue().rules().offerFor());
    floor.guest(item, wish.guest(), new Guest(wish.guest(), wish.agent(), now, until));
    floor
        .changes()
        .happened(
            new GuestAsked(item.work().id(), wish.guest(), wish.agent(), wish.note(), now, until));
    return Answer.DONE;
  }

  private Answer stepIn(Item item, StepIn wish, Instant now) {
    if (!(item.state() instanceof Active active)) return new Answer.Ignored(Reason.LATE);
    if (Agent.isCall(item.work().medium())) return new Answer.Rejected(Reason.OTHER_MEDIUM);
    if (active.agent().equals(wish.agent())) return new Answer.Ignored(Reason.ALREADY_SO);
    var before = item.guest(wish.agent());
    if (before != null) return move(item, wish.agent(), new Join(wish.work(), wish.agent()), now);
    if (item.guests().size() >= Limits.GUESTS) return new Answer.Rejected(Reason.FULL);
    var hindrance = parts.fitness().hindranceToStepIn(floor.agentOrNew(wish.agent()));
    if (hindrance != null) return new Answer.Rejected(hindrance);
    floor.guest(item, wish.agent(), new Guest(wish.agent(), null, now, null));
    floor.changes().happened(new GuestJoined(item.work().id(), wish.agent(), null, now));
    return Answer.DONE;
  }

  private Answer move(Item item, UserId agent, GuestCommand command, Instant now) {
    var guest = item.guest(agent);
    if (guest == null) return new Answer.Ignored(Reason.LATE);
    return move(item, guest, new GuestLife.Input.Said(command), now);
  }

  private Answer move(Item item, Guest guest, GuestLife.Input input, Instant now) {
    var host = item.state() instanceof Active active ? active.agent() : null;
    var situation = new GuestLife.Situation(item.work().id(), host, now);
    return switch (GuestLife.move(guest, input, situation)) {
      case GuestLife.Move.Refused(Answer answer) -> answer;
      case GuestLife.Move.To(var next, var event) -> {
        floor.guest(item, guest.agent(), next);
        floor.changes().happened(event);
        yield Answer.DONE;
      }
    };
  }

  private void goes(Item item, Guest guest, Parting why, Instant now) {
    var unused = move(item, guest, new GuestLife.Input.Gone(why), now);
  }

  /// The agent is not here any more.
  ///
  /// @param asked only what they have not answered yet
  void away(Agent agent, boolean asked, Instant now) {
    for (var item : new ArrayList<>(agent.visits().keySet())) {
      var guest = item.guest(agent.id());
      if (guest != null && !(asked && guest.joined())) goes(item, guest, Parting.AWAY, now);
    }
  }

  /// Has one guest go who has to, since the work stands otherwise than before; false: nobody has
  /// to.
  boolean follow(Item item, Instant now) {
    for (var guest : item.guests()) {
      var why = why(item, guest);
      if (why == null) continue;
      goes(item, guest, why, now);
      return true;
    }
    return false;
  }

  /// Null: they stay.
  private static @Nullable Parting why(Item item, Guest guest) {
    return switch (item.state()) {
      case Active active -> active.agent().equals(guest.agent()) ? Parting.HOST : null;
      case WrapUp _, Ended _, Postponed _ -> Parting.OVER;
      case Queued _, Offered _ -> null;
    };
  }
}
