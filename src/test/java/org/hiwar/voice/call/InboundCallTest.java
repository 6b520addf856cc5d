package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.testing.Await;
import org.hiwar.voice.Likeness;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.media.sound.Clip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Calls over a trunk to an agent's Chromium, through the whole application. The tones of both lie
/// between the notes of the music.
@Tag("voice")
class InboundCallTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;
  private static final Clip MUSIC = Likeness.HOLD_MUSIC;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final DeskPhone agent = centre.agent("amal", AGENT);

  InboundCallTest() throws IOException {}

  @AfterEach
  void close() {
    agent.close();
    centre.close();
  }

  @Test
  void aCallerHearsMusicThenTheAgentAndHangsUp() throws Exception {
    try (var call = centre.telephone().calls("+491701234567")) {
      Await.until(() -> Likeness.of(call.customer.lately(), MUSIC) > 0.98);
      agent.ready();
      var id = agent.accepts();

      Await.until(() -> agent.browser.hears(CUSTOMER));
      Await.until(() -> call.customer.hears(AGENT));
      agent.shows(id, "state", "CONNECTED");
      call.hangUp();

      Await.until(
          () -> agent.interaction(id).orElseThrow().get("state").asString().equals("WRAP_UP"));
      var detail = ended(id);
      assertThat(detail.endedBy()).isEqualTo(EndedBy.CUSTOMER);
      assertThat(detail.cause()).isEqualTo(CallEnd.Cause.HUNG_UP);
      assertThat(detail.result()).isNull();
      assertThat(detail.caller()).isEqualTo("+491701234567");
      assertThat(detail.joined()).isNotNull();
      assertThat(detail.talked()).isPositive();
      agent.shows(id, "state", "ENDED");
      Await.until(agent.browser::hearsNothing);
    }
  }

  @Test
  void theAgentEndsTheCall() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("")) {
      var id = agent.accepts();
      Await.until(() -> call.customer.hears(AGENT));
      agent.agent.end(id).ok();

      call.ended();
      var detail = ended(id);
      assertThat(detail.endedBy()).isEqualTo(EndedBy.AGENT);
      assertThat(detail.caller()).isEmpty();
    }
  }

  private CallDetail ended(String id) {
    var store = CallWorkspace.bean(CallDetailStore.class);
    var call = InteractionId.of(id);
    Await.until(() -> store.find(centre.id(), call).orElseThrow().ended() != null);
    return store.find(centre.id(), call).orElseThrow();
  }
}
