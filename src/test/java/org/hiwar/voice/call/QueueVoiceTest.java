package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.hiwar.testing.Await;
import org.hiwar.voice.Likeness;
import org.hiwar.voice.call.QueueRules.Announce;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.line.ServiceVoice;
import org.hiwar.voice.line.ServiceVoiceStore;
import org.hiwar.voice.media.sound.Clip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What callers are told while they wait, through the whole application.
@Tag("voice")
class QueueVoiceTest {
  private static final Clip MUSIC = Likeness.HOLD_MUSIC;

  private final CallWorkspace centre = new CallWorkspace(1_013, Rule.OFF);

  QueueVoiceTest() throws IOException {}

  @AfterEach
  void close() {
    centre.close();
  }

  private void announces(Announce what) {
    CallWorkspace.bean(ServiceVoiceStore.class)
        .set(
            centre.id(),
            centre.service().id(),
            new ServiceVoice(null, Rule.OFF, new QueueRules.Rule(what, Duration.ofSeconds(20))));
  }

  private static void hears(Telephone.Talk call, Clip clip) {
    Await.until(() -> Likeness.of(call.customer.lately(), clip) > 0.9);
  }

  private static void hasHeard(Telephone.Talk call, Clip clip) {
    Await.until(() -> call.customer.hasHeard(clip));
  }

  @Test
  void whoWaitsIsToldTheirPlaceAndHearsMusicAgain() throws Exception {
    announces(Announce.POSITION);
    var words = Sounds.ours().queue(null);
    try (var first = centre.telephone().calls("+491701234567");
        var second = centre.telephone().calls("+491701234568")) {
      hears(first, MUSIC);
      hasHeard(first, words.position(1));
      hasHeard(second, words.position(2));
      hears(first, MUSIC);
    }
  }

  @Test
  void theAgentIsHeardAtOnceWhileSomethingIsAnnounced() throws Exception {
    announces(Announce.POSITION);
    try (var agent = centre.agent("amal", 1_710);
        var call = centre.telephone().calls("+491701234567")) {
      hears(call, Sounds.ours().queue(null).position(1));
      agent.ready();
      var id = agent.accepts();
      Await.until(() -> call.customer.hears(1_710));
      agent.shows(id, "state", "CONNECTED");
    }
  }

  /// Three were served at once, so it takes less than a minute.
  @Test
  void whoWaitsIsToldHowLongItMayTakeOnceThatIsKnown() throws Exception {
    announces(Announce.WAIT);
    try (var agent = centre.agent("amal", 1_710)) {
      agent.ready();
      for (int i = 0; i < 3; i++) isServed(agent);
      agent.agent.leaveFloor().ok();
      try (var call = centre.telephone().calls("+491701234567")) {
        hears(call, MUSIC);
        hasHeard(call, Sounds.ours().queue(null).expectedWait(Duration.ofMinutes(1)));
        hears(call, MUSIC);
      }
    }
  }

  private void isServed(DeskPhone agent) throws Exception {
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = agent.accepts();
      Await.until(() -> call.customer.hears(1_710));
      agent.agent.end(id).ok();
      call.ended();
      agent.shows(id, "state", "ENDED");
    }
    var conversation = agent.agent.snapshot().at("/conversations/0/id").asString();
    agent.agent.complete(conversation, 0, null, "").ok();
    Await.until(() -> agent.agent.snapshot().get("conversations").isEmpty());
  }

  @Test
  void everySentenceIsThereInBothLanguages() {
    for (var language : new String[] {"en", "ar"}) {
      var words = Sounds.ours().queue(language);
      for (int i = 1; i < 20; i++)
        assertThat(words.position(i).length()).isGreaterThan(Duration.ofMillis(500));
      assertThat(words.position(11)).isSameAs(words.position(12));
      for (int minutes = 1; minutes < 40; minutes++)
        assertThat(words.expectedWait(Duration.ofMinutes(minutes)).length())
            .isGreaterThan(Duration.ofMillis(500));
      assertThat(words.expectedWait(Duration.ofSeconds(61)))
          .as("rounded up")
          .isSameAs(words.expectedWait(Duration.ofMinutes(2)));
    }
  }
}
