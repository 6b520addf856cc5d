package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.interaction;

import java.time.Instant;
import java.util.List;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.IncomingPhoneCall;
import org.hiwar.conversation.InteractionId;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.voice.call.AgentWork;
import org.hiwar.voice.call.AgentWork.Engaged;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Colleagues, and a call that goes from one to the other. The telephone itself is played by the
/// test.
@Tag("api")
class ColleagueTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  private OpenDesk callable(String login) {
    var desk = OpenDesk.of(shop.agent(login, "en")).ready();
    assertThat(ask(new Command.DeviceReady(user(desk)))).isEqualTo(Answer.DONE);
    return desk;
  }

  private static UserId user(OpenDesk desk) {
    return UserId.of(desk.agent().id());
  }

  private Answer ask(Command command) {
    var reply = RunningHiwar.bean(Floors.class).submit(shop.workspace(), command, "").join();
    return ((Reply.Answered) reply).answer();
  }

  private static AgentWork work() {
    return RunningHiwar.bean(AgentWork.class);
  }

  private InteractionId callOf(OpenDesk agent) {
    var calls = RunningHiwar.bean(Calls.class);
    var call =
        new IncomingPhoneCall(shop.voice(), "+493012345678", "+4930901820", "en", Instant.now());
    calls.announce(shop.workspace(), calls.arrive(shop.workspace(), call, _ -> List.of()));
    return InteractionId.of(interaction(agent.acceptOffer()));
  }

  private static JsonNode colleagues(OpenDesk desk) {
    return desk.agent().get("/api/colleagues").ok().body();
  }

  private static JsonNode colleague(OpenDesk desk, OpenDesk other) {
    return colleagues(desk)
        .valueStream()
        .filter(c -> c.get("id").asString().equals(other.agent().id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoIsPutFirstIsSoForThatAgentAloneUntilPutBack() {
    try (var sam = OpenDesk.of(shop.agent("sam", "en"));
        var amal = OpenDesk.of(shop.agent("amal", "en"))) {
      var path = "/api/colleagues/" + sam.agent().id() + "/favourite";
      assertThat(colleague(amal, sam).get("favourite").asBoolean()).isFalse();
      amal.agent().send("PUT", path, null).ok();
      amal.agent().send("PUT", path, null).ok();
      assertThat(colleague(amal, sam).get("favourite").asBoolean()).isTrue();
      assertThat(colleague(sam, amal).get("favourite").asBoolean()).isFalse();
      amal.agent().send("DELETE", path, null).ok();
      assertThat(colleague(amal, sam).get("favourite").asBoolean()).isFalse();
    }
  }

  @Test
  void anAgentSeesTheOthersByNameAndWhoCanBeCalled() {
    try (var sam = OpenDesk.of(shop.agent("sam", "en"));
        var amal = callable("amal")) {
      shop.agent("zoe", "en");
      assertThat(colleagues(amal).valueStream().map(c -> c.get("name").asString()))
          .hasSize(2)
          .isSorted();
      assertThat(colleague(amal, sam).get("callable").asBoolean()).as("no telephone").isFalse();
      assertThat(colleague(amal, sam).at("/presence/state").asString()).isEqualTo("NOT_READY");
      assertThat(colleague(sam, amal).get("callable").asBoolean()).isTrue();
      assertThat(colleague(sam, amal).at("/presence/workStatus").asString()).isEqualTo("IDLE");
      var unused = callOf(amal);
      assertThat(colleague(sam, amal).get("callable").asBoolean()).as("on a call").isFalse();
      assertThat(colleague(sam, amal).at("/presence/workStatus").asString()).isEqualTo("BUSY");
    }
  }

  @Test
  void whoIsEngagedIsBusyUntilItIsOver() {
    try (var sam = callable("sam");
        var amal = callable("amal")) {
      assertThat(work().engage(shop.workspace(), user(amal))).isEqualTo(Engaged.ENGAGED);
      amal.presence("READY", "BUSY");
      assertThat(colleague(sam, amal).get("callable").asBoolean()).isFalse();
      assertThat(work().engage(shop.workspace(), user(amal))).isEqualTo(Engaged.BUSY);
      work().disengage(shop.workspace(), user(amal));
      amal.presence("READY", "IDLE");
      assertThat(ask(new Command.DeviceGone(user(amal)))).isEqualTo(Answer.DONE);
      assertThat(work().engage(shop.workspace(), user(amal))).isEqualTo(Engaged.NO_DEVICE);
    }
  }

  @Test
  void aCallThatIsHandedOverBelongsToTheOtherAtOnceOnBothDesks() {
    try (var amal = callable("amal")) {
      var call = callOf(amal);
      try (var sam = callable("sam")) {
        assertThat(work().handOver(shop.workspace(), call, user(amal), user(sam)))
            .as("not in the call")
            .isFalse();
        assertThat(work().engage(shop.workspace(), user(sam))).isEqualTo(Engaged.ENGAGED);
        assertThat(work().handOver(shop.workspace(), call, user(amal), user(sam))).isTrue();
        amal.isEmpty();
        amal.presence("READY", "IDLE");
        var shown = sam.conversation("ACTIVE");
        sam.presence("READY", "BUSY");
        assertThat(interaction(shown)).isEqualTo(call.toString());
        assertThat(amal.agent().end(call.toString()).status()).isEqualTo(404);
        assertThat(work().release(shop.workspace(), user(amal), call)).isFalse();
        assertThat(work().release(shop.workspace(), user(sam), call)).isTrue();
        sam.conversation("WRAP_UP");
        assertThat(work().release(shop.workspace(), user(sam), call)).as("again").isTrue();
      }
    }
  }
}
