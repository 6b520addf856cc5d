package org.hiwar.floor.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// An agent on this floor. Private to the core; changed only by `Floor`.
final class Agent {
  private static final Seat[] NOWHERE = {};
  private final UserId id;
  private final ArrayList<Item> held = new ArrayList<>(4);
  private final TreeSet<Item> personal = new TreeSet<>();
  private Map<SkillId, Integer> skills = Map.of();
  private Standing standing = Standing.LOGGED_OUT;
  private Instant since = Instant.EPOCH;
  private Instant idleSince = Instant.EPOCH;
  /// When the session was lost; null while connected.
  private @Nullable Instant lostSince = Instant.EPOCH;
  /// Whether the agent can be called; false until it is said.
  private boolean device;
  /// Since when the agent takes part in a call that is not their work; null: in none.
  private @Nullable Instant engagedSince;
  /// Written work of others that the agent is in, or is asked into.
  private final Map<Item, Guest> visits = new LinkedHashMap<>();
  private int used;
  private int ringing;
  private int calls;
  Seat[] seats = NOWHERE;
  int seatCount;
  boolean seated;
  boolean unsettled;
  boolean dirty;

  Agent(UserId id) {
    this.id = id;
  }

  UserId id() {
    return id;
  }

  Standing standing() {
    return standing;
  }

  /// When the presence (not the pending one) began.
  Instant since() {
    return since;
  }

  /// Since when the agent has been waiting for work with the load they have; orders agents of equal
  /// load.
  Instant idleSince() {
    return idleSince;
  }

  @Nullable Instant lostSince() {
    return lostSince;
  }

  boolean connected() {
    return lostSince == null;
  }

  boolean hasDevice() {
    return device;
  }

  List<Item> held() {
    return held;
  }

  /// Work waiting for this agent alone.
  TreeSet<Item> personal() {
    return personal;
  }

  Map<Item, Guest> visits() {
    return visits;
  }

  /// @param now null: not any more
  void visit(Item item, @Nullable Guest now) {
    var before = now == null ? visits.remove(item) : visits.put(item, now);
    if (before != null && !before.joined()) ringing--;
    if (now != null && !now.joined()) ringing++;
    used = load();
  }

  boolean isEngaged() {
    return engagedSince != null;
  }

  /// Percent of the agent that the held work and an engagement take; may pass 100 (chats, then a
  /// call).
  int used() {
    return used;
  }

  boolean isRinging() {
    return ringing > 0;
  }

  /// Is offered a call or a preview, or is in one; a wrap-up is neither.
  boolean hasCall() {
    return calls > 0;
  }

  /// Is offered a call or a preview, or is in one, be it somebody else's; a wrap-up is neither.
  boolean onCall() {
    return hasCall() || isEngaged();
  }

  /// The same, but for one piece of work; null: the same.
  boolean onCallBeside(@Nullable Item item) {
    boolean counted =
        item != null && held.contains(item) && !(item.state() instanceof WorkState.WrapUp);
    return isEngaged() || calls > (counted ? 1 : 0);
  }

  /// Decision 22: on a call that stands in the way of `work`. A call with the same customer is none
  /// for a chat, but there can be no second call.
  boolean onOtherCall(Work work) {
    if (!onCall()) return false;
    if (isCall(work.medium()) || isEngaged()) return true;
    for (var item : held)
      if (isCall(item.work().medium())
          && !(item.state() instanceof WorkState.WrapUp)
          && !item.work().belongsWith(work)) return true;
    return false;
  }

  /// Until when this wrap-up goes on beyond its time because other work of the same conversation is
  /// not over: null when none is. `live`: as long again for work that is still going on.
  @Nullable Instant wrapsUpUntil(Item own, Instant live, Instant now) {
    Instant until = null;
    for (var item : held) {
      if (item == own || !item.work().belongsWith(own.work())) continue;
      var end =
          switch (item.state()) {
            case WorkState.Active _ -> live;
            case WorkState.WrapUp w -> w.until();
            case WorkState.Queued _,
                WorkState.Offered _,
                WorkState.Postponed _,
                WorkState.Ended _ ->
                now;
          };
      if (end.isAfter(now) && (until == null || end.isAfter(until))) until = end;
    }
    return until;
  }

  /// 0: does not have it.
  int level(SkillId skill) {
    return skills.getOrDefault(skill, 0);
  }

  void train(List<Skill> learned) {
    skills = new HashMap<>();
    for (var skill : learned) skills.put(skill.id(), skill.level());
    seats = NOWHERE;
    seatCount = 0;
  }

  void addSeat(Seat seat) {
    if (seatCount == seats.length)
      seats = Arrays.copyOf(seats, Math.max(4, seatCount + seatCount / 2));
    seats[seatCount++] = seat;
  }

  void removeSeat(Seat seat) {
    for (int i = 0; i < seatCount; i++)
      if (seats[i] == seat) {
        System.arraycopy(seats, i + 1, seats, i, seatCount - i - 1);
        seatCount--;
        return;
      }
  }

  void stand(Standing next, Instant from) {
    standing = next;
    since = from;
  }

  void idleFrom(Instant at) {
    idleSince = at;
  }

  void loseSession(Instant at) {
    lostSince = at;
  }

  void openSession() {
    lostSince = null;
  }

  void device(boolean ready) {
    device = ready;
  }

  /// @param from null: not any more
  void engaged(@Nullable Instant from) {
    engagedSince = from;
    used = load();
  }

  void hold(Item item) {
    held.add(item);
    count(item, 1);
    used = load();
  }

  void drop(Item item) {
    if (!held.remove(item)) throw new IllegalStateException(id + " does not hold " + item.work());
    count(item, -1);
    used = load();
  }

  /// With the state that the item has while it is held.
  private void count(Item item, int sign) {
    var medium = item.work().medium();
    boolean rings = item.state() instanceof Offered;
    if (rings) ringing += sign;
    if (isCall(medium) && (rings || item.state() instanceof Active)) calls += sign;
  }

  /// How many pieces of a service the agent has in hand, with what rings and what is wrapped up.
  int has(ServiceId service) {
    int has = 0;
    for (var item : held)
      if (item.work().service().equals(service) && !wrapsUpBesideLive(item)) has++;
    return has;
  }

  private int load() {
    int load = isEngaged() ? Medium.VOICE.share() : 0;
    for (var item : held) if (!wrapsUpBesideLive(item)) load += item.work().medium().share();
    for (var item : visits.keySet()) load += item.work().medium().share();
    return load;
  }

  /// Decision 21: wrap-up begins when nothing of the conversation goes on any more. Until then what
  /// has ended of it takes nothing of the agent.
  private boolean wrapsUpBesideLive(Item own) {
    if (!(own.state() instanceof WorkState.WrapUp)) return false;
    for (var item : held)
      if (item.state() instanceof Active && item.work().belongsWith(own.work())) return true;
    return false;
  }

  AgentRow row() {
    return new AgentRow(id, standing.presence(), standing.next(), since, idleSince);
  }

  AgentView view() {
    var status = status();
    var rows = held.stream().map(item -> new WorkRow(item.work(), item.state())).toList();
    var visiting = new ArrayList<Visit>(visits.size());
    visits.forEach(
        (item, guest) ->
            visiting.add(
                new Visit(
                    item.work().id(), item.work().medium(), item.work().conversation(), guest)));
    return new AgentView(
        id,
        standing.presence(),
        standing.next(),
        since,
        connected(),
        device,
        isEngaged(),
        status,
        statusSince(status),
        used,
        rows,
        List.copyOf(visiting));
  }

  private WorkStatus status() {
    var status = isEngaged() ? WorkStatus.BUSY : WorkStatus.IDLE;
    for (var item : held) status = higher(status, WorkStatus.of(item.state()));
    for (var guest : visits.values()) status = higher(status, WorkStatus.of(guest));
    return status;
  }

  private static WorkStatus higher(WorkStatus one, WorkStatus other) {
    return other.compareTo(one) > 0 ? other : one;
  }

  private Instant statusSince(WorkStatus status) {
    if (status == WorkStatus.IDLE) return since;
    var from = engagedSince == null ? Instant.MAX : engagedSince;
    for (var item : held)
      if (WorkStatus.of(item.state()) == status && item.state().since().isBefore(from))
        from = item.state().since();
    for (var guest : visits.values())
      if (WorkStatus.of(guest) == status && guest.since().isBefore(from)) from = guest.since();
    return from;
  }

  static boolean isCall(Medium medium) {
    return medium == Medium.VOICE || medium == Medium.PREVIEW;
  }
}
