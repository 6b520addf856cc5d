package org.hiwar.voice.call;

import java.util.function.Function;
import org.hiwar.conversation.InteractionId;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// What an agent does with a call of theirs. Waits for the thread of the call.
public final class CallControl {
  private final LiveCalls calls;
  private final OutgoingCalls outgoing;
  private final AgentWork work;

  public CallControl(LiveCalls calls, OutgoingCalls outgoing, AgentWork work) {
    this.calls = calls;
    this.outgoing = outgoing;
    this.work = work;
  }

  /// An agent and the call that is meant.
  public record Asker(WorkspaceId workspace, UserId agent, InteractionId call) {}

  public sealed interface Outcome {
    record Done() implements Outcome {}

    /// There is no such call, or somebody else has it.
    record NotYours() implements Outcome {}

    /// Customer and agent are not connected, or what is wished does not fit.
    record NoCall() implements Outcome {}

    /// More than can be done at a time.
    record TooMuch() implements Outcome {}

    record NotDialled(OutgoingCalls.Why why) implements Outcome {}
  }

  public Outcome hold(Asker asker, boolean held) {
    return ask(asker, call -> call.hold(asker.agent(), held));
  }

  public Outcome mute(Asker asker, boolean muted) {
    return ask(asker, call -> call.mute(asker.agent(), muted));
  }

  /// @param keys of `0123456789*#`
  public Outcome press(Asker asker, String keys) {
    return ask(asker, call -> call.press(asker.agent(), keys));
  }

  public Outcome record(Asker asker, CallState.Recording wish) {
    return ask(asker, call -> call.record(asker.agent(), wish));
  }

  public Outcome transfer(Asker asker, ServiceId to) {
    var may = ask(asker, call -> call.mayTransfer(asker.agent()));
    if (!(may instanceof Outcome.Done)) return may;
    var done = work.transfer(asker.workspace(), asker.agent(), asker.call(), to);
    return done ? may : new Outcome.NoCall();
  }

  /// The customer is called through to a number; the agent leaves when somebody answers there.
  ///
  /// @param from the service in whose name it is dialled
  public Outcome transfer(Asker asker, ServiceId from, DialString number) {
    var may = ask(asker, call -> call.mayTransfer(asker.agent()));
    if (!(may instanceof Outcome.Done)) return may;
    return switch (outgoing.way(asker.workspace(), from, number)) {
      case OutgoingCalls.Found.Not(OutgoingCalls.Why why) -> new Outcome.NotDialled(why);
      case OutgoingCalls.Found.There(Way way) -> forward(asker, way);
    };
  }

  private Outcome forward(Asker asker, Way way) {
    var outcome = ask(asker, call -> call.forward(asker.agent(), way));
    if (!(outcome instanceof Outcome.Done)) way.place().close();
    return outcome;
  }

  Outcome ask(Asker asker, Function<Call, Call.Wish> wish) {
    var call = calls.find(asker.workspace(), asker.call());
    if (call.isEmpty()) return new Outcome.NotYours();
    return outcome(Answers.of(call.get().ask(wish, Call.Wish.TOO_MUCH), Call.Wish.NO_CALL));
  }

  static Outcome outcome(Call.Wish wish) {
    return switch (wish) {
      case DONE -> new Outcome.Done();
      case NOT_YOURS -> new Outcome.NotYours();
      case NO_CALL -> new Outcome.NoCall();
      case TOO_MUCH -> new Outcome.TooMuch();
    };
  }
}
