package org.hiwar.floor.core;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.hiwar.floor.core.Command.ComeBack;
import org.hiwar.floor.core.Command.EndWrapUp;
import org.hiwar.floor.core.Command.Expire;
import org.hiwar.floor.core.Command.Take;
import org.hiwar.floor.core.Parts.IdleFactory;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.floor.core.WorkState.Postponed;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// Cores with one wrong part each, for the simulation to find.
public final class FaultyCores {
  private FaultyCores() {}

  private static Parts with(WorkLife life) {
    var p = Parts.sound();
    return new Parts(life, p.fitness(), p.idle(), p.waiting(), p.timers(), p.lately(), p.lines());
  }

  private static Parts with(Fitness fitness) {
    var p = Parts.sound();
    return new Parts(p.life(), fitness, p.idle(), p.waiting(), p.timers(), p.lately(), p.lines());
  }

  private static Parts with(IdleFactory idle) {
    var p = Parts.sound();
    return new Parts(p.life(), p.fitness(), idle, p.waiting(), p.timers(), p.lately(), p.lines());
  }

  private static Parts with(Supplier<Waiting> waiting) {
    var p = Parts.sound();
    return new Parts(p.life(), p.fitness(), p.idle(), waiting, p.timers(), p.lately(), p.lines());
  }

  private static Parts with(Timers timers) {
    var p = Parts.sound();
    return new Parts(p.life(), p.fitness(), p.idle(), p.waiting(), timers, p.lately(), p.lines());
  }

  private static Parts with(Lately lately) {
    var p = Parts.sound();
    return new Parts(p.life(), p.fitness(), p.idle(), p.waiting(), p.timers(), lately, p.lines());
  }

  private static Parts with(Lines lines) {
    var p = Parts.sound();
    return new Parts(p.life(), p.fitness(), p.idle(), p.waiting(), p.timers(), p.lately(), lines);
  }

  public static FloorCore anOfferHasNoDeadline() {
    return new FloorCore(
        with(
            new Timers() {
              @Override
              void at(Instant when, Command command) {
                if (!(command instanceof Expire)) super.at(when, command);
              }
            }));
  }

  public static FloorCore aPostponedMailNeverComesBack() {
    return new FloorCore(
        with(
            new Timers() {
              @Override
              void at(Instant when, Command command) {
                if (!(command instanceof ComeBack)) super.at(when, command);
              }
            }));
  }

  public static FloorCore aTimerOfOnePostponementEndsTheNext() {
    return new FloorCore(
        with(
            new WorkLife() {
              @Override
              Move move(WorkState state, Input input, Situation in) {
                var wrong =
                    input instanceof ComeBack c && state instanceof Postponed p
                        ? new ComeBack(c.work(), p.until())
                        : input;
                return super.move(state, wrong, in);
              }
            }));
  }

  public static FloorCore aPostponedMailIsTakenByAnother() {
    return new FloorCore(
        with(
            new WorkLife() {
              @Override
              Move move(WorkState state, Input input, Situation in) {
                var seen =
                    input instanceof Take t && state instanceof Postponed
                        ? new Situation(in.work().keptFor(t.agent()), in.rules(), in.now())
                        : in;
                return super.move(state, input, seen);
              }
            }));
  }

  public static FloorCore whatAColleagueDeclinesDoesNotComeBack() {
    return new FloorCore() {
      @Override
      void returnGift(Item item) {
        if (item.work().gift() instanceof Gift gift && gift.to() != null) item.accepted();
      }
    };
  }

  public static FloorCore whatBelongsToAGiftStays() {
    return new FloorCore() {
      @Override
      void acceptGift(Item item, UserId agent) {
        item.accepted();
      }
    };
  }

  public static FloorCore workIsGivenToWhoeverIsNotReady() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              @Nullable Reason hindranceToBeGiven(Agent agent, List<Item> given) {
                var why = super.hindranceToBeGiven(agent, given);
                return why == Reason.NOT_READY ? null : why;
              }
            }));
  }

  public static FloorCore mailsAreTakenIntoFullHands() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              @Nullable Reason hindranceToTake(Agent agent, Item item) {
                var why = super.hindranceToTake(agent, item);
                return why == Reason.NO_ROOM ? null : why;
              }
            }));
  }

  public static FloorCore aTimerOfOneOfferEndsTheNext() {
    return new FloorCore(
        with(
            new WorkLife() {
              @Override
              Move move(WorkState state, Input input, Situation in) {
                var wrong =
                    input instanceof Expire e && state instanceof Offered o
                        ? new Expire(e.work(), o.offer())
                        : input;
                return super.move(state, wrong, in);
              }
            }));
  }

  public static FloorCore capacityIsIgnored() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              boolean hasSpareFor(Agent agent, Medium medium) {
                return true;
              }
            }));
  }

  public static FloorCore whatAServiceAllowsOneAgentIsIgnored() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              boolean mayHave(Agent agent, Service service, int more) {
                return true;
              }
            }));
  }

  public static FloorCore anEmailFitsWhereAChatFits() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              boolean hasSpareFor(Agent agent, Medium medium) {
                return super.hasSpareFor(agent, medium == Medium.EMAIL ? Medium.CHAT : medium);
              }
            }));
  }

  public static FloorCore aPendingNotReadyIsIgnored() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              boolean mayBeOffered(Agent agent) {
                return agent.standing().presence() instanceof Presence.Ready
                    && agent.connected()
                    && !agent.isRinging();
              }
            }));
  }

  public static FloorCore twoOffersRingAtOnce() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              boolean mayBeOffered(Agent agent) {
                return agent.standing().working() && agent.connected();
              }
            }));
  }

  public static FloorCore aLostSessionIsIgnored() {
    return new FloorCore(Parts.sound()) {
      @Override
      Answer sessionLost(Agent agent) {
        return Answer.DONE;
      }
    };
  }

  /// The agent's session is known to be lost, but work goes on being offered.
  public static FloorCore offersGoToWhoeverIsAway() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              boolean mayBeOffered(Agent agent) {
                return agent.standing().working() && !agent.isRinging();
              }
            }));
  }

  public static FloorCore callsGoToWhoeverCannotBeCalled() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              boolean hasDeviceFor(Agent agent, Medium medium) {
                return true;
              }
            }));
  }

  public static FloorCore aCallGoesOnRingingWithoutATelephone() {
    return new FloorCore(Parts.sound()) {
      @Override
      void hush(Agent agent) {}
    };
  }

  public static FloorCore whoIsOnACallBeginsAnother() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              @Nullable Reason hindrance(Agent agent, Medium medium, @Nullable Item insteadOf) {
                var why = super.hindrance(agent, medium, insteadOf);
                return why == Reason.ON_CALL ? null : why;
              }
            }));
  }

  public static FloorCore callsAreOfferedToWhoeverIsEngaged() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              boolean hasSpareFor(Agent agent, Medium medium) {
                int engaged = agent.isEngaged() ? Medium.VOICE.share() : 0;
                return 100 - (agent.used() - engaged) >= medium.spareNeeded();
              }
            }));
  }

  public static FloorCore aCallIsHandedToWhoeverIsNotEngaged() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              @Nullable Reason hindranceToTakeOver(Agent agent, Medium medium) {
                var why = super.hindranceToTakeOver(agent, medium);
                return why == Reason.NOT_ENGAGED ? null : why;
              }
            }));
  }

  public static FloorCore whoTakesACallOverStaysEngaged() {
    return new FloorCore(Parts.sound()) {
      @Override
      void takesItsPlace(Agent agent) {}
    };
  }

  public static FloorCore anInvitationHasNoDeadline() {
    return new FloorCore(
        with(
            new Timers() {
              @Override
              void at(Instant when, Command command) {
                if (!(command instanceof Command.InvitationOver)) super.at(when, command);
              }
            }));
  }

  public static FloorCore guestsStayWhenItIsOver() {
    return new FloorCore(Parts.sound()) {
      @Override
      boolean guestFollows(Item item) {
        return false;
      }
    };
  }

  public static FloorCore whoIsAwayStaysAGuest() {
    return new FloorCore(Parts.sound()) {
      @Override
      void guestGoes(Agent agent, boolean asked) {}
    };
  }

  public static FloorCore workIsHandedToWhoeverIsOnlyAsked() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              @Nullable Reason hindranceToBeHost(Agent agent, Item item) {
                return item.guest(agent.id()) == null
                    ? Reason.NOT_ENGAGED
                    : hindranceToStepIn(agent);
              }
            }));
  }

  public static FloorCore aCallBeginsBesideItsPreview() {
    return new FloorCore(Parts.sound()) {
      @Override
      Answer givesWay(Item preview, Agent agent) {
        return Answer.DONE;
      }
    };
  }

  public static FloorCore aPreviewOfAnotherGivesWay() {
    return new FloorCore(
        with(
            new WorkLife() {
              @Override
              Move move(WorkState state, Input input, Situation in) {
                return input instanceof GiveWay(WorkId work, UserId _)
                        && state instanceof WorkState.Active(UserId holder, int _, var _)
                    ? super.move(state, new GiveWay(work, holder), in)
                    : super.move(state, input, in);
              }
            }));
  }

  public static FloorCore whoIsAwayBegins() {
    return new FloorCore(
        with(
            new Fitness() {
              @Override
              @Nullable Reason hindrance(Agent agent, Medium medium, @Nullable Item insteadOf) {
                var why = super.hindrance(agent, medium, insteadOf);
                return why == Reason.NO_SESSION ? null : why;
              }
            }));
  }

  public static FloorCore aWrapUpEndsWhileItsConversationGoesOn() {
    return new FloorCore(
        with(
            new WorkLife() {
              @Override
              Move move(WorkState state, Input input, Situation in) {
                return super.move(
                    state,
                    input instanceof Prolong p ? new EndWrapUp(p.work(), p.over()) : input,
                    in);
              }
            }));
  }

  public static FloorCore aSeatIsNotGivenUp() {
    return new FloorCore(
        with(
            (IdleFactory)
                rules ->
                    new Idle() {
                      private final ListIdle sound = new ListIdle(rules.prefersLevel());
                      private @Nullable Seat stale;

                      @Override
                      public void add(Seat seat) {
                        if (seat == stale) stale = null;
                        else sound.add(seat);
                      }

                      @Override
                      public void remove(Seat seat) {
                        if (stale == null && seat.agent.id().value() == 3) stale = seat;
                        else sound.remove(seat);
                      }

                      @Override
                      public @Nullable Seat first() {
                        return sound.first();
                      }
                    }));
  }

  public static FloorCore declinedWorkGoesToTheBack() {
    return new FloorCore(
        with(
            () ->
                new Waiting() {
                  private final java.util.ArrayDeque<Item> inOrderOfComing =
                      new java.util.ArrayDeque<>();

                  @Override
                  void add(Item item) {
                    inOrderOfComing.add(item);
                  }

                  @Override
                  void remove(Item item) {
                    inOrderOfComing.remove(item);
                  }

                  @Override
                  @Nullable Item first() {
                    return inOrderOfComing.peek();
                  }
                }));
  }

  public static FloorCore personalWorkIsForgottenWhenItsAgentLeaves() {
    return new FloorCore(Parts.sound()) {
      @Override
      void stopsWorking(Agent agent) {}
    };
  }

  public static FloorCore theLanguageIsIgnored() {
    return new FloorCore(
        with(
            new Lines() {
              @Override
              List<SkillId> needs(Work work, Queued state) {
                return List.of();
              }
            }));
  }

  public static FloorCore whatEndedIsTakenForNew() {
    return new FloorCore(
        with(
            new Lately() {
              @Override
              boolean contains(WorkId id) {
                return false;
              }
            }));
  }
}
