package org.hiwar.floor.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.By;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Event.DeviceChanged;
import org.hiwar.floor.core.Event.EngagementChanged;
import org.hiwar.floor.core.Event.GuestAsked;
import org.hiwar.floor.core.Event.GuestJoined;
import org.hiwar.floor.core.Event.GuestLeft;
import org.hiwar.floor.core.Event.OfferReturned;
import org.hiwar.floor.core.Event.PresenceChanged;
import org.hiwar.floor.core.Event.SessionBegan;
import org.hiwar.floor.core.Event.SessionEnded;
import org.hiwar.floor.core.Event.WorkAccepted;
import org.hiwar.floor.core.Event.WorkBegan;
import org.hiwar.floor.core.Event.WorkCameBack;
import org.hiwar.floor.core.Event.WorkEnded;
import org.hiwar.floor.core.Event.WorkHandedOver;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.Event.WorkPostponed;
import org.hiwar.floor.core.Event.WorkQueued;
import org.hiwar.floor.core.Event.WorkRecalled;
import org.hiwar.floor.core.Event.WorkRelaxed;
import org.hiwar.floor.core.Event.WorkReturned;
import org.hiwar.floor.core.Event.WorkTaken;
import org.hiwar.floor.core.Event.WorkTransferred;
import org.hiwar.floor.core.Event.WorkWidened;
import org.hiwar.floor.core.Event.WrapUpProlonged;
import org.hiwar.floor.core.Event.WrapUpStarted;
import org.hiwar.floor.core.Guest;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.Service;
import org.hiwar.floor.core.Skill;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkRow;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Ended;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.floor.core.WorkState.Outcome;
import org.hiwar.floor.core.WorkState.Postponed;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.core.WorkState.WrapUp;
import org.hiwar.floor.store.Batch;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What has been committed, written down event by event; complains at the first that must not
/// happen (reliability: I1 to I4, P1, R1). Knows nothing of the core: own arithmetic, no index.
final class Ledger {
  /// How late a deadline may be noticed.
  private static final Duration SLACK = Duration.ofSeconds(2);

  record Seen(long batch, Instant at, Event event) {}

  final Map<UserId, Person> people = new TreeMap<>();
  final Map<WorkId, Thing> open = new LinkedHashMap<>();
  final Set<WorkId> over = new HashSet<>();
  final Map<String, Answer> answers = new HashMap<>();
  /// The last events, for whoever reads a failure.
  final ArrayDeque<Seen> recent = new ArrayDeque<>();
  private final Map<ServiceId, Service> services = new HashMap<>();
  private final Set<WorkId> forbidden = new HashSet<>();
  private Plan plan = Plan.EMPTY;
  private Plan planBefore = Plan.EMPTY;
  /// While a turn changes the plan, decisions before and after it lie in one batch.
  private boolean replanning;
  long epoch;
  long batch;
  Instant now = Instant.MIN;

  static void require(boolean holds, Supplier<String> what) {
    if (!holds) throw new Violation(what.get());
  }

  static final class Violation extends RuntimeException {
    Violation(String what) {
      super(what);
    }
  }

  void plan(Plan next) {
    planBefore = plan;
    plan = next;
    replanning = true;
    for (var service : next.services()) services.put(service.id(), service);
  }

  void planned() {
    planBefore = plan;
    replanning = false;
  }

  /// A guard refuses to have this work offered.
  void forbid(WorkId work) {
    forbidden.add(work);
  }

  boolean forbidden(WorkId work) {
    return forbidden.contains(work);
  }

  Person person(UserId id) {
    return people.computeIfAbsent(id, Person::new);
  }

  /// From now on only this owner may write; it knows of no session.
  void takenOver(long by) {
    epoch = by;
  }

  void restored() {
    for (var person : people.values()) {
      person.lost(now);
      person.forgotten();
    }
  }

  void write(Batch b) {
    require(b.epoch() == epoch, () -> "epoch " + b.epoch() + " writes in epoch " + epoch);
    require(b.number() == batch + 1, () -> "batch " + b.number() + " after " + batch);
    batch = b.number();
    b.events().forEach(this::write);
    for (var row : b.work()) compare(row);
    for (var row : b.agents()) {
      var p = person(row.id());
      require(
          p.presence.equals(row.presence())
              && p.next.equals(row.next())
              && p.since.equals(row.since())
              && p.idle.equals(row.idleSince()),
          () -> "row and events differ: " + row + " and idle " + p.idle + " since " + p.since);
    }
    for (var given : b.answers())
      require(answers.put(given.key(), given.answer()) == null, () -> "answered twice: " + given);
  }

  private void compare(WorkRow row) {
    var t = open.get(row.work().id());
    if (row.state() instanceof Ended) {
      require(
          t == null && over.contains(row.work().id()),
          () -> "the row has ended, the events not: " + row);
      return;
    }
    require(t != null && t.work.equals(row.work()), () -> "no such work: " + row);
    var thing = Objects.requireNonNull(t);
    boolean same =
        switch (row.state()) {
          case Queued s -> thing.phase == Phase.QUEUED && s.equals(thing.queued());
          case Offered s ->
              thing.phase == Phase.OFFERED
                  && s.agent().equals(thing.agent)
                  && s.offer() == thing.offers
                  && s.until().equals(thing.until)
                  && s.since().equals(thing.since)
                  && s.back().equals(thing.queued());
          case Active s ->
              thing.phase == Phase.ACTIVE
                  && s.agent().equals(thing.agent)
                  && s.offers() == thing.offers
                  && s.since().equals(thing.since);
          case WrapUp s ->
              thing.phase == Phase.WRAP_UP
                  && s.agent().equals(thing.agent)
                  && s.until().equals(thing.until)
                  && s.since().equals(thing.since);
          case Postponed s ->
              thing.phase == Phase.POSTPONED
                  && thing.agent == null
                  && s.offers() == thing.offers
                  && s.since().equals(thing.since)
                  && s.until().equals(thing.until);
          case Ended _ -> false;
        };
    require(same, () -> "row and events differ: " + row + " and " + thing);
    require(
        row.guests().equals(thing.guests),
        () -> "guests of row and events differ: " + row + " and " + thing);
  }

  /// Whose preview has ended without a wrap-up: their own work begins next. Null: nobody's.
  private @Nullable UserId givesWay;

  private void write(Event event) {
    if (recent.size() == 80) recent.removeFirst();
    recent.add(new Seen(batch, now, event));
    require(!event.at().isAfter(now), () -> "from the future: " + event);
    var before = givesWay;
    givesWay = null;
    require(
        before == null || event instanceof WorkBegan began && before.equals(began.agent()),
        () -> "a preview gave way to nothing: " + event);
    require(
        following.isEmpty()
            || event instanceof WorkHandedOver handed && following.contains(handed.work()),
        () -> "was given with the rest, and stays: " + following + " before " + event);
    switch (event) {
      case PresenceChanged e -> presence(e);
      case SessionBegan e -> {
        var p = person(e.agent());
        require(!p.connected, () -> "begins twice: " + e);
        p.connected = true;
        if (p.presence == Presence.READY) p.idle = e.at();
      }
      case SessionEnded e -> {
        require(person(e.agent()).connected, () -> "ends twice: " + e);
        person(e.agent()).lost(e.at());
        person(e.agent()).sessionsEnded++;
      }
      case DeviceChanged e -> {
        var p = person(e.agent());
        require(p.device != e.ready(), () -> "no news of a telephone: " + e);
        p.device = e.ready();
        p.deviceLost = !e.ready();
      }
      case EngagementChanged e -> engagement(e);
      case GuestAsked e -> asked(e);
      case GuestJoined e -> joined(e);
      case GuestLeft e -> left(e);
      case WorkHandedOver e -> handedOver(e);
      case WorkBegan e -> began(e);
      case WorkQueued e -> {
        require(!open.containsKey(e.work()) && !over.contains(e.work()), () -> "comes twice: " + e);
        open.put(e.work(), new Thing(e));
      }
      case WorkWidened e -> in(e.work(), Phase.QUEUED).personalUntil = null;
      case WorkRelaxed e -> {
        var thing = in(e.work(), Phase.QUEUED);
        var at = thing.relaxAt;
        require(at != null && !now.isBefore(at), () -> "relaxed early: " + e);
        thing.relaxAt = null;
      }
      case WorkOffered e -> offered(e);
      case OfferReturned e -> {
        var thing = held(e.work(), e.agent(), Phase.OFFERED);
        require(
            !e.why().equals(Presence.NO_ANSWER)
                || !now.isBefore(Objects.requireNonNull(thing.until)),
            () -> "expired early: " + e);
        require(e.offer() == thing.offers, () -> "another offer is returned: " + e);
        drop(thing);
        thing.backInQueue();
        if (thing.relaxAt != null && !e.at().isBefore(thing.relaxAt)) thing.relaxAt = null;
        giftReturned(thing);
      }
      case WorkAccepted e -> {
        var thing = held(e.work(), e.agent(), Phase.OFFERED);
        require(
            !now.isAfter(Objects.requireNonNull(thing.until).plus(SLACK)),
            () -> "accepted long after the offer: " + e);
        thing.at(Phase.ACTIVE, e.at(), null);
        var p = person(e.agent());
        if (p.used() < 100) p.idle = e.at();
        giftAccepted(thing, p);
      }
      case WorkReturned e -> returned(e);
      case WrapUpStarted e -> {
        var thing = held(e.work(), e.agent(), Phase.ACTIVE);
        require(
            e.until().equals(e.at().plus(rules(thing).wrapUpFor())),
            () -> "the length of the wrap-up: " + e);
        thing.at(Phase.WRAP_UP, e.at(), e.until());
      }
      case WrapUpProlonged e -> {
        var thing = held(e.work(), e.agent(), Phase.WRAP_UP);
        require(
            !e.at().isBefore(Objects.requireNonNull(thing.until)) && e.until().isAfter(e.at()),
            () -> "prolonged before its end, or into the past: " + e);
        require(
            person(e.agent()).goesOnWith(thing, e.at()),
            () -> "prolonged for nothing: " + e + " " + thing);
        thing.until = e.until();
      }
      case WorkTransferred e -> {
        var thing = held(e.work(), e.agent(), Phase.ACTIVE);
        drop(thing);
        person(e.agent()).idle = e.at();
        var gift = e.gift();
        require(gift == null || gift.from().equals(e.agent()), () -> "given by another: " + e);
        require(
            e.colleague() == null || !World.isCall(thing.work.medium()),
            () -> "a call is given to a colleague: " + e);
        thing.transferred(e.to(), gift);
        queue(thing, e.at());
      }
      case WorkRecalled e -> {
        var thing = held(e.work(), e.agent(), Phase.ACTIVE);
        var p = person(e.agent());
        require(
            !p.connected && !now.isBefore(p.lostSince.plusSeconds(60)),
            () -> "recalled from an agent who is there: " + e);
        drop(thing);
        p.idle = e.at();
        queue(thing, e.at());
      }
      case WorkPostponed e -> postponed(e);
      case WorkCameBack e -> cameBack(e);
      case WorkTaken e -> taken(e);
      case WorkEnded e -> ended(e);
    }
  }

  /// What comes over with what was accepted just now.
  private final Set<WorkId> following = new HashSet<>();

  private void giftAccepted(Thing thing, Person p) {
    var gift = thing.work.gift();
    thing.accepted();
    if (gift == null || !gift.whole() || gift.from().equals(p.id)) return;
    for (var other : person(gift.from()).held.values())
      if (other.phase == Phase.ACTIVE
          && !World.isCall(other.work.medium())
          && other.belongsWith(thing)) following.add(other.work.id());
  }

  private void giftReturned(Thing thing) {
    var gift = thing.work.gift();
    if (gift == null || gift.to() == null) return;
    thing.accepted();
    var giver = person(gift.from());
    if (giver.connected && giver.presence != Presence.LOGGED_OUT) thing.owedTo = giver.id;
  }

  private void returned(WorkReturned e) {
    var thing = in(e.work(), Phase.QUEUED);
    require(e.agent().equals(thing.owedTo), () -> "returns to another: " + e + " " + thing);
    thing.owedTo = null;
    thing.agent = e.agent();
    thing.at(Phase.ACTIVE, e.at(), null);
    var p = person(e.agent());
    p.held.put(e.work(), thing);
    if (p.used() < 100) p.idle = e.at();
  }

  private void postponed(WorkPostponed e) {
    var thing = held(e.work(), e.agent(), Phase.ACTIVE);
    require(thing.work.medium() == Medium.EMAIL, () -> "postponed, but no mail: " + e);
    require(e.until().isAfter(e.at()), () -> "postponed into the past: " + e);
    require(!e.until().isAfter(e.at().plus(Duration.ofDays(90))), () -> "for too long: " + e);
    drop(thing);
    person(e.agent()).idle = e.at();
    thing.postponed(e);
  }

  private void cameBack(WorkCameBack e) {
    var thing = in(e.work(), Phase.POSTPONED);
    require(
        e.by() == By.CUSTOMER || !now.isBefore(Objects.requireNonNull(thing.until)),
        () -> "comes back early: " + e);
    thing.cameBack(e);
  }

  private void taken(WorkTaken e) {
    var thing = open.get(e.work());
    require(
        thing != null && (thing.phase == Phase.QUEUED || thing.phase == Phase.POSTPONED),
        () -> "taken, but it does not wait: " + e + " " + thing);
    var t = Objects.requireNonNull(thing);
    boolean own = e.agent().equals(t.work.preferred());
    boolean personal = t.phase == Phase.POSTPONED || t.personalUntil != null;
    require(!personal || own, () -> "taken from another: " + e);
    require(personal || rules(t).pulled() || replanning, () -> "taken, but it is offered: " + e);
    var p = person(e.agent());
    require(
        own || replanning || level(p, t, plan, false) > 0, () -> "taken without the skill: " + e);
    require(p.presence != Presence.LOGGED_OUT && p.connected, () -> "taken, but not here: " + e);
    require(p.used() + t.work.medium().share() <= 100, () -> "too much in hand: " + e + " " + p);
    require(mayHave(p, t) || replanning, () -> "too many in hand: " + e + " " + p);
    t.agent = e.agent();
    t.at(Phase.ACTIVE, e.at(), null);
    p.held.put(e.work(), t);
    if (p.used() < 100) p.idle = e.at();
    giftAccepted(t, p);
  }

  private void engagement(EngagementChanged e) {
    var p = person(e.agent());
    require(p.engaged != e.engaged(), () -> "no news of an engagement: " + e);
    if (e.engaged() && !p.engagedBefore) {
      require(p.presence != Presence.LOGGED_OUT, () -> "engaged, but not here: " + e);
      require(p.connected && p.device, () -> "engaged without session or device: " + e);
      require(!p.onCall(), () -> "engaged during a call: " + e);
    }
    p.engaged = e.engaged();
    p.engagedBefore = false;
  }

  private void handedOver(WorkHandedOver e) {
    var thing = held(e.work(), e.from(), Phase.ACTIVE);
    if (following.remove(e.work())) {
      follows(thing, e);
      return;
    }
    var to = person(e.to());
    if (!World.isCall(thing.work.medium())) {
      toGuest(thing, e, to);
      return;
    }
    require(thing.work.medium() == Medium.VOICE, () -> "not a call: " + e);
    require(to.engaged && to.connected, () -> "handed to somebody who is not in the call: " + e);
    require(to.presence != Presence.LOGGED_OUT, () -> "handed to somebody not here: " + e);
    drop(thing);
    if (!e.from().equals(e.to())) person(e.from()).idle = e.at();
    to.engaged = false;
    thing.agent = e.to();
    thing.at(Phase.ACTIVE, e.at(), null);
    to.held.put(e.work(), thing);
  }

  /// With what else is written of the conversation.
  private void toGuest(Thing thing, WorkHandedOver e, Person to) {
    var guest = thing.guest(e.to());
    require(guest != null && guest.joined(), () -> "handed to somebody who is not in it: " + e);
    require(to.connected, () -> "handed to somebody who is not there: " + e);
    require(to.presence != Presence.LOGGED_OUT, () -> "handed to somebody not here: " + e);
    follows(thing, e);
    for (var other : person(e.from()).held.values())
      if (other.phase == Phase.ACTIVE
          && !World.isCall(other.work.medium())
          && other.belongsWith(thing)) following.add(other.work.id());
  }

  private void asked(GuestAsked e) {
    var thing = held(e.work(), e.host(), Phase.ACTIVE);
    var p = person(e.agent());
    require(!World.isCall(thing.work.medium()), () -> "asked into a call: " + e);
    require(!e.agent().equals(e.host()) && thing.guest(e.agent()) == null, () -> "twice: " + e);
    require(p.presence != Presence.LOGGED_OUT && p.connected, () -> "asked, but not here: " + e);
    require(!p.rings(), () -> "two rings at a time: " + e);
    require(
        e.until().equals(e.at().plus(rules(thing).offerFor())),
        () -> "the length of the invitation: " + e);
    thing.guests.add(new Guest(e.agent(), e.host(), e.at(), e.until()));
    p.visits.put(e.work(), thing);
  }

  private void joined(GuestJoined e) {
    var thing = Objects.requireNonNull(open.get(e.work()), () -> "joins nothing: " + e);
    var p = person(e.agent());
    var guest = thing.guest(e.agent());
    require(!e.agent().equals(thing.agent), () -> "a guest in their own work: " + e);
    if (guest == null) {
      require(e.host() == null && thing.phase == Phase.ACTIVE, () -> "was not asked: " + e);
      require(p.presence != Presence.LOGGED_OUT && p.connected, () -> "not here: " + e);
      require(!World.isCall(thing.work.medium()), () -> "steps into a call: " + e);
    } else {
      var until = guest.until();
      require(until != null && !now.isAfter(until.plus(SLACK)), () -> "joins twice, or late: " + e);
      require(Objects.equals(guest.host(), e.host()), () -> "asked by another: " + e);
      thing.guests.remove(guest);
    }
    thing.guests.add(new Guest(e.agent(), e.host(), e.at(), null));
    p.visits.put(e.work(), thing);
  }

  private void left(GuestLeft e) {
    var p = person(e.agent());
    var thing = p.visits.remove(e.work());
    require(thing != null, () -> "leaves what they are not in: " + e);
    var guest = Objects.requireNonNull(thing).guest(e.agent());
    require(guest != null, () -> "leaves twice: " + e);
    var until = Objects.requireNonNull(guest).until();
    thing.guests.remove(guest);
    boolean ends =
        over.contains(e.work()) || thing.phase == Phase.WRAP_UP || thing.phase == Phase.POSTPONED;
    boolean holds =
        switch (e.why()) {
          case DECLINED -> until != null;
          case NO_ANSWER -> until != null && !now.isBefore(until);
          case LEFT -> until == null;
          case REMOVED -> guest.host() != null && thing.phase == Phase.ACTIVE;
          case AWAY -> true;
          case HOST -> thing.phase == Phase.ACTIVE && e.agent().equals(thing.agent);
          case OVER -> ends;
        };
    require(holds, () -> "does not leave for that: " + e + " " + thing);
  }

  private void follows(Thing thing, WorkHandedOver e) {
    var to = person(e.to());
    drop(thing);
    person(e.from()).idle = e.at();
    thing.agent = e.to();
    thing.at(Phase.ACTIVE, e.at(), null);
    to.held.put(e.work(), thing);
    if (to.used() < 100) to.idle = e.at();
  }

  private void began(WorkBegan e) {
    var id = e.work();
    require(!open.containsKey(id) && !over.contains(id), () -> "comes twice: " + e);
    var p = person(e.agent());
    require(p.presence != Presence.LOGGED_OUT, () -> "begun by somebody who is not here: " + e);
    require(p.connected, () -> "begun without a session: " + e);
    require(!World.isCall(e.what().medium()) || p.device, () -> "called without a device: " + e);
    require(!World.isCall(e.what().medium()) || !p.onCall(), () -> "two calls: " + e);
    var thing = new Thing(e);
    open.put(id, thing);
    p.held.put(id, thing);
    if (p.used() < 100) p.idle = e.at();
  }

  private void queue(Thing thing, Instant at) {
    var wait = rules(thing).relaxAfter();
    thing.queue(at, thing.work.skills().isEmpty() || wait.isZero() ? null : at.plus(wait));
  }

  private void presence(PresenceChanged e) {
    var p = person(e.agent());
    boolean changes = !e.presence().equals(p.presence);
    require(
        !changes || e.presence() == Presence.READY || p.held.isEmpty(),
        () -> "the presence changes under work: " + e);
    require(
        !(e.presence() instanceof Presence.Ready && changes) || p.connected,
        () -> "ready without a session: " + e);
    if (changes && e.presence() instanceof Presence.Ready) p.idle = e.at();
    if (changes) p.since = e.at();
    p.presence = e.presence();
    p.next = e.next();
  }

  private void ended(WorkEnded e) {
    var thing = open.remove(e.work());
    require(thing != null, () -> "ends twice: " + e);
    var t = Objects.requireNonNull(thing);
    require(Objects.equals(t.agent, e.agent()), () -> "ends at another agent: " + e);
    require(
        (e.outcome() == Outcome.HANDLED)
            == (t.phase == Phase.ACTIVE || t.phase == Phase.WRAP_UP || t.phase == Phase.POSTPONED),
        () -> "outcome: " + e + " of " + t);
    require(
        e.outcome() != Outcome.WITHDRAWN || forbidden.contains(e.work()),
        () -> "withdrawn without a reason: " + e);
    if (t.phase == Phase.ACTIVE && !rules(t).wrapUpFor().isZero()) {
      require(t.work.medium() == Medium.PREVIEW, () -> "ends without its wrap-up: " + e);
      givesWay = e.agent();
    }
    var agent = e.agent() == null ? null : person(e.agent());
    require(
        t.phase != Phase.WRAP_UP
            || e.by() != By.SYSTEM
            || agent == null
            || !agent.connected
            || rules(t).wrapUpFor().isZero()
            || !agent.goesOnWith(t, e.at()),
        () -> "the wrap-up ends while the conversation goes on: " + e);
    if (e.agent() != null) {
      drop(t);
      if (t.phase != Phase.OFFERED) person(e.agent()).idle = e.at();
    }
    over.add(e.work());
  }

  private void offered(WorkOffered e) {
    var thing = in(e.work(), Phase.QUEUED);
    var p = person(e.agent());
    require(!forbidden.contains(e.work()), () -> "offered against the guard: " + e);
    require(thing.agent == null, () -> "with two agents: " + e);
    require(
        p.presence == Presence.READY && p.next == Presence.READY,
        () -> "offered to an agent who is not ready: " + e + " " + p);
    require(p.connected, () -> "offered to an agent who is not there: " + e);
    require(
        !World.isCall(thing.work.medium()) || p.device,
        () -> "a call offered to an agent without a device: " + e);
    require(!p.rings(), () -> "two offers at a time: " + e);
    require(!World.isCall(thing.work.medium()) || !p.onCall(), () -> "two calls: " + e);
    require(e.offer() == thing.offers + 1, () -> "the number of the offer: " + e);
    require(
        e.until().equals(e.at().plus(rules(thing).offerFor())),
        () -> "the length of the offer: " + e);
    require(thing.owedTo == null, () -> "offered, but it goes back: " + e);
    var gift = thing.work.gift();
    if (gift != null && gift.to() != null) {
      require(e.agent().equals(gift.to()), () -> "given to another: " + e + " " + gift);
      require(p.used() + thing.work.medium().share() <= 100, () -> "too much: " + e + " " + p);
      require(mayHave(p, thing) || replanning, () -> "too many: " + e + " " + p);
      thing.offered(e);
      p.held.put(e.work(), thing);
      return;
    }
    boolean personal = thing.personalUntil != null;
    require(
        personal || !rules(thing).pulled() || replanning, () -> "offered, but it is pulled: " + e);
    boolean continues = personal && thing.work.continues();
    require(
        !personal || e.agent().equals(thing.work.preferred()),
        () -> "personal work offered to another: " + e);
    require(
        personal || level(p, thing, plan) > 0 || replanning && level(p, thing, planBefore) > 0,
        () -> "lacks a skill: " + e + " " + thing);
    require(p.hasSpare(thing) || continues, () -> "capacity: " + e + " " + p);
    require(mayHave(p, thing) || continues || replanning, () -> "too many at once: " + e + " " + p);
    require(!continues || !p.onOtherCall(thing), () -> "continues during a call: " + e + " " + p);
    if (!replanning && !continues) fair(e, thing, p, personal);
    thing.offered(e);
    p.held.put(e.work(), thing);
  }

  /// Nothing that this agent could take goes before it, unless somebody else is free for that; and
  /// no agent goes before this one.
  private void fair(WorkOffered e, Thing thing, Person p, boolean personal) {
    for (var other : open.values()) {
      if (other == thing
          || other.phase != Phase.QUEUED
          || other.personalUntil != null
          || rules(other).pulled()
          || !before(other, thing)) continue;
      if (level(p, other, plan) == 0 || !p.canBeGiven(other) || !mayHave(p, other)) continue;
      require(free(other, p) != null, () -> "jumped the queue: " + e + " before " + other);
    }
    if (personal) return;
    for (var rival : people.values())
      if (rival != p && eligible(rival, thing))
        require(!better(rival, p, thing), () -> "not the best agent: " + e + ", but " + rival);
  }

  /// What is pulled waits for hands, however many are free.
  private @Nullable Person free(Thing thing, @Nullable Person besides) {
    if (rules(thing).pulled()) return null;
    for (var person : people.values())
      if (person != besides && eligible(person, thing)) return person;
    return null;
  }

  private boolean eligible(Person p, Thing thing) {
    return p.presence == Presence.READY
        && p.next == Presence.READY
        && p.connected
        && !p.rings()
        && p.canBeGiven(thing)
        && mayHave(p, thing)
        && level(p, thing, plan) > 0;
  }

  private boolean mayHave(Person p, Thing thing) {
    int most = rules(thing).most();
    return most == 0 || p.has(thing.work.service()) < most;
  }

  private boolean better(Person a, Person b, Thing thing) {
    if (rules(thing).prefersLevel() && level(a, thing, plan) != level(b, thing, plan))
      return level(a, thing, plan) > level(b, thing, plan);
    if (a.used() != b.used()) return a.used() < b.used();
    return !a.idle.equals(b.idle) ? a.idle.isBefore(b.idle) : a.id.value() < b.id.value();
  }

  private boolean before(Thing a, Thing b) {
    int order = a.work.medium().compareTo(b.work.medium());
    if (order == 0 && a.work.medium() == Medium.EMAIL)
      order =
          Integer.compare(
              b.work.priority() + rules(b).precedence(), a.work.priority() + rules(a).precedence());
    if (order == 0) order = rank(a).compareTo(rank(b));
    return order != 0 ? order < 0 : a.work.id().value() < b.work.id().value();
  }

  private Instant rank(Thing thing) {
    if (thing.work.medium() == Medium.EMAIL)
      return thing.work.arrivedAt().plus(rules(thing).answerWithin());
    int points = thing.work.priority() + rules(thing).precedence();
    return thing.work.arrivedAt().minus(rules(thing).priorityWorth().multipliedBy(points));
  }

  private Service rules(Thing thing) {
    return Objects.requireNonNull(services.get(thing.work.service()));
  }

  /// The lowest level in what this work needs now, 0 when something is missing.
  private int level(Person p, Thing thing, Plan by) {
    return level(p, thing, by, thing.relaxAt != null);
  }

  private int level(Person p, Thing thing, Plan by, boolean all) {
    var skills = by.skills().get(p.id);
    if (skills == null) return 0;
    int level = level(skills, new SkillId(thing.work.service().value()));
    if (all) for (var skill : thing.work.skills()) level = Math.min(level, level(skills, skill));
    return level;
  }

  private static int level(Collection<Skill> skills, SkillId id) {
    for (var skill : skills) if (skill.id().equals(id)) return skill.level();
    return 0;
  }

  private Thing in(WorkId work, Phase phase) {
    var thing = open.get(work);
    require(
        thing != null && thing.phase == phase, () -> work + " is not " + phase + " but " + thing);
    return Objects.requireNonNull(thing);
  }

  private Thing held(WorkId work, UserId agent, Phase phase) {
    var thing = in(work, phase);
    require(
        agent.equals(thing.agent) && person(agent).held.containsKey(work),
        () -> work + " is not with " + agent);
    return thing;
  }

  private void drop(Thing thing) {
    var agent = Objects.requireNonNull(thing.agent);
    require(person(agent).held.remove(thing.work.id()) != null, () -> "not held: " + thing);
  }

  /// After each turn of a floor that is well: no deadline has been missed, nothing waits that
  /// somebody could take, and whoever is away is treated so.
  void atRest() {
    for (var thing : open.values())
      switch (thing.phase) {
        case OFFERED ->
            require(
                !now.isAfter(Objects.requireNonNull(thing.until).plus(SLACK)),
                () -> "the offer outlived its deadline: " + thing);
        case WRAP_UP ->
            require(
                !now.isAfter(Objects.requireNonNull(thing.until).plus(SLACK)),
                () -> "the wrap-up outlived its deadline: " + thing);
        case POSTPONED ->
            require(
                !now.isAfter(Objects.requireNonNull(thing.until).plus(SLACK)),
                () -> "is postponed for too long: " + thing);
        case QUEUED -> waits(thing);
        case ACTIVE -> {}
      }
    for (var thing : open.values()) guests(thing);
    for (var person : people.values()) {
      for (var visited : person.visits.values())
        require(
            visited.guest(person.id) != null && open.containsValue(visited),
            () -> "a guest in what is over: " + person);
      require(
          person.presence != Presence.LOGGED_OUT || person.visits.isEmpty(),
          () -> "logged off, and a guest: " + person);
      require(
          person.connected
              || !person.engaged
              || !now.isAfter(person.lostSince.plusSeconds(60).plus(SLACK)),
          () -> "engaged without a session: " + person);
      require(person.calls() <= 1, () -> "two calls: " + person);
      require(
          !person.deviceLost || !person.ringsForACall(),
          () -> "rings where nobody can be called: " + person);
      if (person.connected) continue;
      if (now.isAfter(person.lostSince.plusSeconds(15).plus(SLACK)))
        require(
            person.next != Presence.READY && !person.rings(),
            () -> "ready without a session: " + person);
      if (now.isAfter(person.lostSince.plusSeconds(60).plus(SLACK)))
        require(
            person.held.isEmpty() && person.visits.isEmpty(),
            () -> "holds work without a session: " + person);
    }
  }

  private void guests(Thing thing) {
    for (var guest : thing.guests) {
      var until = guest.until();
      require(
          until == null || !now.isAfter(until.plus(SLACK)),
          () -> "the invitation outlived its deadline: " + thing);
      require(
          thing.phase != Phase.WRAP_UP && thing.phase != Phase.POSTPONED,
          () -> "guests in what is over: " + thing);
      require(
          !guest.agent().equals(thing.agent) || thing.phase == Phase.OFFERED,
          () -> "a guest in their own work: " + thing);
    }
  }

  private void waits(Thing thing) {
    require(thing.owedTo == null, () -> "waits, but it goes back: " + thing);
    var relaxAt = thing.relaxAt;
    require(
        relaxAt == null || !now.isAfter(relaxAt.plus(SLACK)),
        () -> "waits for all its skills too long: " + thing);
    var until = thing.personalUntil;
    if (until == null) {
      require(free(thing, null) == null, () -> "waits while somebody is free: " + thing);
      return;
    }
    require(!now.isAfter(until.plus(SLACK)), () -> "waits for one agent too long: " + thing);
    var p = person(Objects.requireNonNull(thing.work.preferred()));
    require(
        p.presence == Presence.READY && p.next == Presence.READY,
        () -> "waits for an agent who does not work: " + thing);
  }
}
