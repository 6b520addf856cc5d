package org.hiwar.voice.call;

import static org.hiwar.voice.call.SimulatedTalk.require;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.hiwar.conversation.EndedBy;
import org.hiwar.voice.call.CallLaw.Work;
import org.hiwar.voice.call.CallLaw.Work.Standing;
import org.hiwar.voice.call.OutgoingGuard.Place;
import org.hiwar.voice.call.SimulatedTalk.Leg;
import org.hiwar.voice.call.SimulatedTalk.Line;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.UserId;

/// One call, from its beginning to its end, from a seed: a customer, two agents who hold, consult,
/// send on and lose their telephones, a floor, and a network that is slow. What happens waits in
/// the mailbox of the call, as in [Call]; what follows from it are the effects of the rules.
final class SimulatedCall {
  private static final int STEPS = 80;
  private static final List<UserId> AGENTS = List.of(new UserId(11), new UserId(12));
  private static final CallEnd HUNG_UP = CallEnd.hungUp(EndedBy.CUSTOMER);
  private static final Way WAY =
      new Way(new DialString("+493090182033"), List.of(), new Caller.Unknown(), Place.NOT_COUNTED);

  private final CallRules rules;
  private final SplittableRandom random;
  private final ArrayDeque<Told> mailbox = new ArrayDeque<>();
  private final Set<UserId> without = new HashSet<>();
  /// Who telephones with a phone or a number that has to be called first, and whose it is on the
  /// line.
  private final Set<UserId> called = new HashSet<>();
  private final Set<UserId> reached = new HashSet<>();
  private final SimulatedTalk talk;
  private Phase phase;
  private Work work;
  private int guests;
  private int ends;
  /// The last that happened, for whoever reads a failure.
  final ArrayDeque<String> recent = new ArrayDeque<>();
  final Set<Class<?>> seen = new HashSet<>();

  /// @param guest that it is about; what comes of one who was let go meanwhile is not heard
  private record Told(Happening what, int guest) {}

  SimulatedCall(long seed, CallRules rules) {
    this.rules = rules;
    random = new SplittableRandom(seed);
    boolean in = random.nextBoolean();
    phase = in ? new Phase.Waiting() : new Phase.Prepared(AGENTS.getFirst());
    work = new Work(in ? Standing.QUEUED : Standing.ASKED_FOR, null);
    talk = new SimulatedTalk(in ? Line.UP : Line.NOT_DIALLED);
    if (in) talk.music();
    for (var agent : AGENTS) if (random.nextInt(3) == 0) called.add(agent);
  }

  void live() {
    for (int i = 0; i < STEPS && !(phase instanceof Phase.Over); i++) {
      somethingHappens();
      while (!mailbox.isEmpty() && random.nextInt(4) != 0) hears();
      if (mailbox.isEmpty()) CallLaw.check(rules, phase, work, talk);
    }
    endsByItself();
    var last = phase;
    for (int i = 0; i < 5; i++) {
      tell(random.nextBoolean() ? new Happening.FarEndGone(HUNG_UP) : new Happening.TimeUp());
      hearsAll();
    }
    require(phase.equals(last), "went on after its end");
    require(ends == 1, "ends: " + ends);
  }

  /// Nobody does anything any more but hang up at last.
  private void endsByItself() {
    hearsAll();
    for (int i = 0; i < 20 && rules.limit(phase) != null; i++) timePasses();
    require(rules.limit(phase) == null, "time alone does not end " + phase);
    if (!(phase instanceof Phase.Over)) {
      talk.customer = Line.GONE;
      tell(new Happening.FarEndGone(HUNG_UP));
      hearsAll();
    }
    require(phase instanceof Phase.Over, "the customer has gone, and it is " + phase);
    CallLaw.check(rules, phase, work, talk);
  }

  private void timePasses() {
    tell(new Happening.TimeUp());
    hearsAll();
    CallLaw.check(rules, phase, work, talk);
  }

  // What happens
  // ----------------------------------------------------------------------------------

  private void somethingHappens() {
    switch (random.nextInt(8)) {
      case 0 -> farEnd();
      case 1, 2 -> floor();
      case 3 -> telephone(agent());
      case 4 -> guest();
      case 5 -> {
        // While it is being told of something its time can be up only rarely.
        if (rules.limit(phase) != null && random.nextInt(3) == 0) tell(new Happening.TimeUp());
      }
      default -> agentWishes();
    }
    if (random.nextInt(400) == 0) tell(new Happening.Broken(CallEnd.Cause.CLOSED));
  }

  private UserId agent() {
    return AGENTS.get(random.nextInt(2));
  }

  private UserId other(UserId agent) {
    return AGENTS.get(agent.equals(AGENTS.getFirst()) ? 1 : 0);
  }

  private void farEnd() {
    switch (talk.customer) {
      case CALLED -> called();
      case UP -> {
        if (random.nextInt(12) == 0) leaves();
        else if (random.nextInt(30) == 0) tell(new Happening.FarEndSilent());
      }
      case NOT_DIALLED, GONE -> {}
    }
  }

  private void called() {
    switch (random.nextInt(4)) {
      case 0 -> tell(new Happening.Rings());
      case 1 -> tell(new Happening.EarlyAudio());
      case 2 -> {
        talk.customer = Line.UP;
        tell(new Happening.Answered());
      }
      default -> leaves();
    }
  }

  private void leaves() {
    talk.customer = Line.GONE;
    tell(new Happening.FarEndGone(HUNG_UP));
  }

  private void floor() {
    switch (work.standing()) {
      case ASKED_FOR -> {
        boolean may = random.nextInt(5) != 0;
        work = may ? new Work(Standing.WITH, AGENTS.getFirst()) : new Work(Standing.OVER, null);
        tell(may ? new Happening.Go() : new Happening.NotBegun());
      }
      case QUEUED -> gives(agent());
      case WITH -> {
        var colleague = talk.who instanceof Guest.Colleague(_, var user) ? user : null;
        if (colleague != null && talk.guest == Leg.UP && random.nextInt(3) == 0) gives(colleague);
        else if (random.nextInt(10) == 0) floorEnds(EndedBy.AGENT);
        else if (random.nextInt(10) == 0) requeue();
      }
      case OVER -> {}
    }
  }

  private void gives(UserId agent) {
    work = new Work(Standing.WITH, agent);
    tell(new Happening.Accepted(agent));
  }

  private void requeue() {
    work = new Work(Standing.QUEUED, null);
    tell(new Happening.Requeued(null));
  }

  private void floorEnds(EndedBy by) {
    if (work.standing() == Standing.OVER) return;
    work = new Work(Standing.OVER, null);
    tell(new Happening.FloorEnded(by));
  }

  private void telephone(UserId agent) {
    if (without.remove(agent)) {
      reached.add(agent);
      tell(new Happening.DeviceReady(agent));
    } else if (random.nextInt(6) == 0) {
      reached.remove(agent);
      tell(new Happening.DeviceHungUp(agent));
    } else if (random.nextInt(3) == 0) {
      without.add(agent);
      reached.remove(agent);
      tell(new Happening.DeviceGone(agent));
    } else tell(new Happening.DeviceReady(agent));
  }

  private void guest() {
    if (!talk.hasGuest()) return;
    if (talk.guest == Leg.RINGING && random.nextInt(3) != 0) {
      talk.guest = Leg.UP;
      mailbox.add(new Told(new Happening.GuestAnswered(), guests));
    } else if (random.nextInt(3) == 0) {
      talk.guest = Leg.GONE;
      mailbox.add(new Told(new Happening.GuestGone(), guests));
    }
  }

  private void agentWishes() {
    var mine = Sight.agent(phase);
    if (mine == null) return;
    tell(
        switch (random.nextInt(8)) {
          case 0 -> new Happening.Hold();
          case 1 -> new Happening.Retrieve();
          case 2 -> new Happening.Forward(WAY);
          case 3 -> new Happening.Consult(new Guest.Colleague(new SideId(21), other(mine)));
          case 4 -> new Happening.Consult(new Guest.Number(new SideId(22), WAY));
          case 5 -> new Happening.Complete();
          case 6 -> new Happening.LetGo();
          default -> new Happening.TalkTo(With.values()[random.nextInt(3)]);
        });
  }

  // The call
  // --------------------------------------------------------------------------------------

  private void tell(Happening what) {
    mailbox.add(new Told(what, 0));
  }

  private void hearsAll() {
    while (!mailbox.isEmpty()) hears();
  }

  private void hears() {
    var next = mailbox.remove();
    if (next.guest() != 0 && (next.guest() != guests || talk.guest == Leg.NONE)) return;
    happened(next.what());
  }

  private void happened(Happening what) {
    if (recent.size() == 40) recent.removeFirst();
    recent.add(what + " in " + phase);
    if (!(rules.move(phase, what) instanceof CallLife.Move.To(var next, var effects))) return;
    var before = Sight.agent(phase);
    if (before != null && !before.equals(Sight.agent(next))) reached.remove(before);
    phase = next;
    seen.add(next.getClass());
    if (next instanceof Phase.Over) ends++;
    effects.forEach(this::effect);
  }

  private void effect(Effect effect) {
    switch (effect) {
      case Effect.Dial _ -> {
        require(talk.customer == Line.NOT_DIALLED, "dialled twice");
        talk.customer = Line.CALLED;
      }
      case Effect.Reach(var agent) -> {
        boolean answers = !without.contains(agent);
        if (answers) reached.add(agent);
        tell(answers ? new Happening.DeviceReady(agent) : new Happening.DeviceGone(agent));
      }
      case Effect.Release(var agent) -> {
        if (agent.equals(work.agent())) floorEnds(EndedBy.AGENT);
      }
      case Effect.RingingTone _ -> {}
      case Effect.Music _ -> talk.music();
      case Effect.Join(var agent) -> {
        if (without.contains(agent)) tell(new Happening.DeviceGone(agent));
        else if (called.contains(agent) && !reached.contains(agent))
          happened(new Happening.DeviceToReach(agent));
        else talk.join();
      }
      case Effect.NoteAnswered _ -> {}
      case Effect.DialForward _ -> {
        guests++;
        talk.rings(null);
      }
      case Effect.JoinForward _ -> talk.forwarded();
      case Effect.RingGuest(_, var who) -> {
        guests++;
        talk.rings(who);
      }
      case Effect.JoinAside(var agent) -> withGuest(agent, talk::aside);
      case Effect.HoldGuest _ -> talk.holdGuest();
      case Effect.JoinAll(var agent) -> withGuest(agent, talk::conference);
      case Effect.GuestTakesOver _ -> talk.takenOver();
      case Effect.DropGuest _ -> talk.dropGuest();
      case Effect.Requeue(var agent) -> {
        if (agent.equals(work.agent()) && random.nextInt(5) != 0) requeue();
      }
      case Effect.GiveBack(var agent, _) -> {
        if (agent.equals(work.agent()) && random.nextInt(5) != 0) requeue();
      }
      case Effect.TellFloor(var by) -> floorEnds(by);
      case Effect.HangUp _ -> {
        talk.hungUp = true;
        if (random.nextInt(3) != 0) leaves();
      }
    }
  }

  private void withGuest(UserId agent, Runnable join) {
    if (without.contains(agent)) tell(new Happening.DeviceGone(agent));
    else if (talk.guest != Leg.UP) mailbox.add(new Told(new Happening.GuestGone(), guests));
    else join.run();
  }

  @Override
  public String toString() {
    return phase + "; " + work + "; " + talk;
  }
}
