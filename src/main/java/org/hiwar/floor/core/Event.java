package org.hiwar.floor.core;

import java.time.Instant;
import java.util.List;
import org.hiwar.floor.core.WorkState.Outcome;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What happened on the floor, in the order in which it was decided.
public sealed interface Event {
  Instant at();

  /// Whose presence, work or device has changed by it; empty: nobody's.
  List<UserId> concerned();

  sealed interface AgentEvent extends Event {
    UserId agent();

    @Override
    default List<UserId> concerned() {
      return List.of(agent());
    }
  }

  /// `next` equals `presence` when no change is pending.
  record PresenceChanged(UserId agent, Presence presence, Presence next, Instant at)
      implements AgentEvent {}

  record SessionBegan(UserId agent, Instant at) implements AgentEvent {}

  record SessionEnded(UserId agent, Instant at) implements AgentEvent {}

  /// Whether the agent can be called.
  record DeviceChanged(UserId agent, boolean ready, Instant at) implements AgentEvent {}

  /// Whether the agent takes part in a call that is not their work.
  record EngagementChanged(UserId agent, boolean engaged, Instant at) implements AgentEvent {}

  /// `agent` is in written work that another one has, or was to be.
  sealed interface GuestEvent extends AgentEvent {
    WorkId work();
  }

  /// `host` has asked `agent` to come in, who may answer until `until`. `note`: may be empty.
  record GuestAsked(WorkId work, UserId agent, UserId host, String note, Instant at, Instant until)
      implements GuestEvent {}

  /// `host`: who had asked them; null: nobody, they are a supervisor.
  record GuestJoined(WorkId work, UserId agent, @Nullable UserId host, Instant at)
      implements GuestEvent {}

  record GuestLeft(WorkId work, UserId agent, Parting why, Instant at) implements GuestEvent {}

  sealed interface WorkEvent extends Event {
    WorkId work();

    /// Of the work: what is none of an interaction is told by it.
    Medium medium();

    /// Whom it concerns: the agent who has, gets or loses the work; null while nobody has it.
    @Nullable UserId agent();

    @Override
    default List<UserId> concerned() {
      var agent = agent();
      return agent == null ? List.of() : List.of(agent);
    }
  }

  record WorkQueued(Work what, Queued state, Instant at) implements WorkEvent {
    @Override
    public WorkId work() {
      return what.id();
    }

    @Override
    public Medium medium() {
      return what.medium();
    }

    @Override
    public @Nullable UserId agent() {
      return null;
    }
  }

  /// No longer for its preferred agent alone.
  record WorkWidened(WorkId work, Medium medium, Instant at) implements WorkEvent {
    @Override
    public @Nullable UserId agent() {
      return null;
    }
  }

  /// From now on only the skill of the service counts.
  record WorkRelaxed(WorkId work, Medium medium, Instant at) implements WorkEvent {
    @Override
    public @Nullable UserId agent() {
      return null;
    }
  }

  record WorkOffered(WorkId work, Medium medium, UserId agent, int offer, Instant at, Instant until)
      implements WorkEvent {}

  record OfferReturned(
      WorkId work, Medium medium, UserId agent, int offer, Presence.NotReady why, Instant at)
      implements WorkEvent {}

  record WorkAccepted(WorkId work, Medium medium, UserId agent, Instant at) implements WorkEvent {}

  /// An agent has begun work of their own, and has it.
  record WorkBegan(Work what, UserId agent, Instant at) implements WorkEvent {
    @Override
    public WorkId work() {
      return what.id();
    }

    @Override
    public Medium medium() {
      return what.medium();
    }
  }

  record WrapUpStarted(WorkId work, Medium medium, UserId agent, By by, Instant at, Instant until)
      implements WorkEvent {}

  /// Its time was over, but the agent has other work of the same conversation that is not.
  record WrapUpProlonged(WorkId work, Medium medium, UserId agent, Instant at, Instant until)
      implements WorkEvent {}

  /// `agent` gives it away, or has accepted it and could not take it: then `to` is its own service.
  ///
  /// @param gift what is remembered of it until it is accepted; null: nothing
  /// @param note for whoever gets it, may be empty; null: the agent has not wished it
  record WorkTransferred(
      WorkId work,
      Medium medium,
      UserId agent,
      ServiceId to,
      @Nullable Gift gift,
      @Nullable String note,
      Instant at)
      implements WorkEvent {
    /// To whom alone it will be offered; null: to whoever serves `to`.
    public @Nullable UserId colleague() {
      return gift == null ? null : gift.to();
    }
  }

  /// The colleague to whom it was given has not accepted it: `agent`, who gave it, has it again.
  record WorkReturned(WorkId work, Medium medium, UserId agent, Instant at) implements WorkEvent {}

  /// `from` gives it to `to`: a call, to who was engaged and is so no more; anything else, to who
  /// has accepted what `from` gave away of the same conversation with all that belongs to it.
  record WorkHandedOver(WorkId work, Medium medium, UserId from, UserId to, Instant at)
      implements WorkEvent {
    /// Who has it now.
    @Override
    public UserId agent() {
      return to;
    }

    @Override
    public List<UserId> concerned() {
      return List.of(from, to);
    }
  }

  /// Taken from an agent whose session did not come back; it waits again.
  record WorkRecalled(WorkId work, Medium medium, UserId agent, Instant at) implements WorkEvent {}

  /// Set aside by `agent` until `until`. `note`: why; may be empty.
  record WorkPostponed(
      WorkId work, Medium medium, UserId agent, Instant until, String note, Instant at)
      implements WorkEvent {}

  /// It waits again, in the place it had. `by`: CUSTOMER has written, or SYSTEM: its time has come.
  record WorkCameBack(WorkId work, Medium medium, By by, Queued state, Instant at)
      implements WorkEvent {
    @Override
    public @Nullable UserId agent() {
      return null;
    }
  }

  /// An agent has taken it without an offer, out of the list of a pulled service or from what they
  /// have postponed.
  record WorkTaken(WorkId work, Medium medium, UserId agent, Instant at) implements WorkEvent {}

  /// `by`: who ended the contact, or, after a wrap-up, who ended that.
  record WorkEnded(
      WorkId work, Medium medium, @Nullable UserId agent, Outcome outcome, By by, Instant at)
      implements WorkEvent {}
}
