package org.hiwar.voice.call;

import java.util.List;
import org.hiwar.conversation.EndedBy;
import org.hiwar.voice.call.CallEnd.Cause;
import org.hiwar.voice.call.Effect.Dial;
import org.hiwar.voice.call.Effect.DialForward;
import org.hiwar.voice.call.Effect.DropGuest;
import org.hiwar.voice.call.Effect.GiveBack;
import org.hiwar.voice.call.Effect.GuestTakesOver;
import org.hiwar.voice.call.Effect.HangUp;
import org.hiwar.voice.call.Effect.HoldGuest;
import org.hiwar.voice.call.Effect.Join;
import org.hiwar.voice.call.Effect.JoinAll;
import org.hiwar.voice.call.Effect.JoinAside;
import org.hiwar.voice.call.Effect.JoinForward;
import org.hiwar.voice.call.Effect.Music;
import org.hiwar.voice.call.Effect.NoteAnswered;
import org.hiwar.voice.call.Effect.Reach;
import org.hiwar.voice.call.Effect.Release;
import org.hiwar.voice.call.Effect.Requeue;
import org.hiwar.voice.call.Effect.RingGuest;
import org.hiwar.voice.call.Effect.RingingTone;
import org.hiwar.voice.call.Effect.TellFloor;
import org.hiwar.voice.call.Happening.Accepted;
import org.hiwar.voice.call.Happening.Answered;
import org.hiwar.voice.call.Happening.Broken;
import org.hiwar.voice.call.Happening.Complete;
import org.hiwar.voice.call.Happening.Consult;
import org.hiwar.voice.call.Happening.DeviceGone;
import org.hiwar.voice.call.Happening.DeviceHungUp;
import org.hiwar.voice.call.Happening.DeviceReady;
import org.hiwar.voice.call.Happening.DeviceToReach;
import org.hiwar.voice.call.Happening.EarlyAudio;
import org.hiwar.voice.call.Happening.FarEndGone;
import org.hiwar.voice.call.Happening.FarEndSilent;
import org.hiwar.voice.call.Happening.FloorEnded;
import org.hiwar.voice.call.Happening.Forward;
import org.hiwar.voice.call.Happening.Go;
import org.hiwar.voice.call.Happening.GuestAnswered;
import org.hiwar.voice.call.Happening.GuestGone;
import org.hiwar.voice.call.Happening.Hold;
import org.hiwar.voice.call.Happening.LetGo;
import org.hiwar.voice.call.Happening.NotBegun;
import org.hiwar.voice.call.Happening.Requeued;
import org.hiwar.voice.call.Happening.Retrieve;
import org.hiwar.voice.call.Happening.Rings;
import org.hiwar.voice.call.Happening.TalkTo;
import org.hiwar.voice.call.Happening.TimeUp;
import org.hiwar.voice.call.Phase.Apart;
import org.hiwar.voice.call.Phase.Asking;
import org.hiwar.voice.call.Phase.Consulting;
import org.hiwar.voice.call.Phase.Dialling;
import org.hiwar.voice.call.Phase.Forwarded;
import org.hiwar.voice.call.Phase.Forwarding;
import org.hiwar.voice.call.Phase.HandedOver;
import org.hiwar.voice.call.Phase.Leaving;
import org.hiwar.voice.call.Phase.Over;
import org.hiwar.voice.call.Phase.Prepared;
import org.hiwar.voice.call.Phase.Reaching;
import org.hiwar.voice.call.Phase.ReachingFirst;
import org.hiwar.voice.call.Phase.Returning;
import org.hiwar.voice.call.Phase.Ringing;
import org.hiwar.voice.call.Phase.Stranded;
import org.hiwar.voice.call.Phase.Talking;
import org.hiwar.voice.call.Phase.Waiting;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// The life of a call: what follows from what happens. Nothing here waits, plays or sends.
final class CallLife {
  private CallLife() {}

  sealed interface Move {
    record To(Phase next, List<Effect> effects) implements Move {}

    /// Both sides act at once, and much is told twice: no fault.
    record Ignored() implements Move {}
  }

  private record Step(Phase phase, Happening what) {}

  static Move move(Phase phase, Happening what) {
    return switch (new Step(phase, what)) {
      case Step(Over _, _) -> ignored();

      case Step(Leaving l, FarEndGone _) -> to(new Over(l.end()));
      case Step(Leaving l, TimeUp _) -> to(new Over(l.end()));
      case Step(Leaving _, _) -> ignored();

      case Step(Prepared p, Go _) -> to(new ReachingFirst(p.agent()), new Reach(p.agent()));
      case Step(Prepared _, NotBegun _) -> to(new Over(CallEnd.bySystem(Cause.WITHDRAWN)));
      case Step(Prepared _, FloorEnded e) -> to(new Over(CallEnd.cancelled(e.by())));
      case Step(Prepared _, TimeUp _) -> over(CallEnd.bySystem(Cause.WITHDRAWN));
      case Step(Prepared _, Broken b) -> over(CallEnd.bySystem(b.cause()));
      case Step(Prepared _, _) -> ignored();

      case Step(ReachingFirst(var agent), DeviceReady r) when r.agent().equals(agent) ->
          to(new Dialling(agent), new Dial());
      case Step(ReachingFirst(var agent), DeviceGone g) when g.agent().equals(agent) ->
          over(NO_DEVICE);
      case Step(ReachingFirst _, TimeUp _) -> over(NO_DEVICE);
      case Step(ReachingFirst _, Requeued _) -> over(CallEnd.cancelled(EndedBy.SYSTEM));
      case Step(ReachingFirst _, FloorEnded e) -> to(new Over(CallEnd.cancelled(e.by())));
      case Step(ReachingFirst _, Broken b) -> over(CallEnd.bySystem(b.cause()));

      case Step(Dialling d, Rings _) -> to(new Ringing(d.agent()), new RingingTone(d.agent()));
      case Step(Dialling d, EarlyAudio _) -> to(new Ringing(d.agent()), new Join(d.agent()));
      case Step(Dialling d, Answered _) ->
          to(new Talking(d.agent(), false), new Join(d.agent()), new NoteAnswered());
      case Step(Ringing r, EarlyAudio _) -> to(r, new Join(r.agent()));
      case Step(Ringing r, Answered _) ->
          to(new Talking(r.agent(), false), new Join(r.agent()), new NoteAnswered());
      case Step(Dialling _, FloorEnded e) -> leaving(CallEnd.cancelled(e.by()));
      case Step(Ringing _, FloorEnded e) -> leaving(CallEnd.cancelled(e.by()));
      case Step(Dialling _, Requeued _) ->
          leaving(CallEnd.cancelled(EndedBy.SYSTEM), EndedBy.SYSTEM);
      case Step(Ringing _, Requeued _) ->
          leaving(CallEnd.cancelled(EndedBy.SYSTEM), EndedBy.SYSTEM);
      case Step(Dialling _, TimeUp _) -> leaving(NOT_ANSWERED, EndedBy.SYSTEM);
      case Step(Ringing _, TimeUp _) -> leaving(NOT_ANSWERED, EndedBy.SYSTEM);

      case Step(Waiting _, Accepted a) -> to(new Talking(a.agent(), false), new Join(a.agent()));

      case Step(Talking(var agent, var held), Hold _) when !held ->
          to(new Talking(agent, true), new Music());
      case Step(Talking(var agent, var held), Retrieve _) when held ->
          to(new Talking(agent, false), new Join(agent));
      case Step(Talking(var agent, var held), DeviceGone g) when g.agent().equals(agent) ->
          to(new Stranded(agent, held), new Music());
      case Step(Talking(var agent, _), DeviceReady r) when r.agent().equals(agent) -> ignored();
      case Step(Talking(var agent, _), Forward f) ->
          to(new Forwarding(agent, f.to().number()), new Music(), new DialForward(f.to()));
      case Step(Talking _, Requeued _) -> to(new Waiting(), new Music());
      case Step(Talking(var before, _), Accepted a) when !a.agent().equals(before) ->
          to(new Talking(a.agent(), false), new Join(a.agent()));

      case Step(Talking(var agent, _), DeviceToReach r) when r.agent().equals(agent) ->
          to(new Reaching(agent), new Music(), new Reach(agent));
      case Step(Talking(var agent, var held), DeviceHungUp h) when h.agent().equals(agent) ->
          to(new Stranded(agent, held), new Music(), new Release(agent));

      case Step(Reaching(var agent), DeviceReady r) when r.agent().equals(agent) ->
          to(new Talking(agent, false), new Join(agent));
      case Step(Reaching(var agent), DeviceGone g) when g.agent().equals(agent) ->
          to(new Returning(agent), new GiveBack(agent, g.why()));
      case Step(Reaching(var agent), TimeUp _) ->
          to(new Returning(agent), new GiveBack(agent, CallResult.NO_ANSWER));
      case Step(Reaching _, Requeued _) -> to(new Waiting());
      case Step(Reaching(var before), Accepted a) when !a.agent().equals(before) ->
          to(new Talking(a.agent(), false), new Join(a.agent()));

      case Step(Stranded(var agent, var held), DeviceReady r) when r.agent().equals(agent) ->
          held ? to(new Talking(agent, true)) : to(new Talking(agent, false), new Join(agent));
      case Step(Stranded(var agent, _), TimeUp _) -> to(new Returning(agent), new Requeue(agent));
      case Step(Stranded _, Requeued _) -> to(new Waiting());
      // It was handed over in the very moment in which whoever had it was lost.
      case Step(Stranded(var before, _), Accepted a) when !a.agent().equals(before) ->
          to(new Talking(a.agent(), false), new Join(a.agent()));
      case Step(Returning(var before), Accepted a) when !a.agent().equals(before) ->
          to(new Talking(a.agent(), false), new Join(a.agent()));
      case Step(Returning _, Requeued _) -> to(new Waiting());
      case Step(Returning _, TimeUp _) -> leaving(CallEnd.bySystem(Cause.NO_AGENT), EndedBy.SYSTEM);

      case Step(Talking(var agent, _), Consult c) ->
          to(
              new Asking(agent, c.guest()),
              new Music(),
              new RingGuest(agent, c.guest()),
              new RingingTone(agent));

      case Step(Asking a, GuestAnswered _) ->
          to(new Consulting(a.agent(), a.guest(), With.CONSULTED), new JoinAside(a.agent()));
      case Step(Asking a, GuestGone _) -> back(a, null);
      case Step(Asking a, LetGo _) -> back(a, null);
      case Step(Asking a, TimeUp _) -> back(a, CallResult.NO_ANSWER);
      case Step(Asking a, DeviceGone g) when isOf(a.guest(), g.agent()) ->
          back(a, CallResult.UNREACHABLE);
      case Step(Asking a, DeviceHungUp h) when isOf(a.guest(), h.agent()) ->
          back(a, CallResult.DECLINED);
      case Step(Asking a, DeviceGone g) when g.agent().equals(a.agent()) ->
          to(new Stranded(a.agent(), true), new DropGuest(), new Music());
      case Step(Asking a, Accepted t) when !t.agent().equals(a.agent()) ->
          to(new Talking(t.agent(), false), new DropGuest(), new Join(t.agent()));
      case Step(Asking _, Requeued _) -> to(new Waiting(), new DropGuest(), new Music());
      case Step(Asking _, FloorEnded e) ->
          to(new Leaving(CallEnd.hungUp(e.by())), new DropGuest(), new HangUp());

      case Step(Consulting c, TalkTo t) when t.with() != c.with() -> talkTo(c, t.with());
      case Step(Consulting c, GuestGone _) -> without(c);
      case Step(Consulting c, LetGo _) -> without(c);
      case Step(Consulting c, DeviceGone g) when isOf(c.guest(), g.agent()) ->
          to(new Apart(c, g.agent()));
      case Step(Consulting c, DeviceHungUp h) when isOf(c.guest(), h.agent()) -> without(c);
      case Step(Consulting c, DeviceGone g) when g.agent().equals(c.agent()) ->
          withoutAgent(new Apart(c, g.agent()));
      case Step(Consulting(_, Guest.Number n, _), Complete _) ->
          to(new Forwarded(n.way().number()), new JoinForward(), new TellFloor(EndedBy.AGENT));
      case Step(Consulting c, Accepted t) when isOf(c.guest(), t.agent()) ->
          to(new Talking(t.agent(), false), new GuestTakesOver(), new Join(t.agent()));
      case Step(Consulting c, Accepted t) when !t.agent().equals(c.agent()) ->
          to(new Talking(t.agent(), false), new DropGuest(), new Join(t.agent()));
      case Step(Consulting _, Requeued _) -> to(new Waiting(), new DropGuest(), new Music());
      case Step(Consulting _, FloorEnded e) ->
          to(new Leaving(CallEnd.hungUp(e.by())), new DropGuest(), new HangUp());

      case Step(Apart a, DeviceReady r) when r.agent().equals(a.away()) ->
          talkTo(a.from(), a.from().with());
      case Step(Apart a, DeviceGone g) when !g.agent().equals(a.away()) -> given(a);
      case Step(Apart a, GuestGone _) -> given(a);
      case Step(Apart a, LetGo _) -> given(a);
      case Step(Apart a, DeviceHungUp h) when isOf(a.from().guest(), h.agent()) -> given(a);
      case Step(Apart a, TimeUp _) when a.isWithoutAgent() ->
          to(new Returning(a.away()), new DropGuest(), new Music(), new Requeue(a.away()));
      case Step(Apart a, TimeUp _) -> without(a.from());
      case Step(Apart a, Accepted t) when isOf(a.from().guest(), t.agent()) ->
          to(new Talking(t.agent(), false), new GuestTakesOver(), new Join(t.agent()));
      case Step(Apart a, Accepted t) when !t.agent().equals(a.from().agent()) ->
          to(new Talking(t.agent(), false), new DropGuest(), new Join(t.agent()));
      case Step(Apart _, Requeued _) -> to(new Waiting(), new DropGuest(), new Music());
      case Step(Apart _, FloorEnded e) ->
          to(new Leaving(CallEnd.hungUp(e.by())), new DropGuest(), new HangUp());

      case Step(Forwarding f, GuestAnswered _) ->
          to(new Forwarded(f.to()), new JoinForward(), new TellFloor(EndedBy.AGENT));
      case Step(Forwarding f, GuestGone _) ->
          to(new Talking(f.agent(), false), new DropGuest(), new Join(f.agent()));
      case Step(Forwarding f, Retrieve _) ->
          to(new Talking(f.agent(), false), new DropGuest(), new Join(f.agent()));
      case Step(Forwarding f, TimeUp _) ->
          to(
              new Talking(f.agent(), false),
              new DropGuest(CallResult.NO_ANSWER),
              new Join(f.agent()));
      case Step(Forwarding f, FloorEnded e) when e.by() == EndedBy.AGENT ->
          to(new HandedOver(f.to()));
      case Step(Forwarding _, FloorEnded e) ->
          to(new Leaving(CallEnd.hungUp(e.by())), new DropGuest(), new HangUp());
      case Step(Forwarding _, Requeued _) -> to(new Waiting(), new DropGuest());
      case Step(Forwarding f, Accepted t) when !t.agent().equals(f.agent()) ->
          to(new Talking(t.agent(), false), new DropGuest(), new Join(t.agent()));

      case Step(HandedOver h, GuestAnswered _) -> to(new Forwarded(h.to()), new JoinForward());
      case Step(HandedOver _, GuestGone _) -> leaving(CallEnd.hungUp(EndedBy.SYSTEM));
      case Step(HandedOver _, TimeUp _) ->
          to(new Leaving(CallEnd.hungUp(EndedBy.SYSTEM)), new DropGuest(), new HangUp());
      case Step(HandedOver _, FloorEnded _) -> ignored();
      case Step(Forwarded _, GuestGone _) -> leaving(CallEnd.hungUp(EndedBy.CUSTOMER));
      case Step(Forwarded _, FloorEnded _) -> ignored();

      case Step(var p, DeviceHungUp h) when h.agent().equals(Sight.agent(p)) ->
          to(p, new Release(h.agent()));
      case Step(var p, FarEndGone g) -> gone(p, g.end());
      case Step(var p, FarEndSilent _) -> torn(p, Cause.SILENT);
      case Step(var p, Broken b) -> torn(p, b.cause());
      case Step(_, FloorEnded e) -> leaving(CallEnd.hungUp(e.by()));
      case Step(_, _) -> ignored();
    };
  }

  /// Nobody came; the customer stays on hold.
  private static Move back(Asking from, @Nullable CallResult why) {
    return to(new Talking(from.agent(), true), new DropGuest(why));
  }

  /// The guest is gone; the agent has the customer as before.
  private static Move without(Consulting from) {
    var agent = from.agent();
    return switch (from.with()) {
      case CUSTOMER -> to(new Talking(agent, false), new DropGuest());
      case CONSULTED -> to(new Talking(agent, true), new DropGuest());
      case ALL -> to(new Talking(agent, false), new Join(agent), new DropGuest());
    };
  }

  /// Whoever the agent talked to hears music until the agent is back; in a conference the others
  /// hear each other.
  private static Move withoutAgent(Apart next) {
    return switch (next.from().with()) {
      case CUSTOMER -> to(next, new Music());
      case CONSULTED -> to(next, new HoldGuest());
      case ALL -> to(next);
    };
  }

  /// There is no consultation any more to which one of them could come back.
  private static Move given(Apart from) {
    if (!from.isWithoutAgent()) return without(from.from());
    var held = from.from().with() == With.CONSULTED;
    return to(new Stranded(from.away(), held), new DropGuest(), new Music());
  }

  private static Move talkTo(Consulting from, With with) {
    var agent = from.agent();
    var next = new Consulting(agent, from.guest(), with);
    return switch (with) {
      case CUSTOMER -> to(next, new HoldGuest(), new Join(agent));
      case CONSULTED -> to(next, new Music(), new JoinAside(agent));
      case ALL -> to(next, new JoinAll(agent));
    };
  }

  private static boolean isOf(Guest guest, UserId agent) {
    return guest instanceof Guest.Colleague(_, var user) && user.equals(agent);
  }

  private static final CallEnd NOT_ANSWERED =
      new CallEnd(EndedBy.SYSTEM, Cause.NOT_ANSWERED, CallResult.NO_ANSWER);

  /// The agent's own device could not be reached.
  private static final CallEnd NO_DEVICE =
      new CallEnd(EndedBy.SYSTEM, Cause.NO_AGENT, CallResult.CANCELLED);

  /// The customer's side is over by itself.
  private static Move gone(Phase phase, CallEnd end) {
    return switch (phase) {
      case Asking _, Consulting _, Apart _, Forwarding _ ->
          to(new Over(end), new DropGuest(), new TellFloor(end.by()));
      case HandedOver _, Forwarded _ -> to(new Over(end), new DropGuest());
      case Prepared _,
          ReachingFirst _,
          Reaching _,
          Dialling _,
          Ringing _,
          Waiting _,
          Talking _,
          Stranded _,
          Returning _,
          Leaving _,
          Over _ ->
          to(new Over(end), new TellFloor(end.by()));
    };
  }

  /// We end it without anybody's wish.
  private static Move torn(Phase phase, Cause cause) {
    var end = CallEnd.bySystem(cause);
    return switch (phase) {
      case Asking _, Consulting _, Apart _, Forwarding _ ->
          to(new Leaving(end), new DropGuest(), new HangUp(), new TellFloor(EndedBy.SYSTEM));
      case HandedOver _, Forwarded _ -> to(new Leaving(end), new DropGuest(), new HangUp());
      case Prepared _,
          ReachingFirst _,
          Reaching _,
          Dialling _,
          Ringing _,
          Waiting _,
          Talking _,
          Stranded _,
          Returning _,
          Leaving _,
          Over _ ->
          leaving(end, EndedBy.SYSTEM);
    };
  }

  private static Move leaving(CallEnd end) {
    return to(new Leaving(end), new HangUp());
  }

  private static Move leaving(CallEnd end, EndedBy tell) {
    return to(new Leaving(end), new HangUp(), new TellFloor(tell));
  }

  /// Nobody was called yet, and the floor may or may not know of it.
  private static Move over(CallEnd end) {
    return to(new Over(end), new TellFloor(EndedBy.SYSTEM));
  }

  private static Move to(Phase next, Effect... effects) {
    return new Move.To(next, List.of(effects));
  }

  private static Move ignored() {
    return new Move.Ignored();
  }
}
