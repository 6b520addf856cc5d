package org.hiwar.floor.sim;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hiwar.floor.core.AgentRow;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.FaultyCores;
import org.hiwar.floor.core.FloorCore;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.shell.Node;
import org.hiwar.floor.store.Batch;
import org.hiwar.floor.store.FakeFloorStore;
import org.hiwar.workspace.UserId;

/// Mistakes that the simulation must find.
enum PlantedFault {
  AN_OFFER_HAS_NO_DEADLINE(FaultyCores::anOfferHasNoDeadline),
  A_TIMER_OF_ONE_OFFER_ENDS_THE_NEXT(FaultyCores::aTimerOfOneOfferEndsTheNext),
  CAPACITY_IS_IGNORED(FaultyCores::capacityIsIgnored),
  WHAT_A_SERVICE_ALLOWS_ONE_AGENT_IS_IGNORED(FaultyCores::whatAServiceAllowsOneAgentIsIgnored),
  AN_EMAIL_FITS_WHERE_A_CHAT_FITS(FaultyCores::anEmailFitsWhereAChatFits),
  A_PENDING_NOT_READY_IS_IGNORED(FaultyCores::aPendingNotReadyIsIgnored),
  TWO_OFFERS_RING_AT_ONCE(FaultyCores::twoOffersRingAtOnce),
  A_LOST_SESSION_IS_IGNORED(FaultyCores::aLostSessionIsIgnored),
  OFFERS_GO_TO_WHOEVER_IS_AWAY(FaultyCores::offersGoToWhoeverIsAway),
  CALLS_GO_TO_WHOEVER_CANNOT_BE_CALLED(FaultyCores::callsGoToWhoeverCannotBeCalled),
  A_CALL_GOES_ON_RINGING_WITHOUT_A_TELEPHONE(FaultyCores::aCallGoesOnRingingWithoutATelephone),
  WHO_IS_ON_A_CALL_BEGINS_ANOTHER(FaultyCores::whoIsOnACallBeginsAnother),
  CALLS_ARE_OFFERED_TO_WHOEVER_IS_ENGAGED(FaultyCores::callsAreOfferedToWhoeverIsEngaged),
  A_CALL_IS_HANDED_TO_WHOEVER_IS_NOT_ENGAGED(FaultyCores::aCallIsHandedToWhoeverIsNotEngaged),
  WHO_TAKES_A_CALL_OVER_STAYS_ENGAGED(FaultyCores::whoTakesACallOverStaysEngaged),
  AN_INVITATION_HAS_NO_DEADLINE(FaultyCores::anInvitationHasNoDeadline),
  GUESTS_STAY_WHEN_IT_IS_OVER(FaultyCores::guestsStayWhenItIsOver),
  WHO_IS_AWAY_STAYS_A_GUEST(FaultyCores::whoIsAwayStaysAGuest),
  WORK_IS_HANDED_TO_WHOEVER_IS_ONLY_ASKED(FaultyCores::workIsHandedToWhoeverIsOnlyAsked),
  A_CALL_BEGINS_BESIDE_ITS_PREVIEW(FaultyCores::aCallBeginsBesideItsPreview),
  A_PREVIEW_OF_ANOTHER_GIVES_WAY(FaultyCores::aPreviewOfAnotherGivesWay),
  WHO_IS_AWAY_BEGINS(FaultyCores::whoIsAwayBegins),
  A_WRAP_UP_ENDS_WHILE_ITS_CONVERSATION_GOES_ON(FaultyCores::aWrapUpEndsWhileItsConversationGoesOn),
  A_SEAT_IS_NOT_GIVEN_UP(FaultyCores::aSeatIsNotGivenUp),
  A_POSTPONED_MAIL_NEVER_COMES_BACK(FaultyCores::aPostponedMailNeverComesBack),
  A_TIMER_OF_ONE_POSTPONEMENT_ENDS_THE_NEXT(FaultyCores::aTimerOfOnePostponementEndsTheNext),
  A_POSTPONED_MAIL_IS_TAKEN_BY_ANOTHER(FaultyCores::aPostponedMailIsTakenByAnother),
  MAILS_ARE_TAKEN_INTO_FULL_HANDS(FaultyCores::mailsAreTakenIntoFullHands),
  WHAT_A_COLLEAGUE_DECLINES_DOES_NOT_COME_BACK(FaultyCores::whatAColleagueDeclinesDoesNotComeBack),
  WHAT_BELONGS_TO_A_GIFT_STAYS(FaultyCores::whatBelongsToAGiftStays),
  WORK_IS_GIVEN_TO_WHOEVER_IS_NOT_READY(FaultyCores::workIsGivenToWhoeverIsNotReady),
  DECLINED_WORK_GOES_TO_THE_BACK(FaultyCores::declinedWorkGoesToTheBack),
  PERSONAL_WORK_IS_FORGOTTEN_WHEN_ITS_AGENT_LEAVES(
      FaultyCores::personalWorkIsForgottenWhenItsAgentLeaves),
  THE_LANGUAGE_IS_IGNORED(FaultyCores::theLanguageIsIgnored),
  WHAT_ENDED_IS_TAKEN_FOR_NEW(FaultyCores::whatEndedIsTakenForNew),
  THE_EPOCH_IS_NOT_CHECKED(FloorCore::new, EveryoneIsOwner::new, Node.Fault.NONE),
  THE_IDLE_TIME_IS_NOT_WRITTEN(FloorCore::new, IdleTimeLost::new, Node.Fault.NONE),
  REPLIES_BEFORE_THE_COMMIT(
      FloorCore::new, FakeFloorStore::new, Node.Fault.REPLIES_BEFORE_THE_COMMIT),
  KEEPS_ITS_MEMORY_AFTER_A_FAILED_COMMIT(
      FloorCore::new, FakeFloorStore::new, Node.Fault.KEEPS_ITS_MEMORY_AFTER_A_FAILED_COMMIT);

  private final Setup setup;

  PlantedFault(Supplier<FloorCore> cores) {
    this(cores, FakeFloorStore::new, Node.Fault.NONE);
  }

  PlantedFault(Supplier<FloorCore> cores, Setup.Rows rows, Node.Fault shell) {
    setup = new Setup(rows, cores, shell);
  }

  Setup setup() {
    return setup;
  }

  private static final class EveryoneIsOwner extends FakeFloorStore {
    EveryoneIsOwner(Supplier<Instant> clock, Predicate<WorkOffered> guard) {
      super(clock, guard);
    }

    @Override
    protected boolean fits(Batch b) {
      return true;
    }
  }

  /// Keeps the idle time that each agent had first.
  private static final class IdleTimeLost extends FakeFloorStore {
    private final Map<UserId, Instant> first = new HashMap<>();

    IdleTimeLost(Supplier<Instant> clock, Predicate<WorkOffered> guard) {
      super(clock, guard);
    }

    @Override
    public Set<WorkId> commit(Batch b) throws Fenced, Unavailable, Refused {
      var agents =
          b.agents().stream()
              .map(
                  row ->
                      new AgentRow(
                          row.id(),
                          row.presence(),
                          row.next(),
                          row.since(),
                          first.computeIfAbsent(row.id(), _ -> row.idleSince())))
              .toList();
      return super.commit(
          new Batch(b.epoch(), b.number(), b.at(), b.events(), agents, b.work(), b.answers()));
    }
  }
}
