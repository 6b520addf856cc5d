package org.hiwar.desktop.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.conversation.ConversationId;
import org.hiwar.desktop.wire.DeskEvent.ConversationRemoved.Why;
import org.hiwar.desktop.wire.OutView;
import org.hiwar.desktop.wire.PresenceView;
import org.hiwar.desktop.wire.PreviewView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeskTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FakeTruth truth = new FakeTruth();
  private final AtomicLong repairs = new AtomicLong();
  private Set<Long> watched = Set.of();
  private final Desk desk =
      new Desk("d1", truth, new Watch(), JSON::writeValueAsString, Comparing.usually(repairs));

  /// Nobody remembers what changed while something was read.
  private final class Watch implements Desk.Watch {
    @Override
    public long changes() {
      return 0;
    }

    @Override
    public boolean only(Set<Long> ids, long since) {
      boolean isNew = !watched.containsAll(ids);
      watched = Set.copyOf(ids);
      return isNew;
    }
  }

  @BeforeEach
  void start() {
    desk.start();
  }

  @AfterEach
  void end() {
    desk.end();
  }

  @Test
  void aSnapshotShowsTheTruthAndNamesItsOffset() {
    truth.put(Views.conversation(1, 3));
    var state = desk.snapshot().join();
    assertThat(state.desk()).isEqualTo("d1");
    assertThat(state.presence()).isEqualTo(Views.READY);
    assertThat(state.conversations()).containsExactly(Views.conversation(1, 3));
  }

  @Test
  void whyAGuestIsOutIsToldToPagesThatAreLoadedAnewUnlessTheyAreBack() {
    truth.put(Views.conversation(1, 3));
    var window = openedWindow();
    truth.remove(1, Why.REMOVED);
    desk.agentChanged();
    long offset = awaitFrames(window, 1).getLast().get("offset").asLong();
    var out = new OutView(offset, Views.conversation(1, 3).withoutMessages(), Why.REMOVED);
    assertThat(desk.snapshot().join().outs()).containsExactly(out);
    assertThat(desk.snapshot().join().outs()).containsExactly(out);
    truth.put(Views.conversation(1, 3));
    desk.agentChanged();
    awaitFrames(window, 2);
    assertThat(desk.snapshot().join().outs()).isEmpty();
  }

  @Test
  void whyAGuestIsOutIsForgottenAfterAMinute() {
    var shown = new Shown();
    var view = Views.conversation(1, 0);
    shown.become(new DeskSource.Everything(Views.READY, null, null, List.of(view)));
    var part =
        new DeskSource.Part(
            Views.READY, null, null, Set.of(), List.of(), Map.of(view.id(), Why.ENDED));
    var outs = new Outs();
    outs.note(part, shown, 1, 0);
    long minute = DeskLimits.KEPT_OUT.toNanos();
    assertThat(outs.at(minute - 1)).hasSize(1);
    assertThat(outs.at(minute)).isEmpty();
  }

  @Test
  void aMarkedChangeIsSentAsTheWholeView() {
    var window = openedWindow();
    truth.put(Views.conversation(1, 0));
    desk.agentChanged();
    var frame = awaitFrames(window, 1).getLast();
    assertThat(frame.at("/events/0/type").asString()).isEqualTo("conversationChanged");
    assertThat(frame.at("/events/0/conversation/id").asString()).isEqualTo("1");
  }

  @Test
  void aStoredMessageIsSentWithItsContentAndWithoutReading() {
    truth.put(Views.conversation(1, 0));
    var window = openedWindow();
    int reads = settledReads();
    desk.messageStored(Views.stored(1, 1));
    var frame = awaitFrames(window, 1).getLast();
    assertThat(frame.at("/events/0/type").asString()).isEqualTo("messageAdded");
    assertThat(frame.at("/events/0/message/text").asString()).isEqualTo("message 1");
    assertThat(truth.reads()).isEqualTo(reads);
  }

  @Test
  void aMessageThatComesTwiceIsSentOnce() {
    truth.put(Views.conversation(1, 0));
    var window = openedWindow();
    desk.messageStored(Views.stored(1, 1));
    desk.messageStored(Views.stored(1, 1));
    desk.messageStored(Views.stored(1, 2));
    await().until(() -> messages(window).size() == 2);
    desk.snapshot().join();
    assertThat(messages(window)).containsExactly(1L, 2L);
  }

  @Test
  void aMissingMessageIsReadFromTheTruth() {
    truth.put(Views.conversation(1, 0));
    var window = openedWindow();
    truth.put(Views.conversation(1, 3));
    desk.messageStored(Views.stored(1, 3));
    await().until(() -> messages(window).size() == 3);
    assertThat(messages(window)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void readingSendsOnlyHowFar() {
    truth.put(Views.conversation(1, 3));
    var window = openedWindow();
    int reads = settledReads();
    truth.put(Views.conversation(1, 3).readTo(3));
    desk.read(new ConversationId(1), 3);
    var frame = awaitFrames(window, 1).getLast();
    assertThat(frame.at("/events/0/type").asString()).isEqualTo("conversationRead");
    assertThat(frame.at("/events/0/seq").asLong()).isEqualTo(3);
    assertThat(truth.reads()).isEqualTo(reads);
  }

  @Test
  void aConversationThatLeftTheDeskIsRemoved() {
    truth.put(Views.conversation(1, 0));
    var window = openedWindow();
    truth.remove(1);
    desk.agentChanged();
    assertThat(awaitFrames(window, 1).getLast().at("/events/0/type").asString())
        .isEqualTo("conversationRemoved");
    await().until(() -> watched.isEmpty());
  }

  @Test
  void aChangeOfAnInteractionRefreshesTheConversationThatShowsIt() {
    truth.put(Views.conversation(1, 0));
    var window = openedWindow();
    truth.put(Views.conversation(1, 1));
    desk.changed(10);
    await().until(() -> messages(window).size() == 1);
  }

  @Test
  void aCallOfAColleagueComesChangesAndGoes() {
    var window = openedWindow();
    truth.sideCall(Views.sideCall(false));
    desk.agentChanged();
    var event = awaitFrames(window, 1).getLast().at("/events/0");
    assertThat(event.get("type").asString()).isEqualTo("sideCall");
    assertThat(event.at("/sideCall/with/name").asString()).isEqualTo("Sam");
    truth.sideCall(Views.sideCall(true));
    desk.agentChanged();
    event = awaitFrames(window, 2).getLast().at("/events/0");
    assertThat(event.at("/sideCall/muted").asBoolean()).isTrue();
    assertThat(desk.snapshot().join().sideCall()).isEqualTo(Views.sideCall(true));
    truth.sideCall(null);
    desk.agentChanged();
    event = awaitFrames(window, 3).getLast().at("/events/0");
    assertThat(event.get("sideCall").isNull()).isTrue();
  }

  @Test
  void aCallingRecordComesChangesAndGoes() {
    var window = openedWindow();
    truth.preview(Views.preview(PreviewView.State.OFFERED));
    desk.agentChanged();
    var event = awaitFrames(window, 1).getLast().at("/events/0");
    assertThat(event.get("type").asString()).isEqualTo("preview");
    assertThat(event.at("/preview/campaign/name").asString()).isEqualTo("Renewals");
    truth.preview(Views.preview(PreviewView.State.REVIEWING));
    desk.agentChanged();
    event = awaitFrames(window, 2).getLast().at("/events/0");
    assertThat(event.at("/preview/state").asString()).isEqualTo("REVIEWING");
    assertThat(desk.snapshot().join().previews())
        .containsExactly(Views.preview(PreviewView.State.REVIEWING));
    truth.preview(null);
    desk.agentChanged();
    event = awaitFrames(window, 3).getLast().at("/events/0");
    assertThat(event.get("preview").isNull()).isTrue();
    assertThat(desk.snapshot().join().previews()).isEmpty();
  }

  @Test
  void nothingIsSentWhenNothingChanged() {
    truth.put(Views.conversation(1, 2));
    var window = openedWindow();
    long before = desk.snapshot().join().offset();
    desk.agentChanged();
    desk.anythingChanged();
    assertThat(desk.snapshot().join().offset()).isEqualTo(before);
    assertThat(frames(window)).isEmpty();
  }

  @Test
  void aWindowThatComesBackGetsWhatItMissed() {
    truth.put(Views.conversation(1, 0));
    settledReads();
    long offset = desk.snapshot().join().offset();
    truth.put(Views.conversation(1, 1));
    desk.messageStored(Views.stored(1, 1));
    assertThat(desk.snapshot().join().offset()).isEqualTo(offset + 1);
    var window = new FakeWindow();
    desk.open(window.window, "d1", offset);
    await().until(() -> !frames(window).isEmpty());
    assertThat(window.got()).noneMatch(t -> t.contains("resync"));
  }

  @Test
  void aWindowOfAnotherLifeOfTheDeskReadsTheSnapshotAgain() {
    var window = new FakeWindow();
    desk.open(window.window, "another", 0L);
    await().until(() -> window.got().contains("{\"resync\":true}"));
  }

  @Test
  void allWindowsGetTheSameFrames() {
    var one = openedWindow();
    var two = openedWindow();
    truth.put(Views.conversation(1, 0));
    desk.agentChanged();
    assertThat(awaitFrames(one, 1)).isEqualTo(awaitFrames(two, 1));
  }

  @Test
  void aWindowThatDoesNotReadIsDroppedAndHoldsUpNobody() {
    truth.put(Views.conversation(1, 0));
    var slow = openedWindow();
    var quick = openedWindow();
    slow.stopReading();
    for (int seq = 1; seq <= 600; seq++) {
      int wanted = seq;
      desk.messageStored(Views.stored(1, seq));
      await().pollInterval(Duration.ofMillis(1)).until(() -> messages(quick).size() >= wanted);
      if (slow.closed() != null) break;
    }
    await().until(() -> slow.closed() == Outbox.Reason.SLOW);
    assertThat(quick.closed()).isNull();
  }

  @Test
  void whatCouldNotBeReadIsReadLaterAndNothingIsForgotten() {
    var window = openedWindow();
    truth.away(true);
    truth.put(Views.conversation(1, 1));
    desk.agentChanged();
    await().until(desk::isBehind);
    truth.away(false);
    assertThat(awaitFrames(window, 1).getLast().at("/events/0/type").asString())
        .isEqualTo("conversationChanged");
    assertThat(desk.isBehind()).isFalse();
  }

  @Test
  void moreMessagesThanTheDeskHoldsAreReadFromTheTruth() {
    truth.put(Views.conversation(1, 0));
    var window = openedWindow();
    int all = DeskLimits.WAITING_MESSAGES + 500;
    truth.away(true);
    desk.agentChanged();
    await().until(desk::isBehind);
    for (int seq = 1; seq <= all; seq++) desk.messageStored(Views.stored(1, seq));
    truth.put(Views.conversation(1, all));
    truth.away(false);
    await().until(() -> desk.snapshot().join().conversations().getFirst().lastSeq() == all);
    assertThat(window.closed()).isNull();
  }

  @Test
  void aPresenceChangeIsSent() {
    var window = openedWindow();
    truth.presence(
        new PresenceView(
            PresenceView.State.NOT_READY,
            "LOGIN",
            null,
            PresenceView.WorkStatus.IDLE,
            Views.T0,
            0));
    desk.agentChanged();
    assertThat(awaitFrames(window, 1).getLast().at("/events/0/presence/reason").asString())
        .isEqualTo("LOGIN");
  }

  private FakeWindow openedWindow() {
    var state = desk.snapshot().join();
    settledReads();
    var window = new FakeWindow();
    desk.open(window.window, state.desk(), desk.snapshot().join().offset());
    await().until(() -> desk.windows().contains(window.window));
    return window;
  }

  /// The number of reads once the second look at what is newly watched is over.
  private int settledReads() {
    desk.snapshot().join();
    desk.snapshot().join();
    return truth.reads();
  }

  private static List<JsonNode> frames(FakeWindow window) {
    return window.got().stream().map(JSON::readTree).filter(n -> n.has("offset")).toList();
  }

  private static List<JsonNode> awaitFrames(FakeWindow window, int count) {
    await().until(() -> frames(window).size() >= count);
    return frames(window);
  }

  private static List<Long> messages(FakeWindow window) {
    return frames(window).stream()
        .flatMap(f -> f.get("events").valueStream())
        .filter(e -> e.get("type").asString().equals("messageAdded"))
        .map(e -> e.at("/message/seq").asLong())
        .toList();
  }
}
