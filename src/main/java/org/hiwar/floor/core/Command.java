package org.hiwar.floor.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What people, channels, configuration and timers ask of the floor.
public sealed interface Command {

  sealed interface AgentCommand extends Command {
    UserId agent();
  }

  sealed interface PresenceCommand extends AgentCommand {}

  record LogIn(UserId agent) implements PresenceCommand {}

  record LogOut(UserId agent) implements PresenceCommand {}

  record GoReady(UserId agent) implements PresenceCommand {}

  record GoNotReady(UserId agent, String reason) implements PresenceCommand {
    public GoNotReady {
      var unused = new Presence.NotReady(reason);
    }
  }

  /// A desktop of the agent is connected. Asking again changes nothing.
  record SessionOpened(UserId agent) implements AgentCommand {}

  /// The last desktop of the agent has gone.
  record SessionLost(UserId agent) implements AgentCommand {}

  /// Timer: the session lost at `since` has not come back in time to stay ready.
  record MissSession(UserId agent, Instant since) implements AgentCommand {}

  /// Timer: the session lost at `since` has not come back in time to keep the held work.
  record GiveUpSession(UserId agent, Instant since) implements AgentCommand {}

  /// The agent can be called: a telephone of theirs is connected. Asking again changes nothing.
  record DeviceReady(UserId agent) implements AgentCommand {}

  /// The agent cannot be called any more.
  record DeviceGone(UserId agent) implements AgentCommand {}

  /// The agent takes part in a call that is not their work: an internal one, or one they were asked
  /// into. Until it is over they are offered no call and begin none.
  record Engage(UserId agent) implements AgentCommand {}

  /// That call is over for the agent.
  record Disengage(UserId agent) implements AgentCommand {}

  /// Said again to a floor that has begun anew and keeps no engagement: it goes on, whatever the
  /// agent has got meanwhile.
  record StillEngaged(UserId agent) implements AgentCommand {}

  /// The agent begins this work, such as a call to a customer: nobody is asked, and it never waits.
  /// `insteadOf`: a preview that the agent has, and that is handled with it: both happen, or
  /// neither; null: it takes the place of nothing.
  record Begin(Work work, UserId agent, @Nullable WorkId insteadOf) implements AgentCommand {
    public Begin(Work work, UserId agent) {
      this(work, agent, null);
    }
  }

  sealed interface WorkCommand extends Command, WorkLife.Input {
    WorkId work();
  }

  record Accept(WorkId work, UserId agent, int offer) implements WorkCommand {}

  record Decline(WorkId work, UserId agent, int offer) implements WorkCommand {}

  /// The customer leaves, or the work ends by inactivity (then `by` is SYSTEM).
  record Leave(WorkId work, By by) implements WorkCommand {
    public Leave(WorkId work) {
      this(work, By.CUSTOMER);
    }
  }

  /// The agent ends the contact; wrap-up begins.
  record Release(WorkId work, UserId agent) implements WorkCommand {}

  /// The agent completes the wrap-up.
  record Dispose(WorkId work, UserId agent) implements WorkCommand {}

  /// The agent gives the work to the queue of a service.
  ///
  /// @param whole whoever accepts it gets what else the agent then has of its conversation, but for
  ///     calls
  /// @param note for whoever gets it; may be empty; null: it is no wish of the agent, and the
  ///     history does not tell of it
  record Transfer(WorkId work, UserId agent, ServiceId to, boolean whole, @Nullable String note)
      implements WorkCommand {
    public Transfer {
      if (note != null && note.length() > Limits.NOTE_LENGTH)
        throw new IllegalArgumentException("a long note");
    }

    /// This piece alone, without a word.
    public Transfer(WorkId work, UserId agent, ServiceId to) {
      this(work, agent, to, false, null);
    }
  }

  /// The agent offers the work, which is no call, to a colleague. Unless they accept, the agent has
  /// it again.
  ///
  /// @param whole who accepts it gets what else the agent then has of its conversation, but for
  ///     calls
  /// @param note for who gets it; may be empty
  record Give(WorkId work, UserId agent, UserId to, boolean whole, String note)
      implements WorkCommand {
    public Give {
      if (note.length() > Limits.NOTE_LENGTH) throw new IllegalArgumentException("a long note");
    }
  }

  /// Work that the agent has accepted and could not take, a call at a telephone that nobody lifts,
  /// goes back to its queue; the agent is not ready any more, as after an offer without an answer.
  record GiveBack(WorkId work, UserId agent, Presence.NotReady why) implements WorkCommand {}

  /// Active work of `agent` becomes active work of `to`, who is in it already: a call of who is
  /// engaged, and whose engagement ends with it; written work, with what else `agent` has of its
  /// conversation but for calls, of a guest. Nothing is offered.
  record HandOver(WorkId work, UserId agent, UserId to) implements WorkCommand {}

  /// Timer: nobody has answered offer number `offer`.
  record Expire(WorkId work, int offer) implements WorkCommand {}

  record EndWrapUp(WorkId work, Instant until) implements WorkCommand {}

  /// Timer: the work has waited for its preferred agent long enough.
  record Widen(WorkId work, Instant until) implements WorkCommand {}

  /// Timer: the work has waited for all its skills long enough.
  record Relax(WorkId work, Instant at) implements WorkCommand {}

  /// The agent sets a mail aside; it comes back at `until`.
  ///
  /// @param note why, for whoever reads its history; may be empty
  record Postpone(WorkId work, UserId agent, Instant until, String note) implements WorkCommand {
    public Postpone {
      if (note.length() > Limits.NOTE_LENGTH) throw new IllegalArgumentException("a long note");
      until = until.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /// The agent takes what waits in the list of a pulled service, or what they have postponed.
  record Take(WorkId work, UserId agent) implements WorkCommand {}

  /// The customer has written again: what is postponed comes back now.
  record Wake(WorkId work) implements WorkCommand {}

  /// Timer: what was postponed comes back.
  record ComeBack(WorkId work, Instant until) implements WorkCommand {}

  /// Who is in written work beside the agent who has it.
  sealed interface GuestCommand extends AgentCommand {
    WorkId work();
  }

  /// The agent who has the work asks a colleague into it.
  ///
  /// @param note for the colleague; may be empty
  record Invite(WorkId work, UserId agent, UserId guest, String note) implements GuestCommand {
    public Invite {
      if (note.length() > Limits.NOTE_LENGTH) throw new IllegalArgumentException("a long note");
    }
  }

  /// Who was asked comes in.
  record Join(WorkId work, UserId agent) implements GuestCommand {}

  /// A supervisor comes in without being asked.
  record StepIn(WorkId work, UserId agent) implements GuestCommand {}

  /// A guest leaves, or does not want to come in.
  record Depart(WorkId work, UserId agent) implements GuestCommand {}

  /// The agent who has the work takes out a guest who was asked.
  record Dismiss(WorkId work, UserId agent, UserId guest) implements GuestCommand {}

  /// Timer: `agent`, who was to answer until `until`, has not.
  record InvitationOver(WorkId work, UserId agent, Instant until) implements GuestCommand {}

  record Arrive(Work work) implements Command {}

  /// Services or agents' skills have changed; `plan` is all of them as they are now.
  record Reconfigure(Plan plan) implements Command {}
}
