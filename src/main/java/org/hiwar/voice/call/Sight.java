package org.hiwar.voice.call;

import org.hiwar.voice.call.CallState.State;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What a phase is to those who look at a call.
final class Sight {
  private Sight() {}

  static State state(Phase phase) {
    return switch (phase) {
      case Phase.Prepared _, Phase.ReachingFirst _, Phase.Dialling _ -> State.DIALLING;
      case Phase.Ringing _, Phase.Waiting _, Phase.Reaching _ -> State.RINGING;
      case Phase.Talking(_, var held) -> held ? State.HELD : State.CONNECTED;
      case Phase.Stranded(_, var held) -> held ? State.HELD : State.CONNECTED;
      case Phase.Consulting(_, _, var with) ->
          with == With.CONSULTED ? State.HELD : State.CONNECTED;
      case Phase.Apart(var from, _) -> state(from);
      case Phase.Returning _, Phase.Forwarding _, Phase.Asking _ -> State.HELD;
      case Phase.HandedOver _, Phase.Forwarded _, Phase.Leaving _, Phase.Over _ -> State.ENDED;
    };
  }

  /// Whether agent and customer hear each other.
  static boolean together(Phase phase) {
    return switch (phase) {
      case Phase.Talking(_, var held) -> !held;
      case Phase.Consulting(_, _, var with) -> with != With.CONSULTED;
      case Phase.Apart apart -> !apart.isWithoutAgent() && together(apart.from());
      case Phase.Prepared _,
          Phase.ReachingFirst _,
          Phase.Reaching _,
          Phase.Dialling _,
          Phase.Ringing _,
          Phase.Waiting _,
          Phase.Stranded _,
          Phase.Returning _,
          Phase.Asking _,
          Phase.Forwarding _,
          Phase.HandedOver _,
          Phase.Forwarded _,
          Phase.Leaving _,
          Phase.Over _ ->
          false;
    };
  }

  /// Who has the call; null when nobody has.
  static @Nullable UserId agent(Phase phase) {
    return switch (phase) {
      case Phase.Prepared(var agent) -> agent;
      case Phase.ReachingFirst(var agent) -> agent;
      case Phase.Reaching(var agent) -> agent;
      case Phase.Dialling(var agent) -> agent;
      case Phase.Ringing(var agent) -> agent;
      case Phase.Talking(var agent, _) -> agent;
      case Phase.Stranded(var agent, _) -> agent;
      case Phase.Returning(var agent) -> agent;
      case Phase.Forwarding(var agent, _) -> agent;
      case Phase.Asking(var agent, _) -> agent;
      case Phase.Consulting(var agent, _, _) -> agent;
      case Phase.Apart(var from, _) -> from.agent();
      case Phase.Waiting _, Phase.HandedOver _, Phase.Forwarded _, Phase.Leaving _, Phase.Over _ ->
          null;
    };
  }

  /// What became of a call that is over; null while it goes on, and when it was simply talked.
  static @Nullable CallResult result(Phase phase) {
    return switch (phase) {
      case Phase.Leaving(var end) -> end.result();
      case Phase.Over(var end) -> end.result();
      case Phase.Prepared _,
          Phase.ReachingFirst _,
          Phase.Reaching _,
          Phase.Dialling _,
          Phase.Ringing _,
          Phase.Waiting _,
          Phase.Talking _,
          Phase.Stranded _,
          Phase.Returning _,
          Phase.Asking _,
          Phase.Consulting _,
          Phase.Apart _,
          Phase.Forwarding _,
          Phase.HandedOver _,
          Phase.Forwarded _ ->
          null;
    };
  }
}
