package org.hiwar.floor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hiwar.floor.core.Command.Accept;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.Decline;
import org.hiwar.floor.core.Command.Give;
import org.hiwar.floor.core.Command.GoNotReady;
import org.hiwar.floor.core.Command.LogOut;
import org.hiwar.floor.core.Command.Release;
import org.hiwar.floor.core.Command.SessionLost;
import org.hiwar.floor.core.Command.Transfer;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;

/// What agents give away, one sentence each: to colleagues, to services, and with all that belongs
/// to it.
class GiftRulesTest {
  private static final long CHAT = 1;
  private static final long EMAIL = 2;
  private static final long BILLS = 3;
  private static final long VOICE = 4;
  private static final long AMAL = 11;
  private static final long SAM = 12;
  private static final UserId AMAL_ID = new UserId(AMAL);
  private static final UserId SAM_ID = new UserId(SAM);

  private final SmallFloor floor =
      new SmallFloor()
          .service(CHAT, Medium.CHAT)
          .service(EMAIL, Medium.EMAIL)
          .service(BILLS, Medium.CHAT)
          .service(VOICE, Medium.VOICE)
          .ready(AMAL, CHAT, EMAIL, VOICE);

  private static Give give(long work, boolean whole) {
    return new Give(new WorkId(work), AMAL_ID, SAM_ID, whole, "please");
  }

  /// Work of one conversation, which Amal has.
  private GiftRulesTest amalHas(long work, long service) {
    floor.ok(new Arrive(floor.work(work, service).in(77))).accept(work, AMAL);
    return this;
  }

  private Answer tell(Command command) {
    return floor.tell(command);
  }

  @Test
  void whatIsGivenToAColleagueIsOfferedToThemAloneWhateverTheyCanDo() {
    amalHas(100, CHAT);
    floor.ready(SAM).ready(13, CHAT).ok(give(100, false));
    assertThat(floor.where(100)).isEqualTo("offered 12");
    floor.accept(100, SAM);
    assertThat(floor.where(100)).isEqualTo("active 12");
    assertThat(tell(give(100, false))).isEqualTo(new Answer.Rejected(Reason.NOT_YOURS));
  }

  @Test
  void whatTheColleagueDeclinesIsWithItsGiverAgainThoughOthersAreFree() {
    amalHas(100, CHAT);
    floor.ready(SAM).ready(13, CHAT).ok(give(100, false));
    floor.ok(new Decline(new WorkId(100), SAM_ID, floor.offer(100)));
    assertThat(floor.where(100)).isEqualTo("active 11");
    assertThat(floor.agent(SAM).presence()).isEqualTo(Presence.DECLINED);
    floor.finish(100, AMAL);
  }

  @Test
  void whatNobodyAnswersComesBackToAGiverWhoIsNotReadyAsWell() {
    amalHas(100, CHAT);
    floor.ready(SAM).ok(give(100, false)).ok(new GoNotReady(AMAL_ID, "lunch")).afterSeconds(20);
    assertThat(floor.where(100)).isEqualTo("active 11");
  }

  @Test
  void aColleagueWhoseDesktopIsLostGivesItBackAtOnce() {
    amalHas(100, CHAT);
    floor.ready(SAM).ok(give(100, false)).ok(new SessionLost(SAM_ID));
    assertThat(floor.where(100)).isEqualTo("active 11");
  }

  @Test
  void whereTheGiverHasGoneItWaitsLikeOtherWork() {
    amalHas(100, CHAT);
    floor.ready(SAM).ok(give(100, true)).ok(new LogOut(AMAL_ID));
    floor.ok(new Decline(new WorkId(100), SAM_ID, floor.offer(100)));
    assertThat(floor.where(100)).isEqualTo("queued");
    floor.ready(13, CHAT);
    assertThat(floor.where(100)).isEqualTo("offered 13");
    floor.ok(new Decline(new WorkId(100), new UserId(13), floor.offer(100)));
    assertThat(floor.where(100)).as("it is nobody's gift any more").isEqualTo("queued");
  }

  @Test
  void whoIsAwayOrNotReadyOrHasTooMuchIsGivenNothing() {
    amalHas(100, CHAT).amalHas(101, CHAT);
    assertThat(tell(give(100, false))).isEqualTo(new Answer.Rejected(Reason.NOT_LOGGED_IN));
    floor.ready(SAM, EMAIL).ok(new SessionLost(SAM_ID));
    assertThat(tell(give(100, false))).isEqualTo(new Answer.Rejected(Reason.NO_SESSION));
    floor.ok(new Command.SessionOpened(SAM_ID)).ok(new GoNotReady(SAM_ID, "lunch"));
    assertThat(tell(give(100, false))).isEqualTo(new Answer.Rejected(Reason.NOT_READY));
    floor.ok(new Command.GoReady(SAM_ID));
    for (int work = 200; work < 203; work++)
      assertThat(floor.begin(work, EMAIL, SAM)).isEqualTo(Answer.DONE);
    assertThat(tell(give(100, true))).isEqualTo(new Answer.Rejected(Reason.NO_ROOM));
    assertThat(floor.where(100)).as("nothing has happened").isEqualTo("active 11");
    floor.ok(give(100, false));
    assertThat(tell(give(101, false)))
        .as("something rings there")
        .isEqualTo(new Answer.Rejected(Reason.NOT_READY));
  }

  @Test
  void aCallIsGivenToNobody() {
    assertThat(floor.begin(100, VOICE, AMAL)).isEqualTo(Answer.DONE);
    floor.ready(SAM, VOICE);
    assertThat(tell(give(100, false))).isEqualTo(new Answer.Rejected(Reason.OTHER_MEDIUM));
  }

  @Test
  void theRestOfTheConversationStaysUntilItIsAcceptedAndThenComesAlong() {
    amalHas(100, CHAT).amalHas(101, CHAT).amalHas(102, CHAT);
    var call = floor.work(103, VOICE).in(77);
    floor.ok(new Command.Begin(call, AMAL_ID)).ok(new Release(new WorkId(102), AMAL_ID));
    floor.ready(SAM).ok(give(100, true));
    assertThat(floor.where(101)).isEqualTo("active 11");
    floor.ok(new Accept(new WorkId(100), SAM_ID, floor.offer(100)));
    assertThat(floor.where(100)).isEqualTo("active 12");
    assertThat(floor.where(101)).isEqualTo("active 12");
    assertThat(floor.where(102)).as("it was over").isEqualTo("wrap-up 11");
    assertThat(floor.where(103)).as("a call goes by itself").isEqualTo("active 11");
  }

  @Test
  void whoeverAcceptsItFromAServiceGetsTheRestOfAnyMedium() {
    amalHas(100, EMAIL).amalHas(101, CHAT);
    floor.ok(new Transfer(new WorkId(101), AMAL_ID, new ServiceId(BILLS), true, "please"));
    assertThat(floor.where(101)).isEqualTo("queued");
    assertThat(floor.where(100)).isEqualTo("active 11");
    floor.ready(SAM, BILLS);
    floor.ok(new Decline(new WorkId(101), SAM_ID, floor.offer(101)));
    assertThat(floor.where(100)).isEqualTo("active 11");
    floor.ok(new Command.GoReady(SAM_ID)).after(Duration.ofSeconds(1)).accept(101, SAM);
    assertThat(floor.where(101)).isEqualTo("active 12");
    assertThat(floor.where(100)).isEqualTo("active 12");
  }

  @Test
  void whatWasAcceptedIsGivenNoMore() {
    amalHas(100, CHAT).amalHas(101, CHAT);
    floor.ready(SAM, BILLS).ok(give(100, true)).accept(100, SAM);
    floor.ok(new Transfer(new WorkId(100), SAM_ID, new ServiceId(CHAT)));
    floor.ok(new Decline(new WorkId(100), AMAL_ID, floor.offer(100)));
    assertThat(floor.where(100)).as("it waits, and goes back to nobody").isEqualTo("queued");
    assertThat(floor.where(101)).isEqualTo("active 12");
  }
}
