package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.IncomingPhoneCall;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.Outcome;
import org.hiwar.testing.Await;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.Workspaces;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// What a killed process leaves behind, and the next one finds.
@Tag("voice")
@Isolated("sweeps the calls of all workspaces")
class CallRecoveryTest {
  @Test
  void aCallWithoutAnEndGetsOneAndLeavesTheFloor() throws IOException {
    try (var centre = new CallWorkspace(1_013, Rule.OFF)) {
      var store = CallWorkspace.bean(CallDetailStore.class);
      var interactions = CallWorkspace.bean(InteractionStore.class);
      var now = Instant.now().minusSeconds(5);
      var calls = CallWorkspace.bean(Calls.class);
      var call =
          new IncomingPhoneCall(
              centre.service().id(), "+491701234567", CallWorkspace.NUMBER, null, now);
      var arrival = calls.arrive(centre.id(), call, _ -> List.of());
      calls.announce(centre.id(), arrival);
      store.begin(centre.id(), begun(arrival.interaction(), now));
      var consultations = CallWorkspace.bean(ConsultationStore.class);
      consultations.begin(centre.id(), asked(centre, arrival.interaction(), now));

      var next =
          new CallSweepJob(
              CallWorkspace.bean(CallOffice.class),
              new LiveCalls(store),
              interactions,
              CallWorkspace.bean(Workspaces.class));
      next.start();
      Await.until(
          () ->
              interactions.find(centre.id(), arrival.interaction()).orElseThrow().endedAt()
                  != null);
      next.stop();

      var ended = store.find(centre.id(), arrival.interaction()).orElseThrow();
      assertThat(ended.cause()).isEqualTo(CallEnd.Cause.DROPPED);
      assertThat(ended.result()).isEqualTo(CallResult.DROPPED);
      var asked = consultations.past(centre.id(), List.of(arrival.interaction())).getFirst();
      assertThat(asked.outcome()).isEqualTo(ConsultationDetail.Outcome.NOT_ANSWERED);
      var over = interactions.find(centre.id(), arrival.interaction()).orElseThrow();
      assertThat(over.outcome()).isEqualTo(Outcome.ABANDONED);
      assertThat(over.endedBy()).isEqualTo(EndedBy.SYSTEM);
    }
  }

  private static ConsultationDetail asked(CallWorkspace centre, InteractionId call, Instant at) {
    return new ConsultationDetail(
        new SideId(CallWorkspace.bean(CallOffice.class).ids().next()),
        call,
        UserId.of(centre.client("amal").id()),
        null,
        "+493090182033",
        at,
        null,
        null,
        null);
  }

  private static CallDetail begun(InteractionId interaction, Instant at) {
    return new CallDetail(
        interaction,
        Direction.INBOUND,
        "+491701234567",
        CallWorkspace.NUMBER,
        null,
        "lost",
        at,
        at,
        null,
        Duration.ZERO,
        null,
        null,
        null,
        null,
        null);
  }
}
