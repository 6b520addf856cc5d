package org.hiwar.voice.call;

import static org.hiwar.voice.call.SimulatedTalk.require;

import org.hiwar.voice.call.SimulatedTalk.Heard;
import org.hiwar.voice.call.SimulatedTalk.Leg;
import org.hiwar.voice.call.SimulatedTalk.Line;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What must hold of a call whenever it has heard of everything: the floor and the call agree who
/// has it, nobody is left on a line, nobody hears what is not for them, and it cannot stay for ever
/// where nobody talks or waits.
final class CallLaw {
  private CallLaw() {}

  /// Where the floor has the work of the call.
  ///
  /// @param agent null unless it is with somebody
  record Work(Standing standing, @Nullable UserId agent) {
    enum Standing {
      ASKED_FOR,
      QUEUED,
      WITH,
      OVER
    }
  }

  static void check(CallRules rules, Phase phase, Work work, SimulatedTalk talk) {
    require(rules.limit(phase) != null || mayLast(phase), "can stay for ever in " + phase);
    owner(phase, work);
    guest(phase, talk);
    heard(phase, talk);
  }

  static boolean mayLast(Phase phase) {
    return switch (phase) {
      case Phase.Waiting _, Phase.Talking _, Phase.Consulting _, Phase.Forwarded _, Phase.Over _ ->
          true;
      case Phase.Prepared _,
          Phase.ReachingFirst _,
          Phase.Dialling _,
          Phase.Ringing _,
          Phase.Reaching _,
          Phase.Stranded _,
          Phase.Returning _,
          Phase.Asking _,
          Phase.Apart _,
          Phase.Forwarding _,
          Phase.HandedOver _,
          Phase.Leaving _ ->
          false;
    };
  }

  private static void owner(Phase phase, Work work) {
    var wanted =
        switch (phase) {
          case Phase.Prepared(var agent) ->
              work.agent() == null
                  ? new Work(Work.Standing.ASKED_FOR, null)
                  : new Work(Work.Standing.WITH, agent);
          case Phase.Waiting _ -> new Work(Work.Standing.QUEUED, null);
          case Phase.HandedOver _, Phase.Forwarded _, Phase.Leaving _, Phase.Over _ ->
              new Work(Work.Standing.OVER, null);
          case Phase other -> new Work(Work.Standing.WITH, Sight.agent(other));
        };
    require(wanted.equals(work), "the floor has it " + work + ", the call is " + phase);
  }

  private static void guest(Phase phase, SimulatedTalk talk) {
    boolean wanted =
        switch (phase) {
          case Phase.Asking _,
              Phase.Consulting _,
              Phase.Apart _,
              Phase.Forwarding _,
              Phase.HandedOver _,
              Phase.Forwarded _ ->
              true;
          case Phase _ -> false;
        };
    require(wanted == talk.hasGuest() || wanted && talk.guest == Leg.GONE, "guest of " + phase);
    if (phase instanceof Phase.Leaving || phase instanceof Phase.Over)
      require(
          talk.hungUp || talk.customer == Line.GONE || talk.customer == Line.NOT_DIALLED,
          "the customer's line is left open");
  }

  private static void heard(Phase phase, SimulatedTalk talk) {
    var wanted =
        switch (phase) {
          case Phase.Talking(_, var held) -> held ? Heard.MUSIC : Heard.AGENT;
          case Phase.Consulting(_, _, var with) ->
              switch (with) {
                case CUSTOMER -> Heard.AGENT;
                case CONSULTED -> Heard.MUSIC;
                case ALL -> Heard.ALL;
              };
          case Phase.Waiting _,
              Phase.Reaching _,
              Phase.Stranded _,
              Phase.Returning _,
              Phase.Asking _,
              Phase.Forwarding _,
              Phase.HandedOver _ ->
              Heard.MUSIC;
          case Phase.Forwarded _ -> Heard.GUEST;
          case Phase _ -> talk.byCustomer;
        };
    require(wanted == talk.byCustomer, "the customer hears " + talk.byCustomer + " in " + phase);
    if (phase instanceof Phase.Consulting(_, _, var with) && with == With.CONSULTED)
      require(talk.byAgent == Heard.GUEST, "the agent hears " + talk.byAgent + " in " + phase);
    if (phase instanceof Phase.Talking(_, var held) && held)
      require(talk.byAgent != Heard.CUSTOMER, "a held customer is heard");
  }
}
