package org.hiwar.floor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hiwar.Requirement;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.Begin;
import org.hiwar.floor.core.Command.Decline;
import org.hiwar.floor.core.Command.DeviceGone;
import org.hiwar.floor.core.Command.DeviceReady;
import org.hiwar.floor.core.Command.Disengage;
import org.hiwar.floor.core.Command.Dispose;
import org.hiwar.floor.core.Command.Engage;
import org.hiwar.floor.core.Command.Expire;
import org.hiwar.floor.core.Command.GiveBack;
import org.hiwar.floor.core.Command.GoNotReady;
import org.hiwar.floor.core.Command.GoReady;
import org.hiwar.floor.core.Command.HandOver;
import org.hiwar.floor.core.Command.Leave;
import org.hiwar.floor.core.Command.LogOut;
import org.hiwar.floor.core.Command.Release;
import org.hiwar.floor.core.Command.SessionLost;
import org.hiwar.floor.core.Command.SessionOpened;
import org.hiwar.floor.core.Command.StillEngaged;
import org.hiwar.floor.core.Command.Transfer;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of the floor, one sentence each. That they hold together, whatever happens in between,
/// is for the simulation.
class FloorRulesTest {
  private static final long CHAT = 1;
  private static final long VOICE = 2;
  private static final long EMAIL = 3;
  private static final long RECORDS = 4;
  private static final long ARABIC = 9;
  private static final long AMAL = 11;
  private static final long SAM = 12;
  private static final UserId AMAL_ID = new UserId(AMAL);
  private static final UserId SAM_ID = new UserId(SAM);

  private final SmallFloor floor =
      new SmallFloor()
          .service(CHAT, Medium.CHAT)
          .service(VOICE, Medium.VOICE)
          .service(EMAIL, Medium.EMAIL)
          .service(RECORDS, Medium.PREVIEW);

  private static Service lastAgentFor(Service s, Duration preferFor) {
    return new Service(
        s.id(),
        s.medium(),
        s.prefersLevel(),
        s.priorityWorth(),
        s.offerFor(),
        s.wrapUpFor(),
        true,
        preferFor,
        s.relaxAfter());
  }

  @Test
  void everyStepOfAServicesPriorityCountsAsAMinuteOfWaiting() {
    long urgent = 5;
    floor.service(
        urgent,
        Medium.CHAT,
        s ->
            new Service(
                s.id(),
                s.medium(),
                s.prefersLevel(),
                s.priorityWorth(),
                s.offerFor(),
                s.wrapUpFor(),
                s.prefersLastAgent(),
                s.preferFor(),
                s.relaxAfter(),
                false,
                2,
                s.answerWithin()));
    floor.arrive(100, CHAT).after(Duration.ofSeconds(110)).arrive(101, urgent);
    floor.arrive(102, CHAT).after(Duration.ofSeconds(20)).arrive(103, urgent);
    floor.ready(AMAL, CHAT, urgent);
    assertThat(floor.where(101)).isEqualTo("offered 11");
    floor.accept(101, AMAL);
    assertThat(floor.where(100)).isEqualTo("offered 11");
    floor.accept(100, AMAL);
    assertThat(floor.where(103)).isEqualTo("offered 11");
  }

  private static Service atMost(Service s, int most, boolean pulled) {
    return new Service(
        s.id(),
        s.medium(),
        s.prefersLevel(),
        s.priorityWorth(),
        s.offerFor(),
        s.wrapUpFor(),
        s.prefersLastAgent(),
        s.preferFor(),
        s.relaxAfter(),
        pulled,
        0,
        s.answerWithin(),
        most);
  }

  @Test
  void anAgentIsGivenNoMoreOfAServiceThanItAllowsAndRoomIsLeftForOthers() {
    long other = 5;
    floor.service(CHAT, Medium.CHAT, s -> atMost(s, 2, false)).service(other, Medium.CHAT);
    floor.ready(AMAL, CHAT, other);
    for (long chat = 100; chat < 102; chat++) floor.arrive(chat, CHAT).accept(chat, AMAL);
    floor.arrive(102, CHAT).arrive(103, other);
    assertThat(floor.where(102)).as("two of this service are enough").isEqualTo("queued");
    assertThat(floor.where(103)).isEqualTo("offered 11");
    floor.accept(103, AMAL).ok(new Release(new WorkId(100), AMAL_ID));
    assertThat(floor.where(102)).as("a wrap-up counts").isEqualTo("queued");
    floor.ok(new Dispose(new WorkId(100), AMAL_ID));
    assertThat(floor.where(102)).isEqualTo("offered 11");
  }

  @Test
  void whatContinuesAConversationReachesItsAgentBeyondWhatTheServiceAllows() {
    floor.service(CHAT, Medium.CHAT, s -> atMost(s, 1, false)).ready(AMAL, CHAT);
    floor.arrive(100, CHAT).accept(100, AMAL).arriveFor(101, CHAT, AMAL);
    assertThat(floor.where(101)).isEqualTo("offered 11");
  }

  @Test
  void nobodyIsGivenNorTakesMoreOfAServiceThanItAllows() {
    floor
        .service(CHAT, Medium.CHAT, s -> atMost(s, 1, false))
        .service(EMAIL, Medium.EMAIL, s -> atMost(s, 1, true));
    floor.ready(AMAL, CHAT, EMAIL).arrive(100, CHAT).accept(100, AMAL);
    floor.ready(SAM, CHAT, EMAIL).arrive(101, CHAT).accept(101, SAM);
    assertThat(floor.tell(new Command.Give(new WorkId(101), SAM_ID, AMAL_ID, false, "")))
        .isEqualTo(new Answer.Rejected(Reason.NO_ROOM));
    floor.arrive(102, EMAIL).arrive(103, EMAIL).ok(new Command.Take(new WorkId(102), AMAL_ID));
    assertThat(floor.tell(new Command.Take(new WorkId(103), AMAL_ID)))
        .isEqualTo(new Answer.Rejected(Reason.NO_ROOM));
  }

  @Test
  void aServiceThatAllowsMoreFromNowOnGivesWhatWaits() {
    floor.service(CHAT, Medium.CHAT, s -> atMost(s, 1, false)).ready(AMAL, CHAT);
    floor.arrive(100, CHAT).accept(100, AMAL).arrive(101, CHAT);
    assertThat(floor.where(101)).isEqualTo("queued");
    floor.service(CHAT, Medium.CHAT, s -> atMost(s, 0, false));
    assertThat(floor.where(101)).isEqualTo("offered 11");
  }

  @Test
  void aDeclinedOfferKeepsItsPlaceInTheQueue() {
    floor.ready(AMAL, VOICE).arrive(100, VOICE).arrive(101, VOICE).arrive(102, VOICE);
    floor.ok(new Decline(new WorkId(100), AMAL_ID, 1));
    assertThat(floor.where(100)).isEqualTo("queued");
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.DECLINED);

    floor.ready(SAM, VOICE);
    assertThat(floor.where(100)).isEqualTo("offered 12");
    assertThat(floor.offer(100)).isEqualTo(2);
    assertThat(floor.where(101)).isEqualTo("queued");
  }

  @Test
  void aRecordForOneAgentWaitsBehindWhatTheyHaveInHandAndGoesBeforeAllOthers() {
    floor.ready(AMAL, RECORDS).arrive(100, RECORDS).accept(100, AMAL);
    floor.arrive(101, RECORDS).arrive(102, RECORDS).arriveFor(103, RECORDS, AMAL);
    floor.ready(SAM, RECORDS);
    assertThat(floor.where(101)).isEqualTo("offered 12");
    assertThat(floor.where(103)).isEqualTo("queued");
    floor.finish(100, AMAL);
    assertThat(floor.where(103)).isEqualTo("offered 11");
    assertThat(floor.where(102)).isEqualTo("queued");
  }

  @Test
  void aRecordForOneAgentIsNotPutOnTopOfTheirChats() {
    floor.ready(AMAL, CHAT, RECORDS);
    for (long chat = 100; chat < 103; chat++) floor.arrive(chat, CHAT).accept(chat, AMAL);
    floor.arriveFor(103, RECORDS, AMAL);
    assertThat(floor.where(103)).isEqualTo("queued");
    floor.finish(100, AMAL);
    assertThat(floor.where(103)).isEqualTo("offered 11");
  }

  @Test
  void aRecordForOneAgentIsKeptForThemNoLongerThanTwoMinutesAndNotWhileTheyAreAway() {
    floor.ready(AMAL, RECORDS).arrive(100, RECORDS).accept(100, AMAL);
    floor.arriveFor(101, RECORDS, AMAL).ready(SAM, RECORDS);
    floor.after(Limits.RECORD_KEPT.minusSeconds(1));
    assertThat(floor.where(101)).isEqualTo("queued");
    floor.after(Duration.ofSeconds(1));
    assertThat(floor.where(101)).isEqualTo("offered 12");

    floor.accept(101, SAM).arriveFor(102, RECORDS, AMAL);
    floor.finish(101, SAM);
    assertThat(floor.where(102)).isEqualTo("queued");
    floor.ok(new LogOut(AMAL_ID));
    assertThat(floor.where(102)).isEqualTo("offered 12");
  }

  @Test
  void anOfferThatNobodyAnswersGoesBackAfterItsTimeAndTheAgentIsNotReady() {
    floor.ready(AMAL, CHAT).arrive(100, CHAT).afterSeconds(19);
    assertThat(floor.where(100)).isEqualTo("offered 11");
    floor.afterSeconds(1);
    assertThat(floor.where(100)).isEqualTo("queued");
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.NO_ANSWER);
  }

  @Test
  void aLateTimerOfOfferOneDoesNotEndOfferTwo() {
    floor.ready(AMAL, CHAT).arrive(100, CHAT);
    floor.ok(new Decline(new WorkId(100), AMAL_ID, 1)).afterSeconds(10).ready(SAM, CHAT);
    assertThat(floor.where(100)).isEqualTo("offered 12");

    assertThat(floor.tell(new Expire(new WorkId(100), 1)))
        .isEqualTo(new Answer.Ignored(Reason.LATE));
    assertThat(floor.afterSeconds(15).where(100))
        .as("offer 1 would be over")
        .isEqualTo("offered 12");
    assertThat(floor.afterSeconds(5).where(100)).as("offer 2 is over").isEqualTo("queued");
    assertThat(floor.agent(SAM).presence()).isEqualTo(Presence.NO_ANSWER);
  }

  @Test
  void aLateAnswerToAnOfferDoesNothing() {
    floor.ready(AMAL, CHAT).arrive(100, CHAT).afterSeconds(20);
    assertThat(floor.tell(new Command.Accept(new WorkId(100), AMAL_ID, 1)))
        .isEqualTo(new Answer.Ignored(Reason.LATE));
    assertThat(floor.where(100)).isEqualTo("queued");
  }

  @Test
  void whoeverLeavesWhileItRingsTakesTheOfferAway() {
    floor.ready(AMAL, CHAT).arrive(100, CHAT).ok(new Leave(new WorkId(100)));
    assertThat(floor.where(100)).isEqualTo("ended");
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.READY);
    assertThat(floor.agent(AMAL).status()).isEqualTo(WorkStatus.IDLE);
  }

  @Test
  void theLastAgentIsPreferredUntilTheDeadlineAndThenAnybodyWillDo() {
    floor.service(VOICE, Medium.VOICE, s -> lastAgentFor(s, Duration.ofSeconds(30)));
    floor.ready(AMAL, VOICE).arrive(100, VOICE).accept(100, AMAL).ready(SAM, VOICE);

    floor.arrive(101, VOICE, List.of(), AMAL);
    assertThat(floor.where(101)).as("Sam is free, but Amal had this customer").isEqualTo("queued");
    assertThat(floor.afterSeconds(29).where(101)).isEqualTo("queued");
    assertThat(floor.afterSeconds(1).where(101)).isEqualTo("offered 12");
  }

  @Test
  void theLastAgentGetsTheCustomerAsSoonAsFree() {
    floor.service(VOICE, Medium.VOICE, s -> lastAgentFor(s, Duration.ofSeconds(30)));
    floor.ready(AMAL, VOICE).arrive(100, VOICE).accept(100, AMAL).ready(SAM, VOICE);
    floor.arrive(101, VOICE, List.of(), AMAL).afterSeconds(5).finish(100, AMAL);
    assertThat(floor.where(101)).isEqualTo("offered 11");
  }

  @Test
  void nobodyWaitsForALastAgentWhoStopsWorking() {
    floor.service(VOICE, Medium.VOICE, s -> lastAgentFor(s, Duration.ofSeconds(30)));
    floor.ready(AMAL, VOICE).arrive(100, VOICE).accept(100, AMAL).ready(SAM, VOICE);
    floor.arrive(101, VOICE, List.of(), AMAL).ok(new GoNotReady(AMAL_ID, "LUNCH"));
    assertThat(floor.where(101)).isEqualTo("offered 12");
    floor.arrive(102, VOICE, List.of(), AMAL);
    assertThat(floor.where(102)).isEqualTo("queued");
  }

  @Test
  void notReadyTakesEffectAfterTheWorkInHand() {
    floor
        .ready(AMAL, CHAT)
        .arrive(100, CHAT)
        .accept(100, AMAL)
        .ok(new GoNotReady(AMAL_ID, "LUNCH"));
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.READY);
    assertThat(floor.agent(AMAL).next()).isEqualTo(new Presence.NotReady("LUNCH"));
    assertThat(floor.arrive(101, CHAT).where(101))
        .as("nothing more is offered")
        .isEqualTo("queued");

    floor.ok(new Release(new WorkId(100), AMAL_ID));
    assertThat(floor.agent(AMAL).presence()).as("wrap-up is work").isEqualTo(Presence.READY);
    floor.afterSeconds(60);
    assertThat(floor.agent(AMAL).presence()).isEqualTo(new Presence.NotReady("LUNCH"));
    assertThat(floor.where(101)).isEqualTo("queued");
  }

  @Test
  void aPendingNotReadyIsTakenBackByReady() {
    floor
        .ready(AMAL, CHAT)
        .arrive(100, CHAT)
        .accept(100, AMAL)
        .ok(new GoNotReady(AMAL_ID, "LUNCH"));
    floor.arrive(101, CHAT).ok(new GoReady(AMAL_ID));
    assertThat(floor.where(101)).isEqualTo("offered 11");
  }

  @Test
  void logOutTakesEffectAfterTheWorkInHand() {
    floor.ready(AMAL, CHAT).arrive(100, CHAT).accept(100, AMAL).ok(new LogOut(AMAL_ID));
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.READY);
    floor.finish(100, AMAL);
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.LOGGED_OUT);
  }

  /// An agent holds `had` pieces of one medium; is one of another offered?
  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, true",
    "1, 3, 1, true",
    "1, 4, 1, false",
    "2, 1, 2, false",
    "2, 1, 1, false",
    "1, 2, 2, true",
    "1, 3, 2, false",
    "1, 1, 3, false",
    "3, 1, 1, true",
    "3, 1, 3, false"
  })
  void capacityDependsOnTheMedium(long held, int had, long next, boolean offered) {
    floor.ready(AMAL, CHAT, VOICE, EMAIL);
    for (int i = 0; i < had; i++) floor.arrive(100 + i, held).accept(100 + i, AMAL);
    assertThat(floor.arrive(200, next).where(200)).isEqualTo(offered ? "offered 11" : "queued");
  }

  @Test
  void nobodyIsOfferedTwoPiecesAtATime() {
    floor.ready(AMAL, CHAT).arrive(100, CHAT).arrive(101, CHAT);
    assertThat(floor.where(101)).isEqualTo("queued");
    assertThat(floor.accept(100, AMAL).where(101)).isEqualTo("offered 11");
  }

  @Test
  void whoSpeaksTheLanguageGetsTheWorkAndAfterAWhileWhoeverHasTheService() {
    floor.ready(SAM, CHAT).arrive(100, CHAT, List.of(ARABIC), null);
    assertThat(floor.where(100)).isEqualTo("queued");
    floor.ready(AMAL, CHAT, ARABIC);
    assertThat(floor.where(100)).isEqualTo("offered 11");

    floor
        .accept(100, AMAL)
        .ok(new GoNotReady(AMAL_ID, "LUNCH"))
        .arrive(101, CHAT, List.of(ARABIC), null);
    assertThat(floor.afterSeconds(29).where(101)).isEqualTo("queued");
    assertThat(floor.afterSeconds(1).where(101)).as("relaxed").isEqualTo("offered 12");
  }

  @Test
  void theLongestIdleAgentIsNext() {
    floor.ready(AMAL, CHAT).afterSeconds(1).ready(SAM, CHAT).arrive(100, CHAT);
    assertThat(floor.where(100)).isEqualTo("offered 11");
    assertThat(floor.accept(100, AMAL).arrive(101, CHAT).where(101)).isEqualTo("offered 12");
  }

  @Test
  void anOfferGoesBackAtOnceWhenTheSessionIsLost() {
    floor
        .ready(AMAL, CHAT)
        .arrive(100, CHAT)
        .afterSeconds(1)
        .ready(SAM, CHAT)
        .ok(new SessionLost(AMAL_ID));
    assertThat(floor.where(100)).isEqualTo("offered 12");
    assertThat(floor.agent(AMAL).presence()).as("may come back").isEqualTo(Presence.READY);
  }

  @Test
  void aSessionLostForFifteenSecondsMakesNotReadyAndForSixtyGivesTheWorkToAnother() {
    floor.ready(AMAL, CHAT).arrive(100, CHAT).accept(100, AMAL).ok(new SessionLost(AMAL_ID));
    floor.afterSeconds(14);
    assertThat(floor.agent(AMAL).next()).isEqualTo(Presence.READY);
    floor.afterSeconds(1);
    assertThat(floor.agent(AMAL).next()).isEqualTo(Presence.CONNECTION_LOST);
    floor.ready(SAM, CHAT).afterSeconds(44);
    assertThat(floor.where(100)).isEqualTo("active 11");
    floor.afterSeconds(1);
    assertThat(floor.where(100)).isEqualTo("offered 12");
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.CONNECTION_LOST);
  }

  @Test
  void aSessionThatComesBackInTimeChangesNothing() {
    floor.ready(AMAL, CHAT).arrive(100, CHAT).accept(100, AMAL).ok(new SessionLost(AMAL_ID));
    floor.afterSeconds(14).ok(new SessionOpened(AMAL_ID)).ready(SAM, CHAT).afterSeconds(120);
    assertThat(floor.where(100)).isEqualTo("active 11");
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.READY);
    assertThat(floor.agent(AMAL).next()).isEqualTo(Presence.READY);
  }

  @Test
  void anArrivalToldTwiceIsOneArrival() {
    floor.ready(AMAL, CHAT).arrive(100, CHAT).accept(100, AMAL).finish(100, AMAL);
    assertThat(
            floor.tell(
                new Arrive(
                    Work.plain(
                        new WorkId(100), new ServiceId(CHAT), Medium.CHAT, SmallFloor.START))))
        .isEqualTo(new Answer.Ignored(Reason.ALREADY_HERE));
    assertThat(floor.where(100)).isEqualTo("ended");
  }

  @Test
  void onlyWhoHasTheWorkMayEndIt() {
    floor.ready(AMAL, CHAT).arrive(100, CHAT).accept(100, AMAL);
    assertThat(floor.tell(new Release(new WorkId(100), SAM_ID)))
        .isEqualTo(new Answer.Rejected(Reason.NOT_YOURS));
    assertThat(floor.where(100)).isEqualTo("active 11");
  }

  @Test
  void whoBeginsACallHasItAtOnceAndEndsItLikeAnyOther() {
    floor.ready(AMAL, VOICE);
    assertThat(floor.begin(100, VOICE, AMAL)).isEqualTo(Answer.DONE);
    assertThat(floor.where(100)).isEqualTo("active 11");
    assertThat(floor.agent(AMAL).status()).isEqualTo(WorkStatus.BUSY);
    floor.ok(new Release(new WorkId(100), AMAL_ID));
    assertThat(floor.where(100)).isEqualTo("wrap-up 11");
    floor.afterSeconds(60);
    assertThat(floor.where(100)).isEqualTo("ended");
  }

  @Test
  void aCallBegunBesideAChatTakesNothingFromIt() {
    floor.ready(AMAL, CHAT, VOICE).arrive(100, CHAT).accept(100, AMAL);
    assertThat(floor.begin(101, VOICE, AMAL)).isEqualTo(Answer.DONE);
    assertThat(floor.where(100)).isEqualTo("active 11");
    floor.ok(new Release(new WorkId(101), AMAL_ID)).ok(new Dispose(new WorkId(101), AMAL_ID));
    assertThat(floor.where(100)).isEqualTo("active 11");
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.READY);
  }

  @Test
  void aCallCanBeBegunWhileNotReadyAndLeavesThePresenceAsItIs() {
    floor.ready(AMAL, VOICE).ok(new GoNotReady(AMAL_ID, "paperwork"));
    assertThat(floor.begin(100, VOICE, AMAL)).isEqualTo(Answer.DONE);
    floor.finish(100, AMAL);
    assertThat(floor.agent(AMAL).presence()).isEqualTo(new Presence.NotReady("paperwork"));
  }

  @Test
  void nobodyBeginsASecondCall() {
    floor.ready(AMAL, VOICE).arrive(100, VOICE);
    assertThat(floor.begin(101, VOICE, AMAL)).isEqualTo(new Answer.Rejected(Reason.ON_CALL));
    floor.accept(100, AMAL);
    assertThat(floor.begin(101, VOICE, AMAL)).isEqualTo(new Answer.Rejected(Reason.ON_CALL));
    floor.ok(new Release(new WorkId(100), AMAL_ID));
    assertThat(floor.begin(101, VOICE, AMAL)).as("a wrap-up is no call").isEqualTo(Answer.DONE);
    assertThat(floor.begin(101, VOICE, AMAL)).isEqualTo(new Answer.Ignored(Reason.ALREADY_HERE));
  }

  private static final int PREVIEWS = 77;

  private Command callInsteadOf(long preview, long call) {
    return new Begin(floor.work(call, VOICE), AMAL_ID, new WorkId(preview));
  }

  @Test
  void aCallTakesThePlaceOfItsPreview() {
    floor.service(PREVIEWS, Medium.PREVIEW).ready(AMAL, PREVIEWS, VOICE).arrive(100, PREVIEWS);
    assertThat(floor.tell(callInsteadOf(100, 101)))
        .as("it only rings")
        .isEqualTo(new Answer.Rejected(Reason.NOT_YOURS));
    floor.accept(100, AMAL).arrive(102, VOICE);
    assertThat(floor.begin(101, VOICE, AMAL)).isEqualTo(new Answer.Rejected(Reason.ON_CALL));
    assertThat(floor.tell(callInsteadOf(100, 101))).isEqualTo(Answer.DONE);
    assertThat(floor.where(101)).isEqualTo("active 11");
    assertThat(floor.agent(AMAL).held()).hasSize(1);
    assertThat(floor.where(102)).isEqualTo("queued");
    assertThat(floor.tell(callInsteadOf(100, 103)))
        .as("a second click")
        .isEqualTo(new Answer.Ignored(Reason.LATE));
  }

  @Test
  void whatCannotBeginLeavesThePreviewWhereItIs() {
    floor.service(PREVIEWS, Medium.PREVIEW).ready(AMAL, PREVIEWS, VOICE).arrive(100, PREVIEWS);
    floor.accept(100, AMAL).ok(new DeviceGone(AMAL_ID));
    assertThat(floor.tell(callInsteadOf(100, 101)))
        .isEqualTo(new Answer.Rejected(Reason.NO_DEVICE));
    assertThat(floor.where(100)).isEqualTo("active 11");
    floor.ok(new DeviceReady(AMAL_ID)).ready(SAM, VOICE);
    assertThat(floor.tell(new Begin(floor.work(101, VOICE), new UserId(SAM), new WorkId(100))))
        .isEqualTo(new Answer.Rejected(Reason.NOT_YOURS));
    assertThat(floor.where(100)).isEqualTo("active 11");
    floor.arrive(103, VOICE).accept(103, SAM);
    assertThat(floor.tell(new Begin(floor.work(104, VOICE), new UserId(SAM), new WorkId(103))))
        .as("only a preview gives way")
        .isEqualTo(new Answer.Rejected(Reason.OTHER_MEDIUM));
  }

  @Test
  void aWishToBeNotReadyOutlivesTheCallOfAPreview() {
    floor.service(PREVIEWS, Medium.PREVIEW).ready(AMAL, PREVIEWS, VOICE).arrive(100, PREVIEWS);
    floor.accept(100, AMAL).ok(new GoNotReady(AMAL_ID, "paperwork"));
    assertThat(floor.tell(callInsteadOf(100, 101))).isEqualTo(Answer.DONE);
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.READY);
    floor.finish(101, AMAL);
    assertThat(floor.agent(AMAL).presence()).isEqualTo(new Presence.NotReady("paperwork"));
  }

  @Test
  void recordsAreOfferedOnlyToWhoeverCanCall() {
    floor.service(PREVIEWS, Medium.PREVIEW).ready(AMAL, PREVIEWS).ok(new DeviceGone(AMAL_ID));
    floor.arrive(100, PREVIEWS);
    assertThat(floor.where(100)).isEqualTo("queued");
    floor.ok(new DeviceReady(AMAL_ID));
    assertThat(floor.where(100)).isEqualTo("offered 11");
  }

  @Test
  void beginningNeedsADesktopATelephoneAndTheRightService() {
    assertThat(floor.begin(100, VOICE, AMAL)).isEqualTo(new Answer.Rejected(Reason.NOT_LOGGED_IN));
    floor.ready(AMAL, VOICE).ok(new DeviceGone(AMAL_ID));
    assertThat(floor.begin(100, VOICE, AMAL)).isEqualTo(new Answer.Rejected(Reason.NO_DEVICE));
    assertThat(floor.begin(100, CHAT, AMAL)).as("a chat needs none").isEqualTo(Answer.DONE);
    floor.ok(new DeviceReady(AMAL_ID)).ok(new SessionLost(AMAL_ID));
    assertThat(floor.begin(101, VOICE, AMAL)).isEqualTo(new Answer.Rejected(Reason.NO_SESSION));
    var nowhere = Work.plain(new WorkId(102), new ServiceId(77), Medium.VOICE, SmallFloor.START);
    assertThat(floor.tell(new Begin(nowhere, AMAL_ID)))
        .isEqualTo(new Answer.Rejected(Reason.NO_SUCH_SERVICE));
    var wrong = Work.plain(new WorkId(102), new ServiceId(CHAT), Medium.VOICE, SmallFloor.START);
    assertThat(floor.tell(new Begin(wrong, AMAL_ID)))
        .isEqualTo(new Answer.Rejected(Reason.OTHER_MEDIUM));
  }

  @Test
  void aBegunCallThatIsTransferredWaitsForTheNextAgent() {
    floor.ready(AMAL, VOICE).service(VOICE + 100, Medium.VOICE);
    assertThat(floor.begin(100, VOICE, AMAL)).isEqualTo(Answer.DONE);
    floor.ok(new Transfer(new WorkId(100), AMAL_ID, new ServiceId(VOICE + 100)));
    assertThat(floor.where(100)).isEqualTo("queued");
    floor.ready(SAM, VOICE + 100);
    assertThat(floor.where(100)).isEqualTo("offered 12");
  }

  @Test
  void whoseTelephoneDoesNotAnswerAnAcceptedCallIsNotReadyAndNotOfferedItAgain() {
    floor.ready(AMAL, VOICE).arrive(100, VOICE).accept(100, AMAL);
    var back = new GiveBack(new WorkId(100), AMAL_ID, Presence.NO_ANSWER);
    floor.ok(back);
    assertThat(floor.where(100)).isEqualTo("queued");
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.NO_ANSWER);
    assertThat(floor.tell(back)).isEqualTo(new Answer.Rejected(Reason.NOT_YOURS));
    floor.ready(SAM, VOICE);
    assertThat(floor.where(100)).isEqualTo("offered 12");
  }

  @Test
  void whatTheAgentHasChosenMeanwhileIsNotOverriddenByATelephoneThatDoesNotAnswer() {
    floor.ready(AMAL, VOICE).arrive(100, VOICE).accept(100, AMAL);
    floor.ok(new GoNotReady(AMAL_ID, "LUNCH"));
    floor.ok(new GiveBack(new WorkId(100), AMAL_ID, Presence.NO_ANSWER));
    assertThat(floor.agent(AMAL).presence()).isEqualTo(new Presence.NotReady("LUNCH"));
  }

  @Test
  void callsAreOfferedOnlyToWhoeverCanBeCalled() {
    floor.ready(AMAL, VOICE, CHAT).ok(new DeviceGone(AMAL_ID));
    floor.arrive(100, VOICE).arrive(101, CHAT);
    assertThat(floor.where(100)).isEqualTo("queued");
    assertThat(floor.where(101)).isEqualTo("offered 11");
    floor.accept(101, AMAL).ok(new DeviceReady(AMAL_ID));
    assertThat(floor.where(100)).isEqualTo("offered 11");
  }

  @Test
  void aCallThatRingsGoesBackWhenItsAgentCannotBeCalledAnyMore() {
    floor.ready(AMAL, VOICE).arrive(100, VOICE).ok(new DeviceGone(AMAL_ID));
    assertThat(floor.where(100)).isEqualTo("queued");
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.NO_DEVICE);
    floor.ready(SAM, VOICE);
    assertThat(floor.where(100)).isEqualTo("offered 12");
  }

  @Test
  void whoLosesTheTelephoneKeepsWhatTheyHaveAndStaysReadyForChats() {
    floor.ready(AMAL, VOICE, CHAT).arrive(100, VOICE).accept(100, AMAL);
    floor.ok(new DeviceGone(AMAL_ID)).afterSeconds(3600);
    assertThat(floor.where(100)).isEqualTo("active 11");
    assertThat(floor.agent(AMAL).presence()).isEqualTo(Presence.READY);
    floor.finish(100, AMAL).arrive(101, CHAT);
    assertThat(floor.where(101)).isEqualTo("offered 11");
  }

  @Test
  void aCallForOneAgentAloneWaitsForNobodyWhoCannotBeCalled() {
    floor.service(VOICE + 100, Medium.VOICE, s -> lastAgentFor(s, Duration.ofSeconds(30)));
    floor.ready(AMAL, VOICE, VOICE + 100).arrive(99, VOICE).accept(99, AMAL);
    floor.arrive(100, VOICE + 100, List.of(), AMAL).ready(SAM, VOICE + 100);
    assertThat(floor.where(100)).isEqualTo("queued");
    floor.ok(new DeviceGone(AMAL_ID));
    assertThat(floor.where(100)).isEqualTo("offered 12");
  }

  private void chatAndCallOfOneConversation() {
    floor.ready(AMAL, CHAT, VOICE).ok(new Arrive(floor.work(100, CHAT).in(7))).accept(100, AMAL);
    floor.ok(new Begin(floor.work(101, VOICE).in(7), AMAL_ID));
  }

  @Test
  @Requirement("S0-21")
  void theWrapUpOfACallLastsAsLongAsTheConversationGoesOnAndTheChatIsNotBlocked() {
    chatAndCallOfOneConversation();
    floor.ok(new Leave(new WorkId(101))).afterSeconds(600);
    assertThat(floor.where(101)).isEqualTo("wrap-up 11");
    assertThat(floor.where(100)).isEqualTo("active 11");
    floor.afterSeconds(30).ok(new Leave(new WorkId(100))).afterSeconds(59);
    assertThat(floor.where(101)).as("one wrap-up for both").isEqualTo("wrap-up 11");
    assertThat(floor.where(100)).isEqualTo("wrap-up 11");
    floor.afterSeconds(1);
    assertThat(floor.where(101)).isEqualTo("ended");
    assertThat(floor.where(100)).isEqualTo("ended");
  }

  @Test
  void theWrapUpOfACallDoesNotWaitForAnotherCustomersChat() {
    floor.ready(AMAL, CHAT, VOICE).ok(new Arrive(floor.work(100, CHAT).in(7))).accept(100, AMAL);
    floor.ok(new Begin(floor.work(101, VOICE).in(8), AMAL_ID)).ok(new Leave(new WorkId(101)));
    floor.afterSeconds(60);
    assertThat(floor.where(101)).isEqualTo("ended");
  }

  @Test
  @Requirement("S0-21")
  void aCallThatHasEndedTakesNothingWhileTheChatBesideItGoesOn() {
    chatAndCallOfOneConversation();
    floor.ok(new Arrive(floor.work(102, CHAT)));
    assertThat(floor.where(102)).as("during the call").isEqualTo("queued");
    floor.ok(new Leave(new WorkId(101)));
    assertThat(floor.where(102)).isEqualTo("offered 11");
    floor.accept(102, AMAL).ok(new Leave(new WorkId(100)));
    floor.ok(new Arrive(floor.work(103, CHAT)));
    assertThat(floor.where(103)).as("in the wrap-up of both").isEqualTo("queued");
  }

  @Test
  void whoCallsACustomerIsOfferedWhatTheCustomerWritesMeanwhile() {
    chatAndCallOfOneConversation();
    floor.finish(100, AMAL).ready(SAM, CHAT);
    floor.ok(new Arrive(continuing(102, 7)));
    assertThat(floor.where(102)).isEqualTo("offered 11");
    floor.ok(new Arrive(continuing(103, 8)));
    assertThat(floor.where(103)).as("another customer's chat").isEqualTo("offered 12");
  }

  private Work continuing(long id, long conversation) {
    return new Work(
        new WorkId(id),
        new ServiceId(CHAT),
        Medium.CHAT,
        List.of(),
        0,
        SmallFloor.START,
        AMAL_ID,
        true,
        conversation);
  }

  @Test
  void whoIsEngagedIsBusyAndNeitherOfferedNorBeginsACall() {
    floor.ready(AMAL, VOICE, CHAT).ok(new Engage(AMAL_ID));
    floor.arrive(100, VOICE).arrive(101, CHAT);
    assertThat(floor.where(100)).isEqualTo("queued");
    assertThat(floor.where(101)).isEqualTo("queued");
    assertThat(floor.begin(102, VOICE, AMAL)).isEqualTo(new Answer.Rejected(Reason.ON_CALL));
    assertThat(floor.agent(AMAL).engaged()).isTrue();
    assertThat(floor.agent(AMAL).status()).isEqualTo(WorkStatus.BUSY);
    assertThat(floor.agent(AMAL).statusSince()).isEqualTo(SmallFloor.START);
    assertThat(floor.agent(AMAL).used()).isEqualTo(100);
    floor.ok(new Disengage(AMAL_ID));
    assertThat(floor.where(100)).isEqualTo("offered 11");
    assertThat(floor.agent(AMAL).engaged()).isFalse();
  }

  @Test
  void whatContinuesAConversationWaitsForAnotherWhileItsOwnerIsEngaged() {
    floor.ready(AMAL, CHAT, VOICE).ok(new Engage(AMAL_ID)).ready(SAM, CHAT);
    floor.ok(new Arrive(continuing(102, 7)));
    assertThat(floor.where(102)).isEqualTo("offered 12");
  }

  @Test
  void engagingNeedsADesktopATelephoneAndNoOtherCall() {
    assertThat(floor.tell(new Engage(AMAL_ID)))
        .isEqualTo(new Answer.Rejected(Reason.NOT_LOGGED_IN));
    floor.ready(AMAL, VOICE).ok(new DeviceGone(AMAL_ID));
    assertThat(floor.tell(new Engage(AMAL_ID))).isEqualTo(new Answer.Rejected(Reason.NO_DEVICE));
    floor.ok(new DeviceReady(AMAL_ID)).ok(new SessionLost(AMAL_ID));
    assertThat(floor.tell(new Engage(AMAL_ID))).isEqualTo(new Answer.Rejected(Reason.NO_SESSION));
    floor.ok(new SessionOpened(AMAL_ID)).arrive(100, VOICE);
    assertThat(floor.tell(new Engage(AMAL_ID))).isEqualTo(new Answer.Rejected(Reason.ON_CALL));
    floor.accept(100, AMAL);
    assertThat(floor.tell(new Engage(AMAL_ID))).isEqualTo(new Answer.Rejected(Reason.ON_CALL));
    floor.finish(100, AMAL).ok(new GoNotReady(AMAL_ID, "lunch")).ok(new Engage(AMAL_ID));
    assertThat(floor.tell(new Engage(AMAL_ID))).isEqualTo(new Answer.Rejected(Reason.ON_CALL));
  }

  @Test
  void anEngagementEndsWithItsSessionAndIsToldAgainToAFloorThatHasBegunAnew() {
    floor.ready(AMAL, VOICE).ok(new StillEngaged(AMAL_ID)).arrive(100, VOICE);
    assertThat(floor.where(100)).isEqualTo("queued");
    floor.ok(new SessionLost(AMAL_ID)).afterSeconds(59);
    assertThat(floor.agent(AMAL).engaged()).isTrue();
    floor.afterSeconds(1);
    assertThat(floor.agent(AMAL).engaged()).isFalse();
    assertThat(floor.tell(new Disengage(AMAL_ID))).isEqualTo(new Answer.Ignored(Reason.ALREADY_SO));
  }

  @Test
  void aCallIsHandedToWhoeverIsEngagedAndNothingIsOffered() {
    floor.ready(AMAL, VOICE).arrive(100, VOICE).accept(100, AMAL);
    var handOver = new HandOver(new WorkId(100), AMAL_ID, SAM_ID);
    assertThat(floor.tell(handOver)).isEqualTo(new Answer.Rejected(Reason.NOT_ENGAGED));
    floor.ready(SAM, CHAT).ok(new Engage(SAM_ID));
    assertThat(floor.tell(new HandOver(new WorkId(100), SAM_ID, SAM_ID)))
        .isEqualTo(new Answer.Rejected(Reason.NOT_YOURS));
    floor.ok(handOver);
    assertThat(floor.where(100)).as("whatever the skills").isEqualTo("active 12");
    assertThat(floor.agent(SAM).engaged()).isFalse();
    assertThat(floor.agent(SAM).used()).isEqualTo(100);
    floor.arrive(101, VOICE);
    assertThat(floor.where(101)).as("the first is free").isEqualTo("offered 11");
    floor.finish(100, SAM);
    assertThat(floor.agent(SAM).used()).isZero();
  }

  @Test
  void aChatCannotBeHandedOverNorACallToWhoeverHasLeftOrHasAnother() {
    floor.ready(AMAL, CHAT, VOICE).ready(SAM, VOICE).ok(new Engage(SAM_ID));
    floor.arrive(100, CHAT).accept(100, AMAL);
    assertThat(floor.tell(new HandOver(new WorkId(100), AMAL_ID, SAM_ID)))
        .isEqualTo(new Answer.Rejected(Reason.NOT_ENGAGED));
    floor.arrive(101, VOICE).accept(101, AMAL);
    var handOver = new HandOver(new WorkId(101), AMAL_ID, SAM_ID);
    floor.ok(new SessionLost(SAM_ID));
    assertThat(floor.tell(handOver)).isEqualTo(new Answer.Rejected(Reason.NO_SESSION));
    floor.ok(new SessionOpened(SAM_ID)).ok(new Disengage(SAM_ID));
    floor.arrive(102, VOICE).accept(102, SAM).ok(new StillEngaged(SAM_ID));
    assertThat(floor.tell(handOver)).isEqualTo(new Answer.Rejected(Reason.ON_CALL));
  }
}
