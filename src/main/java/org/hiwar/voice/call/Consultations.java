package org.hiwar.voice.call;

import org.hiwar.platform.Ids;
import org.hiwar.voice.call.CallControl.Asker;
import org.hiwar.voice.call.CallControl.Outcome;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;

/// What agents do to ask somebody into a call of theirs, and to leave it to them. Waits for the
/// thread of the call, and for the floor.
public final class Consultations {
  private final CallControl control;
  private final LiveCalls calls;
  private final OutgoingCalls outgoing;
  private final AgentWork work;
  private final Ids ids;

  public Consultations(
      CallControl control, LiveCalls calls, OutgoingCalls outgoing, AgentWork work, Ids ids) {
    this.control = control;
    this.calls = calls;
    this.outgoing = outgoing;
    this.work = work;
    this.ids = ids;
  }

  public sealed interface Begun {
    record Asked(SideId id) implements Begun {}

    /// The colleague has a call, or one rings.
    record ColleagueBusy() implements Begun {}

    /// The colleague has no open desk, or no telephone.
    record ColleagueUnavailable() implements Begun {}

    /// Of the call itself; never [Outcome.Done].
    record Not(Outcome why) implements Begun {}
  }

  /// The customer hears music while the colleague is rung.
  public Begun ask(Asker asker, UserId colleague) {
    var may = control.ask(asker, call -> call.mayTransfer(asker.agent()));
    if (!(may instanceof Outcome.Done)) return new Begun.Not(may);
    if (colleague.equals(asker.agent())) return new Begun.ColleagueUnavailable();
    return switch (work.engage(asker.workspace(), colleague)) {
      case ENGAGED -> engaged(asker, colleague);
      case BUSY -> new Begun.ColleagueBusy();
      case NO_SESSION, NO_DEVICE -> new Begun.ColleagueUnavailable();
      case UNAVAILABLE -> unavailable();
    };
  }

  private Begun engaged(Asker asker, UserId colleague) {
    var guest = new Guest.Colleague(new SideId(ids.next()), colleague);
    var outcome = control.ask(asker, call -> call.consult(asker.agent(), guest));
    if (outcome instanceof Outcome.Done) return new Begun.Asked(guest.id());
    work.disengage(asker.workspace(), colleague);
    return new Begun.Not(outcome);
  }

  static Begun unavailable() {
    return new Begun.Not(new Outcome.NotDialled(OutgoingCalls.Why.UNAVAILABLE));
  }

  /// @param from the service in whose name it is dialled
  public Begun ask(Asker asker, ServiceId from, DialString number) {
    var may = control.ask(asker, call -> call.mayTransfer(asker.agent()));
    if (!(may instanceof Outcome.Done)) return new Begun.Not(may);
    return switch (outgoing.way(asker.workspace(), from, number)) {
      case OutgoingCalls.Found.Not(OutgoingCalls.Why why) ->
          new Begun.Not(new Outcome.NotDialled(why));
      case OutgoingCalls.Found.There(Way way) -> ask(asker, way);
    };
  }

  private Begun ask(Asker asker, Way way) {
    var guest = new Guest.Number(new SideId(ids.next()), way);
    var outcome = control.ask(asker, call -> call.consult(asker.agent(), guest));
    if (outcome instanceof Outcome.Done) return new Begun.Asked(guest.id());
    way.place().close();
    return new Begun.Not(outcome);
  }

  public Outcome talkTo(Asker asker, With with) {
    return control.ask(asker, call -> call.talkTo(asker.agent(), with));
  }

  public Outcome letGo(Asker asker) {
    return control.ask(asker, call -> call.letGo(asker.agent()));
  }

  /// The agent leaves; customer and consulted go on. A colleague gets the call from the floor,
  /// which the call hears of as of every change of hands.
  public Outcome complete(Asker asker) {
    var call = calls.find(asker.workspace(), asker.call());
    if (call.isEmpty()) return new Outcome.NotYours();
    Call.Completion busy = new Call.Completion.Not(Call.Wish.TOO_MUCH);
    Call.Completion none = new Call.Completion.Not(Call.Wish.NO_CALL);
    var completion = call.get().ask(each -> each.complete(asker.agent()), busy);
    return switch (Answers.of(completion, none)) {
      case Call.Completion.Done _ -> new Outcome.Done();
      case Call.Completion.Not(Call.Wish why) -> CallControl.outcome(why);
      case Call.Completion.To(UserId colleague) ->
          work.handOver(asker.workspace(), asker.call(), asker.agent(), colleague)
              ? new Outcome.Done()
              : new Outcome.NoCall();
    };
  }
}
