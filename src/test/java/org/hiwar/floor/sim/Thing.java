package org.hiwar.floor.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.floor.core.Event.WorkBegan;
import org.hiwar.floor.core.Event.WorkCameBack;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.Event.WorkPostponed;
import org.hiwar.floor.core.Event.WorkQueued;
import org.hiwar.floor.core.Gift;
import org.hiwar.floor.core.Guest;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// One open piece of work, as the ledger has it.
final class Thing {
  Work work;
  Phase phase = Phase.QUEUED;
  @Nullable UserId agent;
  /// Who is in it beside the agent, or asked to be.
  final List<Guest> guests = new ArrayList<>();
  int offers;
  Instant since;
  @Nullable Instant until;
  private Instant queuedSince;
  @Nullable Instant relaxAt;
  @Nullable Instant personalUntil;

  Thing(WorkQueued e) {
    work = e.what();
    since = e.at();
    queuedSince = e.at();
    relaxAt = e.state().relaxAt();
    personalUntil = e.state().personalUntil();
  }

  Thing(WorkBegan e) {
    work = e.what();
    phase = Phase.ACTIVE;
    agent = e.agent();
    since = e.at();
    queuedSince = e.at();
  }

  @Nullable Guest guest(UserId id) {
    for (var guest : guests) if (guest.agent().equals(id)) return guest;
    return null;
  }

  /// The place in the queue that it has, or goes back to.
  Queued queued() {
    return new Queued(offers, queuedSince, relaxAt, personalUntil);
  }

  boolean belongsWith(Thing other) {
    return work.conversation() != 0 && work.conversation() == other.work.conversation();
  }

  void at(Phase next, Instant from, @Nullable Instant deadline) {
    phase = next;
    since = from;
    until = deadline;
  }

  void offered(WorkOffered e) {
    agent = e.agent();
    offers = e.offer();
    personalUntil = null;
    at(Phase.OFFERED, e.at(), e.until());
  }

  void backInQueue() {
    agent = null;
    at(Phase.QUEUED, queuedSince, null);
  }

  void queue(Instant from, @Nullable Instant relax) {
    queuedSince = from;
    relaxAt = relax;
    backInQueue();
  }

  void postponed(WorkPostponed e) {
    agent = null;
    work =
        new Work(
            work.id(),
            work.service(),
            work.medium(),
            work.skills(),
            work.priority(),
            work.arrivedAt(),
            e.agent(),
            false,
            work.conversation());
    at(Phase.POSTPONED, e.at(), e.until());
  }

  void cameBack(WorkCameBack e) {
    queue(e.at(), e.state().relaxAt());
    personalUntil = e.state().personalUntil();
  }

  /// To whom it belongs next: the colleague did not accept it. Null: to nobody in particular.
  @Nullable UserId owedTo;

  /// Nobody has given it away any more.
  void accepted() {
    if (work.gift() == null) return;
    work =
        new Work(
            work.id(),
            work.service(),
            work.medium(),
            work.skills(),
            work.priority(),
            work.arrivedAt(),
            work.preferred(),
            work.continues(),
            work.conversation());
  }

  void transferred(ServiceId to, @Nullable Gift gift) {
    work =
        new Work(
            work.id(),
            to,
            work.medium(),
            work.skills(),
            work.priority(),
            work.arrivedAt(),
            null,
            false,
            work.conversation(),
            gift);
  }

  @Override
  public String toString() {
    return phase
        + " "
        + work
        + " agent "
        + agent
        + " offers "
        + offers
        + " since "
        + since
        + " until "
        + until
        + " relaxAt "
        + relaxAt
        + " personalUntil "
        + personalUntil
        + " guests "
        + guests;
  }
}
