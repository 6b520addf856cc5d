package org.hiwar.floor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hiwar.floor.core.Command.GoNotReady;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;

/// What is different with mails: they are postponed, taken out of lists, and put in order by what
/// was promised.
class MailRulesTest {
  private static final long CHAT = 1;
  private static final long EMAIL = 3;
  private static final long AMAL = 11;
  private static final long SAM = 12;
  private static final UserId AMAL_ID = new UserId(AMAL);
  private static final UserId SAM_ID = new UserId(SAM);

  private final SmallFloor floor =
      new SmallFloor().service(CHAT, Medium.CHAT).service(EMAIL, Medium.EMAIL);

  private static Service mails(Service s, boolean pulled, int precedence, Duration answerWithin) {
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
        precedence,
        answerWithin);
  }

  private static final Duration HOUR = Duration.ofHours(1);

  private SmallFloor postponed(long work, long agent, Duration later) {
    return floor.ok(
        new Command.Postpone(new WorkId(work), new UserId(agent), floor.now().plus(later), ""));
  }

  private Answer take(long work, long agent) {
    return floor.tell(new Command.Take(new WorkId(work), new UserId(agent)));
  }

  @Test
  void aPostponedMailTakesNothingOfAnybodyAndComesBackToItsAgentAtItsTime() {
    floor.ready(SAM, EMAIL).arrive(100, EMAIL).accept(100, SAM).ready(AMAL, EMAIL);
    postponed(100, SAM, HOUR);
    assertThat(floor.where(100)).isEqualTo("postponed");
    assertThat(floor.agent(SAM).used()).isZero();
    floor.after(HOUR.minusSeconds(1));
    assertThat(floor.where(100)).isEqualTo("postponed");
    floor.afterSeconds(1);
    assertThat(floor.where(100)).isEqualTo("offered " + SAM);
  }

  @Test
  void aPostponedMailGoesToWhoeverIsThereWhenItsAgentIsNotReady() {
    floor.ready(SAM, EMAIL).arrive(100, EMAIL).accept(100, SAM).ready(AMAL, EMAIL);
    postponed(100, SAM, HOUR);
    floor.ok(new GoNotReady(SAM_ID, "lunch")).after(HOUR);
    assertThat(floor.where(100)).isEqualTo("offered " + AMAL);
  }

  @Test
  void aPostponedMailWaitsTwoMinutesForItsAgentToHaveRoom() {
    floor.ready(SAM, EMAIL, CHAT).arrive(100, EMAIL).accept(100, SAM);
    postponed(100, SAM, HOUR);
    floor.arrive(101, CHAT).accept(101, SAM).ready(AMAL, EMAIL).after(HOUR);
    assertThat(floor.where(100)).isEqualTo("queued");
    floor.afterSeconds(120);
    assertThat(floor.where(100)).isEqualTo("offered " + AMAL);
  }

  @Test
  void theCustomersNextMailBringsAPostponedOneBackAtOnceAndItsTimerThenDoesNothing() {
    floor.ready(SAM, EMAIL).arrive(100, EMAIL).accept(100, SAM);
    postponed(100, SAM, HOUR);
    floor.ok(new Command.Wake(new WorkId(100)));
    assertThat(floor.where(100)).isEqualTo("offered " + SAM);
    floor.accept(100, SAM).after(HOUR);
    assertThat(floor.where(100)).isEqualTo("active " + SAM);
    assertThat(floor.tell(new Command.Wake(new WorkId(100))))
        .isEqualTo(new Answer.Ignored(Reason.LATE));
  }

  @Test
  void aPostponedMailKeepsItsPlaceInTheQueue() {
    floor.ready(SAM, EMAIL).arrive(100, EMAIL).accept(100, SAM);
    postponed(100, SAM, HOUR);
    floor.ok(new GoNotReady(SAM_ID, "lunch")).arrive(101, EMAIL).after(HOUR);
    floor.ready(AMAL, EMAIL);
    assertThat(floor.where(100)).isEqualTo("offered " + AMAL);
  }

  @Test
  void onlyMailsArePostponedByWhoHasThemAndNotIntoThePastNorForMoreThanNinetyDays() {
    floor.ready(SAM, EMAIL).arrive(100, EMAIL).accept(100, SAM);
    floor.ready(AMAL, CHAT).arrive(101, CHAT).accept(101, AMAL);
    var mail = new WorkId(100);
    assertThat(floor.tell(new Command.Postpone(mail, AMAL_ID, floor.now().plus(HOUR), "")))
        .isEqualTo(new Answer.Rejected(Reason.NOT_YOURS));
    assertThat(floor.tell(new Command.Postpone(mail, SAM_ID, floor.now(), "")))
        .isEqualTo(new Answer.Rejected(Reason.NOT_THEN));
    var tooLate = floor.now().plus(Duration.ofDays(90)).plusMillis(1);
    assertThat(floor.tell(new Command.Postpone(mail, SAM_ID, tooLate, "")))
        .isEqualTo(new Answer.Rejected(Reason.NOT_THEN));
    assertThat(
            floor.tell(new Command.Postpone(new WorkId(101), AMAL_ID, floor.now().plus(HOUR), "")))
        .isEqualTo(new Answer.Rejected(Reason.OTHER_MEDIUM));
  }

  @Test
  void whoHasPostponedAMailTakesItBeforeItsTimeAndNobodyElseDoes() {
    floor.ready(SAM, EMAIL).arrive(100, EMAIL).accept(100, SAM).ready(AMAL, EMAIL);
    postponed(100, SAM, HOUR);
    assertThat(take(100, AMAL)).isEqualTo(new Answer.Ignored(Reason.LATE));
    assertThat(take(100, SAM)).isEqualTo(Answer.DONE);
    assertThat(floor.where(100)).isEqualTo("active " + SAM);
  }

  @Test
  void pulledMailsAreOfferedToNobodyAndOneAgentGetsWhatTwoTake() {
    floor.service(EMAIL, Medium.EMAIL, s -> mails(s, true, 0, HOUR));
    floor.ready(SAM, EMAIL).ready(AMAL, EMAIL).arrive(100, EMAIL).after(HOUR);
    assertThat(floor.where(100)).isEqualTo("queued");
    assertThat(take(100, AMAL)).isEqualTo(Answer.DONE);
    assertThat(take(100, SAM)).isEqualTo(new Answer.Ignored(Reason.LATE));
    assertThat(take(100, AMAL)).isEqualTo(new Answer.Ignored(Reason.ALREADY_SO));
    assertThat(floor.where(100)).isEqualTo("active " + AMAL);
  }

  @Test
  void agentsTakeAsManyMailsAsFitAndOnlyOfServicesWhoseSkillTheyHave() {
    floor.service(EMAIL, Medium.EMAIL, s -> mails(s, true, 0, HOUR));
    floor.ready(SAM, CHAT).ready(AMAL, EMAIL);
    for (long mail = 100; mail < 105; mail++) floor.arrive(mail, EMAIL);
    assertThat(take(100, SAM)).isEqualTo(new Answer.Rejected(Reason.NOT_SKILLED));
    for (long mail = 100; mail < 104; mail++) assertThat(take(mail, AMAL)).isEqualTo(Answer.DONE);
    assertThat(take(104, AMAL)).isEqualTo(new Answer.Rejected(Reason.NO_ROOM));
    floor.ok(new Command.LogOut(AMAL_ID));
    assertThat(floor.where(104)).isEqualTo("queued");
  }

  @Test
  void mailsThatAreOfferedAreTakenByNobody() {
    floor.ready(SAM, EMAIL).arrive(100, EMAIL).arrive(101, EMAIL).accept(100, SAM);
    assertThat(take(101, SAM)).isEqualTo(new Answer.Ignored(Reason.LATE));
  }

  @Test
  void mailsThatWaitAreOfferedWhenTheirServiceIsNoLongerPulled() {
    floor.service(EMAIL, Medium.EMAIL, s -> mails(s, true, 0, HOUR));
    floor.ready(SAM, EMAIL).arrive(100, EMAIL);
    floor.service(EMAIL, Medium.EMAIL, s -> mails(s, false, 0, HOUR));
    assertThat(floor.where(100)).isEqualTo("offered " + SAM);
  }

  @Test
  void theMailWhoseTimeIsOverFirstIsNextAndBeforeItTheMailOfAServiceThatGoesFirst() {
    floor
        .service(5, Medium.EMAIL, s -> mails(s, false, 0, Duration.ofMinutes(10)))
        .service(6, Medium.EMAIL, s -> mails(s, false, 1, Duration.ofDays(2)))
        .arrive(100, EMAIL)
        .arrive(101, 5)
        .arrive(102, 6)
        .ready(SAM, EMAIL, 5, 6);
    assertThat(floor.where(102)).isEqualTo("offered " + SAM);
    floor.accept(102, SAM).finish(102, SAM);
    assertThat(floor.where(101)).isEqualTo("offered " + SAM);
    floor.accept(101, SAM).finish(101, SAM);
    assertThat(floor.where(100)).isEqualTo("offered " + SAM);
  }
}
