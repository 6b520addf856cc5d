package org.hiwar.app.demo.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.app.demo.DemoScene;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.voice.sip.DialString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A telephone of the demonstration writes SMS with an agent, over SMPP.
class CustomerSmsTest {
  private static final DialString PHONE = DemoNumbers.phones().get(6);
  private static final URI SERVER = URI.create(RunningHiwar.origin());

  private final DemoSms sms = RunningHiwar.bean(DemoSms.class);
  private final SmsNetwork network = RunningHiwar.bean(SmsNetwork.class);
  private final List<ToPhone> shown = new CopyOnWriteArrayList<>();
  private final Display display = shown::add;

  @BeforeEach
  void start() {
    DemoScene.create();
    sms.start();
    network.plug(PHONE, display);
  }

  @AfterEach
  void stop() {
    network.unplug(PHONE, display);
    sms.stop();
  }

  private List<String> heard() {
    return shown.stream()
        .map(ToPhone.Text.class::cast)
        .filter(text -> !text.mine())
        .map(ToPhone.Text::text)
        .toList();
  }

  @Test
  void whatACustomerWritesReachesAnAgentWhoseAnswerIsShownAndConfirmed() {
    assertThat(network.senders())
        .extracting(ToPhone.CentreNumber::number)
        .containsExactlyInAnyOrder(DemoNumbers.ENGLISH.text(), DemoNumbers.ARABIC.text());
    try (var sam = AgentClient.logIn(SERVER, "demo", "sam", "sam-demo");
        var _ = sam.openDesk()) {
      Await.until(() -> sam.ready().status() < 300);
      var asked = "Where is my order? ".repeat(12).strip();
      network.write(PHONE, DemoNumbers.ENGLISH, asked);
      Await.until(() -> state(sam).equals("OFFERED"));
      var offered = conversation(sam);
      var interaction = offered.at("/interactions/0");
      assertThat(interaction.get("channel").asString()).isEqualTo("sms");
      sam.accept(interaction.get("id").asString(), interaction.at("/offer/number").asInt()).ok();
      Await.until(() -> state(sam).equals("ACTIVE"));
      assertThat(last(sam).get("text").asString()).isEqualTo(asked);

      write(sam, offered, "طلبك في الطريق");
      Await.until(() -> heard().equals(List.of("طلبك في الطريق")));
      Await.until(() -> last(sam).at("/delivery/state").asString("").equals("DELIVERED"));
      assertThat(shown).noneMatch(frame -> ((ToPhone.Text) frame).failed());

      sam.end(interaction.get("id").asString()).ok();
      Await.until(() -> state(sam).equals("WRAP_UP"));
      var seen = conversation(sam).get("lastSeq").asLong(2);
      sam.complete(offered.get("id").asString(), seen, resolved(sam), "").ok();
    }
  }

  private static void write(AgentClient agent, JsonNode conversation, String text) {
    var wish = new HashMap<String, @Nullable Object>();
    for (var absent : List.of("contact", "account", "to", "thread", "service"))
      wish.put(absent, null);
    wish.putAll(
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "conversation",
            conversation.get("id").asString(),
            "channel",
            "sms",
            "text",
            text,
            "files",
            List.of()));
    agent.send("POST", "/api/messages", wish).ok();
  }

  private static JsonNode conversation(AgentClient agent) {
    return agent.snapshot().at("/conversations/0");
  }

  private static String state(AgentClient agent) {
    return conversation(agent).path("state").asString("");
  }

  private static JsonNode last(AgentClient agent) {
    return conversation(agent)
        .get("messages")
        .valueStream()
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static String resolved(AgentClient agent) {
    return conversation(agent)
        .at("/interactions/0/dispositions")
        .valueStream()
        .filter(each -> each.path("code").asString("").equals("RESOLVED"))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }
}
