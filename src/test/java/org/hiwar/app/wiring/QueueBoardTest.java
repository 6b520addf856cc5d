package org.hiwar.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hiwar.conversation.InteractionId;
import org.hiwar.floor.core.By;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkState;
import org.hiwar.voice.call.QueuePlaces.Place;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;

/// Where callers stand, as the floor's events tell it.
class QueueBoardTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId(1);
  private static final ServiceId ORDERS = new ServiceId(10);
  private static final ServiceId RETURNS = new ServiceId(11);
  private static final UserId AMAL = new UserId(20);
  private static final SkillId ARABIC = new SkillId(30);
  private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

  private final QueueBoard board = new QueueBoard();

  private static Instant at(int seconds) {
    return NINE.plusSeconds(seconds);
  }

  private void tell(Event... events) {
    board.committed(WORKSPACE, 1, List.of(events));
  }

  private static Work call(int id, int second, SkillId... skills) {
    return new Work(
        new WorkId(id), ORDERS, Medium.VOICE, List.of(skills), 0, at(second), null, false);
  }

  private void queued(Work work) {
    tell(
        new Event.WorkQueued(
            work, new WorkState.Queued(0, work.arrivedAt(), null, null), work.arrivedAt()));
  }

  private void accepted(int id, int second) {
    tell(new Event.WorkAccepted(new WorkId(id), Medium.VOICE, AMAL, at(second)));
  }

  private Optional<Place> place(int id) {
    return board.place(WORKSPACE, new InteractionId(id));
  }

  private int number(int id) {
    return place(id).orElseThrow().number();
  }

  @Test
  void callersStandInTheOrderInWhichTheyCame() {
    queued(call(2, 2));
    queued(call(1, 1));
    queued(call(3, 3));
    assertThat(number(1)).isEqualTo(1);
    assertThat(number(3)).isEqualTo(3);
    accepted(1, 10);
    assertThat(place(1)).isEmpty();
    assertThat(number(3)).isEqualTo(2);
  }

  @Test
  void whoRingsAtAnAgentStillWaits() {
    queued(call(1, 1));
    tell(new Event.WorkOffered(new WorkId(1), Medium.VOICE, AMAL, 1, at(2), at(20)));
    assertThat(number(1)).isEqualTo(1);
  }

  @Test
  void whoNeedsAnotherLanguageStandsInAnotherLine() {
    queued(call(1, 1, ARABIC));
    queued(call(2, 2));
    assertThat(number(2)).isEqualTo(1);
  }

  @Test
  void chatsDoNotStandThere() {
    queued(new Work(new WorkId(1), ORDERS, Medium.CHAT, List.of(), 0, at(1), null, false));
    queued(call(2, 2));
    assertThat(place(1)).isEmpty();
    assertThat(number(2)).isEqualTo(1);
  }

  @Test
  void whoHangsUpStandsInNobodysWay() {
    queued(call(1, 1));
    queued(call(2, 2));
    tell(
        new Event.WorkEnded(
            new WorkId(1), Medium.VOICE, null, WorkState.Outcome.ABANDONED, By.CUSTOMER, at(3)));
    assertThat(number(2)).isEqualTo(1);
  }

  @Test
  void whoIsGivenToAnotherServiceStandsThereWhereTheirArrivalPutsThem() {
    queued(call(1, 1));
    accepted(1, 5);
    var later = new Work(new WorkId(2), RETURNS, Medium.VOICE, List.of(), 0, at(4), null, false);
    queued(later);
    tell(new Event.WorkTransferred(new WorkId(1), Medium.VOICE, AMAL, RETURNS, null, "", at(6)));
    assertThat(place(1)).get().extracting(Place::service).isEqualTo(RETURNS);
    assertThat(number(1)).isEqualTo(1);
    assertThat(number(2)).isEqualTo(2);
  }

  @Test
  void aCallThatAnAgentBeganWaitsOnceItIsGivenAway() {
    tell(new Event.WorkBegan(call(1, 1), AMAL, at(1)));
    assertThat(place(1)).isEmpty();
    tell(new Event.WorkTransferred(new WorkId(1), Medium.VOICE, AMAL, ORDERS, null, null, at(6)));
    assertThat(number(1)).isEqualTo(1);
  }

  @Test
  void theWaitIsWhatAPlaceHasCostThoseWhoWereServedLast() {
    for (int i = 1; i <= 4; i++) queued(call(i, 0));
    for (int i = 1; i <= 2; i++) accepted(i, 60 * i);
    assertThat(place(4).orElseThrow().expected()).as("two say too little").isNull();
    accepted(3, 180);
    queued(call(5, 200));
    assertThat(place(4).orElseThrow().expected()).isEqualTo(Duration.ofMinutes(1));
    assertThat(place(5).orElseThrow().expected()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void whatIsLongAgoSaysNothing() {
    for (int i = 1; i <= 3; i++) {
      queued(call(i, 0));
      accepted(i, 60);
    }
    queued(call(4, 2 * 3_600));
    accepted(4, 2 * 3_600 + 30);
    queued(call(5, 2 * 3_600 + 40));
    assertThat(place(5).orElseThrow().expected()).isNull();
  }

  @Test
  void afterTheFloorWasReadAnewNothingIsKnown() {
    queued(call(1, 1));
    board.restored(WORKSPACE);
    assertThat(place(1)).isEmpty();
    queued(call(2, 2));
    assertThat(number(2)).isEqualTo(1);
  }
}
