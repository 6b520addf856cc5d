package org.hiwar.floor.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.Begin;
import org.hiwar.floor.core.Command.DeviceGone;
import org.hiwar.floor.core.Command.DeviceReady;
import org.hiwar.floor.core.Command.Disengage;
import org.hiwar.floor.core.Command.EndWrapUp;
import org.hiwar.floor.core.Command.Engage;
import org.hiwar.floor.core.Command.Give;
import org.hiwar.floor.core.Command.GiveBack;
import org.hiwar.floor.core.Command.GiveUpSession;
import org.hiwar.floor.core.Command.GoReady;
import org.hiwar.floor.core.Command.GuestCommand;
import org.hiwar.floor.core.Command.HandOver;
import org.hiwar.floor.core.Command.LogOut;
import org.hiwar.floor.core.Command.MissSession;
import org.hiwar.floor.core.Command.Postpone;
import org.hiwar.floor.core.Command.PresenceCommand;
import org.hiwar.floor.core.Command.Reconfigure;
import org.hiwar.floor.core.Command.SessionLost;
import org.hiwar.floor.core.Command.SessionOpened;
import org.hiwar.floor.core.Command.StillEngaged;
import org.hiwar.floor.core.Command.Take;
import org.hiwar.floor.core.Command.Transfer;
import org.hiwar.floor.core.Command.Widen;
import org.hiwar.floor.core.Command.WorkCommand;
import org.hiwar.floor.core.Event.DeviceChanged;
import org.hiwar.floor.core.Event.EngagementChanged;
import org.hiwar.floor.core.Event.OfferReturned;
import org.hiwar.floor.core.Event.PresenceChanged;
import org.hiwar.floor.core.Event.SessionBegan;
import org.hiwar.floor.core.Event.SessionEnded;
import org.hiwar.floor.core.Event.WorkAccepted;
import org.hiwar.floor.core.Event.WorkBegan;
import org.hiwar.floor.core.Event.WorkQueued;
import org.hiwar.floor.core.Event.WorkTransferred;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.floor.core.WorkState.Postponed;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.core.WorkState.WrapUp;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// Decides commands, one after the other. Each decision is applied at once, because the next builds
/// on it; the shell collects the events and changed rows of many commands with `take` and commits
/// them together.
///
/// Whatever a command changes first, it ends with `settle`: agents whose hands became freer choose
/// among all their lines, then the lines that changed are served from their heads. Nobody ever
/// looks for an agent for *this* item, or it would overtake what waits ahead of it.
public class FloorCore {
  private final Floor floor;
  private final Parts parts;
  private final Guests guests;
  private Set<WorkId> refused = Set.of();
  private Instant now = Instant.MIN;

  public FloorCore() {
    this(Parts.sound());
  }

  FloorCore(Parts parts) {
    this.parts = parts;
    this.floor = new Floor(parts);
    this.guests = new Guests(floor, parts);
  }

  /// To be called once, first. Every session counts as lost from `time` until it is reported.
  public void restore(Plan plan, Rows rows, Instant time) {
    now = time;
    floor.configure(plan, now);
    floor.restore(rows, now);
    settle();
  }

  /// Work that a guard refuses to have offered: the next offer of it becomes its withdrawal.
  public void refuse(Set<WorkId> work) {
    refused = Set.copyOf(work);
  }

  /// What has changed since the last time.
  public Outcome take() {
    return floor.changes().take();
  }

  /// Null: no deadline is pending.
  public @Nullable Instant nextDeadline() {
    return parts.timers().next();
  }

  /// Takes the next command of a timer that is due, or null.
  public @Nullable Command due(Instant time) {
    return parts.timers().due(time);
  }

  /// Whether this work is open, or ended lately.
  public boolean knows(WorkId work) {
    return floor.item(work) != null || parts.lately().contains(work);
  }

  /// Null: the floor does not know this agent.
  public @Nullable AgentView view(UserId id) {
    var agent = floor.agent(id);
    return agent == null ? null : agent.view();
  }

  public List<AgentView> views() {
    return floor.agents().stream().map(Agent::view).toList();
  }

  Floor floor() {
    return floor;
  }

  /// `time` never goes back for the floor: a clock that jumps back stands still.
  public Answer decide(Command command, Instant time) {
    if (time.isAfter(now)) now = time;
    var answer =
        switch (command) {
          case WorkCommand c -> onWork(c);
          case Arrive(Work work) -> arrive(work);
          case GuestCommand c -> guests.decide(c, now);
          case PresenceCommand c -> onPresence(c);
          case Begin c -> begin(c, floor.agentOrNew(c.agent()));
          case DeviceReady(UserId id) -> deviceReady(floor.agentOrNew(id));
          case DeviceGone(UserId id) -> deviceGone(floor.agentOrNew(id));
          case Engage(UserId id) -> engage(floor.agentOrNew(id));
          case StillEngaged(UserId id) -> engaged(floor.agentOrNew(id), true);
          case Disengage(UserId id) -> engaged(floor.agentOrNew(id), false);
          case SessionOpened(UserId id) -> sessionOpened(floor.agentOrNew(id));
          case SessionLost(UserId id) -> sessionLost(floor.agentOrNew(id));
          case MissSession c -> missSession(c);
          case GiveUpSession c -> giveUpSession(c);
          case Reconfigure(Plan plan) -> reconfigure(plan);
        };
    settle();
    return answer;
  }

  private Answer onWork(WorkCommand command) {
    var item = floor.item(command.work());
    if (item == null) return unknown(command.work());
    return switch (command) {
      case Transfer transfer -> transfer(item, transfer);
      case Give give -> give(item, give);
      case HandOver given -> handOver(item, given);
      case GiveBack back -> giveBack(item, back);
      case EndWrapUp over -> move(item, prolonged(item, over));
      case Postpone postpone -> postpone(item, postpone);
      case Take take -> take(item, take);
      case WorkCommand other -> move(item, other);
    };
  }

  private Answer unknown(WorkId work) {
    return new Answer.Ignored(parts.lately().contains(work) ? Reason.LATE : Reason.UNKNOWN_WORK);
  }

  private WorkLife.Input prolonged(Item item, EndWrapUp over) {
    if (!(item.state() instanceof WrapUp wrapUp)) return over;
    var live = now.plus(item.queue().rules().wrapUpFor());
    var until = Objects.requireNonNull(floor.agent(wrapUp.agent())).wrapsUpUntil(item, live, now);
    return until == null ? over : new WorkLife.Prolong(over.work(), over.until(), until);
  }

  private Answer move(Item item, WorkLife.Input input) {
    return switch (parts.life().move(item.state(), input, situation(item, item.queue()))) {
      case WorkLife.Move.Refused(Answer answer) -> answer;
      case WorkLife.Move.To(var state, var event) -> {
        floor.become(item, state, now);
        floor.changes().happened(event);
        if (event instanceof OfferReturned r) {
          demote(Objects.requireNonNull(floor.agent(r.agent())), r.why());
          returnGift(item);
        }
        if (event instanceof WorkAccepted a) acceptGift(item, a.agent());
        yield Answer.DONE;
      }
    };
  }

  private Answer transfer(Item item, Transfer transfer) {
    var to = floor.queue(transfer.to());
    if (to == null || to.retired()) return new Answer.Rejected(Reason.NO_SUCH_SERVICE);
    if (to.rules().medium() != item.work().medium())
      return new Answer.Rejected(Reason.OTHER_MEDIUM);
    return switch (parts.life().move(item.state(), transfer, situation(item, to))) {
      case WorkLife.Move.Refused(Answer answer) -> answer;
      case WorkLife.Move.To(var state, var event) -> {
        floor.moveTo(item, to, giftOf(event), (Queued) state, now);
        floor.changes().happened(event);
        yield Answer.DONE;
      }
    };
  }

  /// It is offered at once: between the two nothing else is decided.
  private Answer give(Item item, Give wish) {
    return switch (parts.life().move(item.state(), wish, situation(item, item.queue()))) {
      case WorkLife.Move.Refused(Answer answer) -> answer;
      case WorkLife.Move.To(var state, var event) -> {
        var hindrance = hindranceToGive(item, wish);
        if (hindrance != null) yield new Answer.Rejected(hindrance);
        floor.moveTo(item, item.queue(), giftOf(event), (Queued) state, now);
        floor.changes().happened(event);
        yield move(item, new WorkLife.Offer(item.work().id(), wish.to()));
      }
    };
  }

  private static @Nullable Gift giftOf(Event event) {
    return event instanceof WorkTransferred given ? given.gift() : null;
  }

  private @Nullable Reason hindranceToGive(Item item, Give wish) {
    if (Agent.isCall(item.work().medium())) return Reason.OTHER_MEDIUM;
    var given = new ArrayList<>(List.of(item));
    if (wish.whole()) given.addAll(rest(item, wish.agent()));
    return parts.fitness().hindranceToBeGiven(floor.agentOrNew(wish.to()), given);
  }

  /// What else this agent has of the same conversation and could give away with it.
  private List<Item> rest(Item item, UserId agent) {
    return Objects.requireNonNull(floor.agent(agent)).held().stream()
        .filter(
            other ->
                other != item
                    && other.state() instanceof Active
                    && !Agent.isCall(other.work().medium())
                    && other.work().belongsWith(item.work()))
        .toList();
  }

  /// What was given away with all that belongs to it brings that along.
  void acceptGift(Item item, UserId agent) {
    var gift = item.work().gift();
    if (gift == null) return;
    item.accepted();
    if (gift.whole() && !gift.from().equals(agent)) follow(item, gift.from(), agent);
  }

  /// What a colleague has not accepted is again with who gave it, or waits like other work if they
  /// have gone.
  void returnGift(Item item) {
    var gift = item.work().gift();
    if (gift == null || gift.to() == null) return;
    item.accepted();
    var giver = floor.agent(gift.from());
    if (giver == null || giver.standing().presence() == Presence.LOGGED_OUT || !giver.connected())
      return;
    move(item, new WorkLife.Return(item.work().id(), giver.id()));
  }

  private Answer giveBack(Item item, GiveBack back) {
    return switch (parts.life().move(item.state(), back, situation(item, item.queue()))) {
      case WorkLife.Move.Refused(Answer answer) -> answer;
      case WorkLife.Move.To(var state, var event) -> {
        floor.moveTo(item, item.queue(), null, (Queued) state, now);
        floor.changes().happened(event);
        demote(Objects.requireNonNull(floor.agent(back.agent())), back.why());
        yield Answer.DONE;
      }
    };
  }

  private Answer postpone(Item item, Postpone wish) {
    return switch (parts.life().move(item.state(), wish, situation(item, item.queue()))) {
      case WorkLife.Move.Refused(Answer answer) -> answer;
      case WorkLife.Move.To(var state, var event) -> {
        floor.postpone(item, wish.agent(), state, now);
        floor.changes().happened(event);
        yield Answer.DONE;
      }
    };
  }

  /// Who is too late hears that first.
  private Answer take(Item item, Take wish) {
    return switch (parts.life().move(item.state(), wish, situation(item, item.queue()))) {
      case WorkLife.Move.Refused(Answer answer) -> answer;
      case WorkLife.Move.To(var state, var event) -> {
        var hindrance = parts.fitness().hindranceToTake(floor.agentOrNew(wish.agent()), item);
        if (hindrance != null) yield new Answer.Rejected(hindrance);
        floor.become(item, state, now);
        floor.changes().happened(event);
        acceptGift(item, wish.agent());
        yield Answer.DONE;
      }
    };
  }

  private Answer handOver(Item item, HandOver given) {
    return switch (parts.life().move(item.state(), given, situation(item, item.queue()))) {
      case WorkLife.Move.Refused(Answer answer) -> answer;
      case WorkLife.Move.To(var state, var event) -> {
        var to = floor.agentOrNew(given.to());
        var medium = item.work().medium();
        boolean call = Agent.isCall(medium);
        var hindrance =
            call
                ? parts.fitness().hindranceToTakeOver(to, medium)
                : parts.fitness().hindranceToBeHost(to, item);
        if (hindrance != null) yield new Answer.Rejected(hindrance);
        if (call) takesItsPlace(to);
        floor.become(item, state, now);
        floor.changes().happened(event);
        if (!call) follow(item, given.agent(), given.to());
        yield Answer.DONE;
      }
    };
  }

  /// What else `from` has of this conversation goes to `to` as well, but for calls.
  private void follow(Item item, UserId from, UserId to) {
    for (var other : rest(item, from)) move(other, new HandOver(other.work().id(), from, to));
  }

  /// What the agent was engaged in is their own work now.
  void takesItsPlace(Agent agent) {
    floor.engaged(agent, null);
  }

  private WorkLife.Situation situation(Item item, ServiceQueue queue) {
    boolean postponed = item.state() instanceof Postponed;
    return new WorkLife.Situation(
        item.work(), queue.rules(), now, postponed ? comesBackUntil(item) : null);
  }

  /// Who has postponed it gets it when they have room for it soon; else anybody does.
  private @Nullable Instant comesBackUntil(Item item) {
    var agent = floor.agent(item.work().preferred());
    boolean there =
        agent != null
            && agent.standing().working()
            && agent.connected()
            && agent.level(item.queue().skill()) > 0;
    return there ? now.plus(Limits.COMING_BACK) : null;
  }

  /// Null: it can come in.
  private @Nullable Answer refusal(Work work, @Nullable ServiceQueue queue) {
    if (knows(work.id())) return new Answer.Ignored(Reason.ALREADY_HERE);
    if (queue == null || queue.retired()) return new Answer.Rejected(Reason.NO_SUCH_SERVICE);
    if (queue.rules().medium() != work.medium()) return new Answer.Rejected(Reason.OTHER_MEDIUM);
    if (floor.items().size() >= Limits.OPEN_WORK) return new Answer.Rejected(Reason.FULL);
    return null;
  }

  private Answer arrive(Work work) {
    var queue = floor.queue(work.service());
    var refusal = refusal(work, queue);
    if (queue == null || refusal != null) return Objects.requireNonNull(refusal);
    var queued = new WorkLife.Situation(work, queue.rules(), now).queued(0);
    var until = personalUntil(work, queue.rules());
    if (until != null) queued = new Queued(0, now, queued.relaxAt(), until);
    floor.arrive(work, queue, queued, now);
    floor.changes().happened(new WorkQueued(work, queued, now));
    return Answer.DONE;
  }

  private Answer begin(Begin command, Agent agent) {
    var work = command.work();
    var queue = floor.queue(work.service());
    var refusal = refusal(work, queue);
    if (queue == null || refusal != null) return Objects.requireNonNull(refusal);
    var before = command.insteadOf() == null ? null : floor.item(command.insteadOf());
    if (command.insteadOf() != null && before == null) return unknown(command.insteadOf());
    if (before != null && before.work().medium() != Medium.PREVIEW)
      return new Answer.Rejected(Reason.OTHER_MEDIUM);
    var hindrance = parts.fitness().hindrance(agent, work.medium(), before);
    if (hindrance != null) return new Answer.Rejected(hindrance);
    if (before != null) {
      var gone = givesWay(before, agent);
      if (!(gone instanceof Answer.Done)) return gone;
    }
    floor.arrive(work, queue, new Active(agent.id(), 0, now), now);
    floor.changes().happened(new WorkBegan(work, agent.id(), now));
    return Answer.DONE;
  }

  Answer givesWay(Item preview, Agent agent) {
    return move(preview, new WorkLife.GiveWay(preview.work().id(), agent.id()));
  }

  /// Until when the work waits for its preferred agent alone; null: not at all. What continues an
  /// open conversation waits for its owner no longer than an offer lasts, because only an offer to
  /// the owner can be in the way. A record for one agent waits behind what they have in hand: it is
  /// what they get next, and nobody else may.
  private @Nullable Instant personalUntil(Work work, Service rules) {
    var agent = floor.agent(work.preferred());
    if (agent == null || !agent.standing().working() || !agent.connected()) return null;
    if (!parts.fitness().hasDeviceFor(agent, work.medium())) return null;
    if (work.continues() && work.medium() == Medium.PREVIEW) return now.plus(Limits.RECORD_KEPT);
    if (work.continues() && !agent.onOtherCall(work)) return now.plus(rules.offerFor());
    boolean lastAgent =
        rules.prefersLastAgent()
            && !rules.pulled()
            && !rules.preferFor().isZero()
            && agent.level(new SkillId(rules.id().value())) > 0;
    return lastAgent ? now.plus(rules.preferFor()) : null;
  }

  private Answer onPresence(PresenceCommand command) {
    var agent = floor.agentOrNew(command.agent());
    if (command instanceof GoReady
        && agent.standing().presence() != Presence.LOGGED_OUT
        && !agent.connected()) return new Answer.Rejected(Reason.NO_SESSION);
    if (command instanceof LogOut) guestGoes(agent, false);
    return stand(agent, new PresenceLife.Input.Asked(command));
  }

  private void demote(Agent agent, Presence.NotReady to) {
    if (to != Presence.CONNECTION_LOST) stand(agent, new PresenceLife.Input.Demoted(to));
  }

  private Answer stand(Agent agent, PresenceLife.Input input) {
    return switch (PresenceLife.move(agent.standing(), input, !agent.held().isEmpty())) {
      case PresenceLife.Move.Refused(Answer answer) -> answer;
      case PresenceLife.Move.To(Standing next) -> {
        floor.stand(agent, next, now);
        floor
            .changes()
            .happened(new PresenceChanged(agent.id(), next.presence(), next.next(), now));
        if (!next.working()) stopsWorking(agent);
        yield Answer.DONE;
      }
    };
  }

  /// What waits for this agent alone need not wait any longer.
  void stopsWorking(Agent agent) {
    for (var item : List.copyOf(agent.personal())) widen(item);
  }

  private void widen(Item item) {
    if (item.state() instanceof Queued q && q.personalUntil() != null)
      move(item, new Widen(item.work().id(), q.personalUntil()));
  }

  /// Whoever can begin a call can take part in one.
  private Answer engage(Agent agent) {
    var hindrance = parts.fitness().hindrance(agent, Medium.VOICE, null);
    return hindrance == null ? engaged(agent, true) : new Answer.Rejected(hindrance);
  }

  private Answer engaged(Agent agent, boolean engaged) {
    if (agent.isEngaged() == engaged) return new Answer.Ignored(Reason.ALREADY_SO);
    floor.engaged(agent, engaged ? now : null);
    floor.changes().happened(new EngagementChanged(agent.id(), engaged, now));
    return Answer.DONE;
  }

  /// What the agent is in as a guest they are in no more.
  ///
  /// @param asked only what they have not answered yet
  void guestGoes(Agent agent, boolean asked) {
    guests.away(agent, asked, now);
  }

  /// One guest goes of work that stands otherwise than before; false: nobody has to.
  boolean guestFollows(Item item) {
    return guests.follow(item, now);
  }

  private Answer deviceReady(Agent agent) {
    if (agent.hasDevice()) return new Answer.Ignored(Reason.ALREADY_SO);
    floor.device(agent, true);
    floor.changes().happened(new DeviceChanged(agent.id(), true, now));
    return Answer.DONE;
  }

  private Answer deviceGone(Agent agent) {
    if (!agent.hasDevice()) return new Answer.Ignored(Reason.ALREADY_SO);
    floor.device(agent, false);
    floor.changes().happened(new DeviceChanged(agent.id(), false, now));
    hush(agent);
    return Answer.DONE;
  }

  /// A call that rings goes back, and one that waits for this agent alone need not. What is held
  /// stays, and so does the presence of an agent at whom nothing rings: chats go on.
  void hush(Agent agent) {
    for (var item : List.copyOf(agent.held()))
      if (item.work().medium() == Medium.VOICE && item.state() instanceof Offered)
        move(item, new WorkLife.Hush(item.work().id()));
    for (var item : List.copyOf(agent.personal()))
      if (item.work().medium() == Medium.VOICE) widen(item);
  }

  private Answer sessionOpened(Agent agent) {
    if (agent.connected()) return new Answer.Ignored(Reason.ALREADY_SO);
    floor.openSession(agent, now);
    floor.changes().happened(new SessionBegan(agent.id(), now));
    return Answer.DONE;
  }

  /// Offers go back at once; what the agent is handling stays, in the hope that the session comes
  /// back.
  Answer sessionLost(Agent agent) {
    if (!agent.connected()) return new Answer.Ignored(Reason.ALREADY_SO);
    floor.loseSession(agent, now);
    floor.changes().happened(new SessionEnded(agent.id(), now));
    recall(agent, true);
    guestGoes(agent, true);
    return Answer.DONE;
  }

  private void recall(Agent agent, boolean offersOnly) {
    for (var item : List.copyOf(agent.held()))
      if (!offersOnly || item.state() instanceof Offered)
        move(item, new WorkLife.Recall(item.work().id()));
  }

  private Answer missSession(MissSession missed) {
    var agent = floor.agent(missed.agent());
    if (agent == null || !missed.since().equals(agent.lostSince()))
      return new Answer.Ignored(Reason.LATE);
    recall(agent, true);
    guestGoes(agent, true);
    return stand(agent, new PresenceLife.Input.Demoted(Presence.CONNECTION_LOST));
  }

  private Answer giveUpSession(GiveUpSession gone) {
    var agent = floor.agent(gone.agent());
    if (agent == null || !gone.since().equals(agent.lostSince()))
      return new Answer.Ignored(Reason.LATE);
    recall(agent, false);
    guestGoes(agent, false);
    var unused = engaged(agent, false);
    return Answer.DONE;
  }

  private Answer reconfigure(Plan plan) {
    for (var service : plan.services()) {
      var queue = floor.queue(service.id());
      if (queue != null && queue.rules().medium() != service.medium())
        return new Answer.Rejected(Reason.OTHER_MEDIUM);
    }
    floor.configure(plan, now);
    return Answer.DONE;
  }

  /// Guests who go are freed one after the other: whoever became freer before has chosen by then,
  /// and nobody chooses before somebody who is better.
  private void settle() {
    settleAll();
    for (var item = floor.nextVisited(); item != null; item = floor.nextVisited())
      while (guestFollows(item)) settleAll();
  }

  private void settleAll() {
    while (true) {
      var agent = floor.nextUnsettled();
      if (agent != null) {
        settle(agent);
        continue;
      }
      var line = floor.bestChangedLine();
      if (line == null) return;
      offer(
          Objects.requireNonNull(line.waiting.first()),
          Objects.requireNonNull(line.idle.first()).agent);
    }
  }

  private void settle(Agent agent) {
    if (agent.standing().pending() && agent.held().isEmpty())
      stand(agent, new PresenceLife.Input.HandsFree());
    for (var item = Matching.bestFor(agent, parts.fitness());
        item != null;
        item = Matching.bestFor(agent, parts.fitness())) offer(item, agent);
    floor.settled(agent);
  }

  private void offer(Item item, Agent agent) {
    var id = item.work().id();
    move(
        item,
        refused.contains(id) ? new WorkLife.Withdraw(id) : new WorkLife.Offer(id, agent.id()));
  }
}
