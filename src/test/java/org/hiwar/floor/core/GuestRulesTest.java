package org.hiwar.floor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.Depart;
import org.hiwar.floor.core.Command.Dismiss;
import org.hiwar.floor.core.Command.GoNotReady;
import org.hiwar.floor.core.Command.HandOver;
import org.hiwar.floor.core.Command.Invite;
import org.hiwar.floor.core.Command.Join;
import org.hiwar.floor.core.Command.LogOut;
import org.hiwar.floor.core.Command.Release;
import org.hiwar.floor.core.Command.SessionLost;
import org.hiwar.floor.core.Command.SessionOpened;
import org.hiwar.floor.core.Command.StepIn;
import org.hiwar.floor.core.Command.Transfer;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;

/// Who is in written work beside the agent who has it, one sentence each.
class GuestRulesTest {
  private static final long CHAT = 1;
  private static final long BILLS = 2;
  private static final long VOICE = 3;
  private static final UserId AMAL = new UserId(11);
  private static final UserId SAM = new UserId(12);
  private static final UserId RANA = new UserId(13);
  private static final WorkId WORK = new WorkId(100);
  private static final WorkId SECOND = new WorkId(101);

  private final SmallFloor floor =
      new SmallFloor()
          .service(CHAT, Medium.CHAT)
          .service(BILLS, Medium.CHAT)
          .service(VOICE, Medium.VOICE)
          .ready(11, CHAT, VOICE)
          .ready(12)
          .ready(13);

  GuestRulesTest() {
    amalHas(WORK, CHAT);
  }

  private void amalHas(WorkId work, long service) {
    floor.ok(new Arrive(floor.work(work.value(), service).in(77))).accept(work.value(), 11);
  }

  private static Invite invite(UserId guest) {
    return new Invite(WORK, AMAL, guest, "look");
  }

  private void samIsIn() {
    floor.ok(invite(SAM)).ok(new Join(WORK, SAM));
  }

  /// What somebody is in as a guest, and whether they have come in.
  private List<String> visits(UserId agent) {
    return floor.agent(agent.value()).visits().stream()
        .map(visit -> visit.work() + (visit.guest().joined() ? " in" : " asked"))
        .toList();
  }

  private Answer rejected(Reason why) {
    return new Answer.Rejected(why);
  }

  @Test
  void whoIsAskedRingsAndJoinsWithTheMediumsShareAndItsHostKeepsTheWork() {
    floor.ok(invite(SAM));
    assertThat(visits(SAM)).containsExactly("100 asked");
    assertThat(floor.agent(12).status()).isEqualTo(WorkStatus.RINGING);
    floor.ok(new Join(WORK, SAM));
    assertThat(visits(SAM)).containsExactly("100 in");
    assertThat(floor.agent(12).status()).isEqualTo(WorkStatus.BUSY);
    assertThat(floor.agent(12).used()).isEqualTo(Medium.CHAT.share());
    assertThat(floor.agent(11).used()).isEqualTo(Medium.CHAT.share());
    assertThat(floor.where(100)).isEqualTo("active 11");
  }

  @Test
  void whoDoesNotAnswerOrDeclinesStaysAsTheyWere() {
    floor.ok(invite(SAM)).ok(invite(RANA)).ok(new Depart(WORK, RANA));
    assertThat(visits(RANA)).isEmpty();
    floor.afterSeconds(30);
    assertThat(visits(SAM)).isEmpty();
    assertThat(floor.agent(12).presence()).isEqualTo(Presence.READY);
    assertThat(floor.agent(13).presence()).isEqualTo(Presence.READY);
    assertThat(floor.tell(new Join(WORK, SAM))).isEqualTo(new Answer.Ignored(Reason.LATE));
  }

  @Test
  void anInvitationThatIsOverDoesNotEndTheNext() {
    floor.ok(invite(SAM)).afterSeconds(10).ok(new Depart(WORK, SAM)).ok(invite(SAM));
    floor.afterSeconds(15);
    assertThat(visits(SAM)).containsExactly("100 asked");
  }

  @Test
  void whoIsNotReadyCanBeAskedAndWhoRingsOrIsNotThereCannot() {
    floor.ok(new GoNotReady(SAM, "lunch")).ok(invite(SAM));
    assertThat(floor.tell(new Invite(WORK, AMAL, new UserId(14), "")))
        .isEqualTo(rejected(Reason.NOT_LOGGED_IN));
    floor.ok(new SessionLost(RANA));
    assertThat(floor.tell(invite(RANA))).isEqualTo(rejected(Reason.NO_SESSION));
    amalHas(SECOND, CHAT);
    assertThat(floor.tell(new Invite(SECOND, AMAL, SAM, ""))).isEqualTo(rejected(Reason.NOT_READY));
    assertThat(floor.tell(new Invite(WORK, RANA, SAM, ""))).isEqualTo(rejected(Reason.NOT_YOURS));
  }

  @Test
  void aCallIsNotAskedInto() {
    amalHas(SECOND, VOICE);
    assertThat(floor.tell(new Invite(SECOND, AMAL, SAM, "")))
        .isEqualTo(rejected(Reason.OTHER_MEDIUM));
    assertThat(floor.tell(new StepIn(SECOND, SAM))).isEqualTo(rejected(Reason.OTHER_MEDIUM));
  }

  @Test
  void theHostTakesAGuestOutAndNobodyElseDoes() {
    samIsIn();
    floor.ok(new StepIn(WORK, RANA));
    assertThat(floor.tell(new Dismiss(WORK, RANA, SAM))).isEqualTo(rejected(Reason.NOT_YOURS));
    assertThat(floor.tell(new Dismiss(WORK, AMAL, RANA))).isEqualTo(rejected(Reason.NOT_YOURS));
    floor.ok(new Dismiss(WORK, AMAL, SAM));
    assertThat(visits(SAM)).isEmpty();
    assertThat(visits(RANA)).containsExactly("100 in");
    floor.ok(new Depart(WORK, RANA));
    assertThat(visits(RANA)).isEmpty();
  }

  @Test
  void whenItEndsItEndsForAllAndOnlyTheHostWrapsUp() {
    samIsIn();
    floor.ok(invite(RANA)).ok(new Release(WORK, AMAL));
    assertThat(visits(SAM)).isEmpty();
    assertThat(visits(RANA)).isEmpty();
    assertThat(floor.where(100)).isEqualTo("wrap-up 11");
    assertThat(floor.agent(12).status()).isEqualTo(WorkStatus.IDLE);
  }

  @Test
  void aGuestWhoLogsOffOrStaysAwayLeaves() {
    samIsIn();
    floor.ok(new StepIn(WORK, RANA)).ok(new LogOut(SAM));
    assertThat(visits(SAM)).isEmpty();
    assertThat(floor.agent(12).presence()).isEqualTo(Presence.LOGGED_OUT);
    floor.ok(new SessionLost(RANA)).afterSeconds(50);
    assertThat(visits(RANA)).containsExactly("100 in");
    floor.ok(new SessionOpened(RANA)).afterSeconds(50);
    assertThat(visits(RANA)).containsExactly("100 in");
    floor.ok(new SessionLost(RANA)).afterSeconds(60);
    assertThat(visits(RANA)).isEmpty();
  }

  @Test
  void whoIsAskedAndLosesTheSessionIsNotAskedAnyMore() {
    floor.ok(invite(SAM)).ok(new SessionLost(SAM));
    assertThat(visits(SAM)).isEmpty();
  }

  @Test
  void aGuestStaysWhileItWaitsForAnotherHost() {
    samIsIn();
    floor.ok(new Transfer(WORK, AMAL, new ServiceId(BILLS)));
    assertThat(floor.where(100)).isEqualTo("queued");
    assertThat(visits(SAM)).containsExactly("100 in");
    floor.ready(14, BILLS).accept(100, 14);
    assertThat(visits(SAM)).containsExactly("100 in");
    floor.ok(new Dismiss(WORK, new UserId(14), SAM));
    assertThat(visits(SAM)).isEmpty();
  }

  @Test
  void aGuestGoesOnAsHostWithTheRestOfTheConversationAndTheHostIsOut() {
    samIsIn();
    amalHas(SECOND, CHAT);
    assertThat(floor.tell(new HandOver(WORK, AMAL, RANA))).isEqualTo(rejected(Reason.NOT_ENGAGED));
    floor.ok(new HandOver(WORK, AMAL, SAM));
    assertThat(floor.where(100)).isEqualTo("active 12");
    assertThat(floor.where(101)).isEqualTo("active 12");
    assertThat(visits(SAM)).isEmpty();
    assertThat(floor.agent(11).held()).isEmpty();
    assertThat(floor.agent(12).used()).isEqualTo(2 * Medium.CHAT.share());
  }

  @Test
  void whoIsOnlyAskedGetsNothing() {
    floor.ok(invite(SAM));
    assertThat(floor.tell(new HandOver(WORK, AMAL, SAM))).isEqualTo(rejected(Reason.NOT_ENGAGED));
  }

  @Test
  void thereAreNoMoreThanFive() {
    for (long agent = 20; agent < 25; agent++)
      floor.ready(agent).ok(new StepIn(WORK, new UserId(agent)));
    assertThat(floor.tell(invite(SAM))).isEqualTo(rejected(Reason.FULL));
    assertThat(floor.tell(new StepIn(WORK, SAM))).isEqualTo(rejected(Reason.FULL));
  }
}
