package org.hiwar.floor.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hiwar.floor.core.By;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Command.Accept;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.Begin;
import org.hiwar.floor.core.Command.Decline;
import org.hiwar.floor.core.Command.Depart;
import org.hiwar.floor.core.Command.DeviceGone;
import org.hiwar.floor.core.Command.DeviceReady;
import org.hiwar.floor.core.Command.Disengage;
import org.hiwar.floor.core.Command.Dismiss;
import org.hiwar.floor.core.Command.Dispose;
import org.hiwar.floor.core.Command.Engage;
import org.hiwar.floor.core.Command.Give;
import org.hiwar.floor.core.Command.GiveBack;
import org.hiwar.floor.core.Command.GoNotReady;
import org.hiwar.floor.core.Command.GoReady;
import org.hiwar.floor.core.Command.HandOver;
import org.hiwar.floor.core.Command.Invite;
import org.hiwar.floor.core.Command.Join;
import org.hiwar.floor.core.Command.Leave;
import org.hiwar.floor.core.Command.LogIn;
import org.hiwar.floor.core.Command.LogOut;
import org.hiwar.floor.core.Command.Postpone;
import org.hiwar.floor.core.Command.Release;
import org.hiwar.floor.core.Command.SessionLost;
import org.hiwar.floor.core.Command.SessionOpened;
import org.hiwar.floor.core.Command.StepIn;
import org.hiwar.floor.core.Command.StillEngaged;
import org.hiwar.floor.core.Command.Take;
import org.hiwar.floor.core.Command.Transfer;
import org.hiwar.floor.core.Command.Wake;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.Service;
import org.hiwar.floor.core.Skill;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// The people: what they do next, seen from the ledger, with hands that are slow and sometimes
/// wrong.
final class World {
  static final int AGENTS = 6;
  private static final Medium[] MEDIA = {
    Medium.VOICE, Medium.VOICE, Medium.CHAT, Medium.CHAT, Medium.EMAIL, Medium.PREVIEW
  };
  private static final SkillId ARABIC = new SkillId(101);
  private static final SkillId GOLD = new SkillId(102);
  private final SplittableRandom random;
  private final Ledger ledger;
  /// Whose desktops are open.
  private final boolean[] there = new boolean[AGENTS + 1];
  /// Whose telephones are connected.
  private final boolean[] callable = new boolean[AGENTS + 1];
  /// Who takes part in a call of somebody else, as telephony has it.
  private final boolean[] engaged = new boolean[AGENTS + 1];
  private long nextWork = 1;

  World(SplittableRandom random, Ledger ledger) {
    this.random = random;
    this.ledger = ledger;
  }

  static boolean isCall(Medium medium) {
    return medium == Medium.VOICE || medium == Medium.PREVIEW;
  }

  /// Agent 1 can do everything, so that everything can be drained. `turn`: another distribution of
  /// the skills.
  static Plan plan(int turn) {
    var skills = new HashMap<UserId, List<Skill>>();
    for (int a = 1; a <= AGENTS; a++) skills.put(new UserId(a), skills(a, turn));
    return new Plan(services(turn), Map.copyOf(skills));
  }

  /// In every second turn mails are pulled.
  private static List<Service> services(int turn) {
    var services = new ArrayList<Service>();
    for (int i = 0; i < MEDIA.length; i++)
      services.add(
          new Service(
              new ServiceId(i + 1),
              MEDIA[i],
              i % 2 == 0,
              Duration.ofSeconds(20),
              Duration.ofSeconds(10),
              i == 3 ? Duration.ZERO : Duration.ofSeconds(15),
              i < 3,
              Duration.ofSeconds(8),
              Duration.ofSeconds(i == 1 ? 0 : 12),
              MEDIA[i] == Medium.EMAIL && turn % 2 == 1,
              MEDIA[i] == Medium.EMAIL ? 0 : i % 2,
              Duration.ofSeconds(40),
              most(i, turn)));
    return services;
  }

  /// Of one service of chats and of the mails, so many for one agent; 0: as many as fit.
  private static int most(int service, int turn) {
    if (MEDIA[service] == Medium.EMAIL) return turn % 3;
    return service == 3 ? 2 - turn % 2 : 0;
  }

  private static List<Skill> skills(int agent, int turn) {
    var skills = new ArrayList<Skill>();
    for (int s = 1; s <= MEDIA.length; s++)
      if (agent == 1 || (agent * 7 + s * 3 + turn) % 5 < 3)
        skills.add(new Skill(new SkillId(s), (agent * 13 + s * 29) % 3 * 40 + 10));
    if (agent % 2 == 1) skills.add(new Skill(ARABIC, 30 * agent % 100 + 1));
    if ((agent + turn) % 3 == 1) skills.add(new Skill(GOLD, 70));
    return skills;
  }

  Command somebodyActs() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> new Arrive(work(random.nextInt(MEDIA.length) + 1));
      case 3 -> new Leave(anyWork(), random.nextBoolean() ? By.CUSTOMER : By.SYSTEM);
      default -> agentActs(anyAgent());
    };
  }

  private Work work(int service) {
    var preferred = random.nextInt(3) == 0 ? anyAgent() : null;
    var skills =
        switch (random.nextInt(6)) {
          case 0, 1 -> List.of(ARABIC);
          case 2 -> List.of(GOLD, ARABIC);
          default -> List.<SkillId>of();
        };
    var id = new WorkId(nextWork++);
    if (service == MEDIA.length && random.nextInt(4) == 0) ledger.forbid(id);
    return new Work(
        id,
        new ServiceId(service),
        MEDIA[service - 1],
        skills,
        random.nextInt(3),
        ledger.now,
        preferred,
        preferred != null && random.nextInt(3) == 0,
        random.nextInt(9));
  }

  private UserId anyAgent() {
    return new UserId(1 + random.nextInt(AGENTS));
  }

  private WorkId anyWork() {
    var all = List.copyOf(ledger.open.keySet());
    return all.isEmpty() ? new WorkId(1) : all.get(random.nextInt(all.size()));
  }

  private Command agentActs(UserId id) {
    var person = ledger.person(id);
    int a = (int) id.value();
    if (random.nextInt(40) == 0) there[a] = !there[a];
    if (there[a] != person.connected) return there[a] ? new SessionOpened(id) : new SessionLost(id);
    if (!there[a] && random.nextInt(3) == 0) there[a] = true;
    if (random.nextInt(40) == 0) callable[a] = !callable[a];
    if (callable[a] != person.device) return callable[a] ? new DeviceReady(id) : new DeviceGone(id);
    if (!callable[a] && random.nextInt(3) == 0) callable[a] = true;
    if (random.nextInt(10) == 0) {
      var mail = mail();
      if (mail != null) return random.nextInt(5) == 0 ? new Wake(mail) : new Take(mail, id);
    }
    if (random.nextInt(25) == 0) return begins(id);
    if (random.nextInt(person.engaged ? 8 : 20) == 0) return engages(id, person);
    if (person.presence == Presence.LOGGED_OUT) return new LogIn(id);
    if (!person.visits.isEmpty() && random.nextInt(3) == 0) return visits(id, person);
    if (random.nextInt(20) == 0) return new StepIn(anyWork(), id);
    if (person.held.isEmpty() || random.nextInt(12) == 0)
      return switch (random.nextInt(12)) {
        case 0 -> new GoNotReady(id, "lunch");
        case 1 -> new LogOut(id);
        default -> new GoReady(id);
      };
    var held = List.copyOf(person.held.values());
    return handle(id, held.get(random.nextInt(held.size())));
  }

  /// A mail that somebody could take, or that is postponed; null: there is none.
  private @Nullable WorkId mail() {
    var mails = new ArrayList<WorkId>();
    for (var thing : ledger.open.values())
      if (thing.work.medium() == Medium.EMAIL
          && (thing.phase == Phase.QUEUED || thing.phase == Phase.POSTPONED))
        mails.add(thing.work.id());
    return mails.isEmpty() ? null : mails.get(random.nextInt(mails.size()));
  }

  private Command engages(UserId id, Person person) {
    engaged[(int) id.value()] = !person.engaged;
    return person.engaged ? new Disengage(id) : new Engage(id);
  }

  /// Mostly to somebody who is in the call; else to anybody.
  private UserId goal() {
    for (var person : ledger.people.values())
      if (person.engaged && random.nextInt(4) != 0) return person.id;
    return anyAgent();
  }

  /// What somebody does who is in the work of another, or is asked into it.
  private Command visits(UserId id, Person person) {
    var visits = List.copyOf(person.visits.keySet());
    var work = visits.get(random.nextInt(visits.size()));
    return person.isAsked() && random.nextInt(4) != 0
        ? new Join(work, id)
        : random.nextInt(4) == 0 ? new LogOut(id) : new Depart(work, id);
  }

  /// What the host of somebody does, or wants to.
  private Command hosts(UserId id, Thing thing) {
    var work = thing.work.id();
    if (thing.guests.isEmpty() || random.nextInt(3) == 0)
      return new Invite(work, id, anyAgent(), "look");
    var guest = thing.guests.get(random.nextInt(thing.guests.size())).agent();
    return random.nextInt(3) == 0 ? new Dismiss(work, id, guest) : new HandOver(work, id, guest);
  }

  private Command begins(UserId id) {
    int service = random.nextInt(3) == 0 ? 1 + random.nextInt(MEDIA.length) : 1;
    return new Begin(
        Work.plain(new WorkId(nextWork++), new ServiceId(service), MEDIA[service - 1], ledger.now)
            .in(random.nextInt(9)),
        id,
        random.nextInt(3) == 0 ? previewed(id) : null);
  }

  /// What was previewed is being called.
  private Command calls(UserId id, WorkId preview) {
    var call = new WorkId(nextWork++);
    return new Begin(
        Work.plain(call, new ServiceId(1), MEDIA[0], ledger.now).in(random.nextInt(9)),
        id,
        preview);
  }

  /// Mostly what this agent previews; else anything.
  private @Nullable WorkId previewed(UserId id) {
    for (var thing : ledger.person(id).held.values())
      if (thing.work.medium() == Medium.PREVIEW && random.nextInt(8) != 0) return thing.work.id();
    for (var thing : ledger.open.values())
      if (thing.work.medium() == Medium.PREVIEW && thing.phase == Phase.ACTIVE)
        return thing.work.id();
    return random.nextBoolean() ? anyWork() : null;
  }

  private Command handle(UserId id, Thing thing) {
    var work = thing.work.id();
    int dice = random.nextInt(10);
    if (thing.phase == Phase.ACTIVE && random.nextInt(4) == 0) return hosts(id, thing);
    boolean previewed = thing.work.medium() == Medium.PREVIEW && thing.phase == Phase.ACTIVE;
    if (previewed && dice < 5) return calls(id, work);
    boolean mail = thing.work.medium() == Medium.EMAIL && thing.phase == Phase.ACTIVE;
    if (mail && dice < 4)
      return new Postpone(work, id, ledger.now.plusMillis(random.nextInt(60_000) - 500), "later");
    return switch (thing.phase) {
      case OFFERED ->
          dice == 0
              ? new Decline(work, id, thing.offers)
              : new Accept(work, id, dice == 1 ? thing.offers - 1 : thing.offers);
      case ACTIVE ->
          dice > 6
              ? new HandOver(work, id, goal())
              : dice < 2
                  ? new Transfer(
                      work,
                      id,
                      new ServiceId(1 + random.nextInt(MEDIA.length)),
                      random.nextBoolean(),
                      "please")
                  : dice == 3
                      ? new Give(work, id, anyAgent(), random.nextBoolean(), "please")
                      : dice == 2
                          ? new GiveBack(work, id, Presence.NO_ANSWER)
                          : new Release(work, id);
      case WRAP_UP -> new Dispose(work, id);
      case QUEUED, POSTPONED -> throw new IllegalStateException("held: " + thing);
    };
  }

  /// What desktops and telephones of connected agents say when the floor has been restored, and
  /// before them who is in a call.
  List<Command> desktopsReport() {
    var commands = new ArrayList<Command>();
    for (int a = 1; a <= AGENTS; a++)
      if (engaged[a] && ledger.person(new UserId(a)).engagedBefore)
        commands.add(new StillEngaged(new UserId(a)));
    for (int a = 1; a <= AGENTS; a++)
      if (there[a] && !ledger.person(new UserId(a)).connected)
        commands.add(new SessionOpened(new UserId(a)));
    for (int a = 1; a <= AGENTS; a++)
      if (callable[a] && !ledger.person(new UserId(a)).device)
        commands.add(new DeviceReady(new UserId(a)));
    return commands;
  }

  /// Everybody works well: used to drain the floor at the end.
  List<Command> everybodyFinishes() {
    var commands = new ArrayList<Command>();
    for (int a = 1; a <= AGENTS; a++) {
      there[a] = true;
      callable[a] = true;
      var id = new UserId(a);
      var person = ledger.person(id);
      if (!person.connected) commands.add(new SessionOpened(id));
      else if (!person.device) commands.add(new DeviceReady(id));
      else if (person.engaged) commands.add(new Disengage(id));
      else if (person.presence == Presence.LOGGED_OUT) commands.add(new LogIn(id));
      else if (person.next != Presence.READY) commands.add(new GoReady(id));
      else for (var thing : person.held.values()) commands.add(finish(id, thing));
    }
    for (var thing : ledger.open.values())
      if (thing.phase == Phase.QUEUED && thing.work.medium() == Medium.EMAIL)
        commands.add(new Take(thing.work.id(), new UserId(1)));
    return commands;
  }

  private static Command finish(UserId id, Thing thing) {
    var work = thing.work.id();
    return switch (thing.phase) {
      case OFFERED -> new Accept(work, id, thing.offers);
      case ACTIVE -> new Release(work, id);
      case WRAP_UP -> new Dispose(work, id);
      case QUEUED, POSTPONED -> throw new IllegalStateException("held: " + thing);
    };
  }

  /// Every open piece has exactly one owner: the queue, or one agent.
  void nothingIsLost() {
    for (var thing : ledger.open.values()) {
      int holders = 0;
      for (var person : ledger.people.values())
        if (person.held.containsKey(thing.work.id())) holders++;
      int owners = holders;
      Ledger.require(
          owners == (thing.phase == Phase.QUEUED || thing.phase == Phase.POSTPONED ? 0 : 1),
          () -> "owners of " + thing + ": " + owners);
    }
  }

  Instant now() {
    return ledger.now;
  }
}
