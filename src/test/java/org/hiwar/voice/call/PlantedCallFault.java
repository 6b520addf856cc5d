package org.hiwar.voice.call;

import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// Mistakes that the simulation of calls must find.
enum PlantedCallFault {
  THE_FLOOR_IS_NOT_TOLD(leavesOut(Effect.TellFloor.class, _ -> true)),
  THE_LINE_IS_NOT_HUNG_UP(leavesOut(Effect.HangUp.class, _ -> true)),
  A_GUEST_IS_LEFT_ON_THE_LINE(leavesOut(Effect.DropGuest.class, Phase.Over.class::isInstance)),
  A_GUEST_STAYS_WHEN_THE_AGENT_IS_ALONE_AGAIN(
      leavesOut(Effect.DropGuest.class, Phase.Talking.class::isInstance)),
  A_HELD_CUSTOMER_HEARS_THE_AGENT(
      leavesOut(Effect.Music.class, next -> next instanceof Phase.Talking(_, var held) && held)),
  THE_CUSTOMER_IS_NOT_ON_HOLD_WHILE_SOMEBODY_IS_ASKED(
      leavesOut(Effect.Music.class, Phase.Asking.class::isInstance)),
  THE_CUSTOMER_HEARS_THE_CONSULTATION(
      leavesOut(Effect.Music.class, Phase.Consulting.class::isInstance)),
  A_CONFERENCE_IS_OF_TWO(leavesOut(Effect.JoinAll.class, _ -> true)),
  THE_NUMBER_IS_NOT_JOINED(leavesOut(Effect.JoinForward.class, _ -> true)),
  WHO_TAKES_OVER_STAYS_A_GUEST(leavesOut(Effect.GuestTakesOver.class, _ -> true)),
  WHO_LOST_THE_CALL_KEEPS_IT(
      ignores(
          (phase, what) -> phase instanceof Phase.Talking && what instanceof Happening.Requeued)),
  WHO_ENDS_A_CONSULTED_CALL_IS_NOT_HEARD(
      ignores(
          (phase, what) ->
              phase instanceof Phase.Consulting && what instanceof Happening.FloorEnded)),
  WHO_IS_HANDED_A_STRANDED_CALL_DOES_NOT_HAVE_IT(
      ignores(
          (phase, what) -> phase instanceof Phase.Stranded && what instanceof Happening.Accepted)),
  A_STRANDED_CALL_WAITS_FOR_EVER(
      ignores(
          (phase, what) -> phase instanceof Phase.Stranded && what instanceof Happening.TimeUp)),
  A_CUSTOMER_WHO_LEAVES_THE_QUEUE_IS_NOT_MISSED(
      ignores(
          (phase, what) -> phase instanceof Phase.Waiting && what instanceof Happening.FarEndGone)),
  A_CALL_ENDS_TWICE(
      (phase, what) ->
          phase instanceof Phase.Over && what instanceof Happening.FarEndGone(var end)
              ? new CallLife.Move.To(new Phase.Over(end), List.of())
              : CallLife.move(phase, what)),
  A_LATE_ANSWER_BRINGS_IT_BACK(
      (phase, what) ->
          phase instanceof Phase.Leaving && what instanceof Happening.Answered
              ? CallLife.move(new Phase.Ringing(new UserId(11)), what)
              : CallLife.move(phase, what)),
  WHO_IS_ASKED_RINGS_FOR_EVER(withoutLimit(Phase.Asking.class)),
  DIALLING_HAS_NO_END(withoutLimit(Phase.Dialling.class)),
  HANGING_UP_HAS_NO_END(withoutLimit(Phase.Leaving.class));

  final CallRules rules;

  PlantedCallFault(CallRules rules) {
    this.rules = rules;
  }

  /// An effect, where the next phase is such a one.
  private static CallRules leavesOut(Class<? extends Effect> effect, Predicate<Phase> next) {
    return (phase, what) ->
        CallLife.move(phase, what) instanceof CallLife.Move.To(var to, var effects) && next.test(to)
            ? new CallLife.Move.To(
                to, effects.stream().filter(one -> !effect.isInstance(one)).toList())
            : CallLife.move(phase, what);
  }

  private static CallRules ignores(BiPredicate<Phase, Happening> step) {
    return (phase, what) ->
        step.test(phase, what) ? new CallLife.Move.Ignored() : CallLife.move(phase, what);
  }

  private static CallRules withoutLimit(Class<? extends Phase> of) {
    return new CallRules() {
      @Override
      public CallLife.Move move(Phase phase, Happening what) {
        return CallLife.move(phase, what);
      }

      @Override
      public @Nullable Duration limit(Phase phase) {
        return of.isInstance(phase) ? null : phase.limit();
      }
    };
  }
}
