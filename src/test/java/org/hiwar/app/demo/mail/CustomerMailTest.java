package org.hiwar.app.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.app.demo.DemoScene;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A mailbox of the demonstration writes with an agent, over SMTP and IMAP.
class CustomerMailTest {
  private static final Mailbox NORA = Mailbox.CUSTOMERS.get(4);
  private static final URI SERVER = URI.create(RunningHiwar.origin());

  private final DemoMail mail = RunningHiwar.bean(DemoMail.class);
  private final List<ToMailPage> shown = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    DemoScene.create();
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  private List<ToMailPage.Mail> received() {
    return shown.stream()
        .filter(ToMailPage.Mail.class::isInstance)
        .map(ToMailPage.Mail.class::cast)
        .filter(each -> !each.mine())
        .toList();
  }

  @Test
  void whatACustomerWritesReachesAnAgentWhoseAnswerIsInTheCustomersMailbox() {
    var running = mail.running().orElseThrow();
    assertThat(running.centre()).containsExactlyInAnyOrderElementsOf(Mailbox.CENTRE);
    var mailbox = new OpenMailbox(running.server(), NORA, Clock.systemUTC(), shown::add);
    mailbox.open();
    try (var sam = AgentClient.logIn(SERVER, "demo", "sam", "sam-demo");
        var _ = sam.openDesk()) {
      Await.until(() -> sam.ready().status() < 300);
      mailbox.write(
          new FromMailPage.Write(
              1, Mailbox.ENGLISH.address(), "My order", "Where is my order?", ""));
      Await.until(() -> state(sam).equals("OFFERED"));
      var offered = conversation(sam);
      var interaction = offered.at("/interactions/0");
      assertThat(interaction.get("channel").asString()).isEqualTo("email");
      assertThat(offered.at("/contact/name").asString()).isEqualTo(NORA.name());
      sam.accept(interaction.get("id").asString(), interaction.at("/offer/number").asInt()).ok();
      Await.until(() -> state(sam).equals("ACTIVE"));

      answer(sam, offered, "It comes tomorrow.");
      Await.until(() -> received().size() == 1);
      assertThat(received().getFirst().subject()).isEqualTo("Re: My order");
      assertThat(received().getFirst().text()).startsWith("It comes tomorrow.");
      assertThat(received().getFirst().party().address()).isEqualTo(Mailbox.ENGLISH.address());

      mailbox.write(
          new FromMailPage.Write(
              2,
              Mailbox.ENGLISH.address(),
              "Re: My order",
              "Thank you",
              received().getFirst().id()));
      Await.until(() -> conversation(sam).get("messages").size() == 3);
      assertThat(conversation(sam).get("interactions").size()).isEqualTo(1);
    } finally {
      mailbox.close();
    }
  }

  private static void answer(AgentClient agent, JsonNode conversation, String text) {
    var wish = new HashMap<String, @Nullable Object>();
    wish.put("contact", null);
    wish.put("account", null);
    wish.putAll(
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "conversation",
            conversation.get("id").asString(),
            "to",
            List.of(NORA.address()),
            "cc",
            List.of(),
            "subject",
            "Re: My order",
            "text",
            text,
            "files",
            List.of(),
            "inReplyTo",
            conversation(agent).at("/messages/0/id").asString()));
    agent.send("POST", "/api/emails", wish).ok();
  }

  private static JsonNode conversation(AgentClient agent) {
    return agent.snapshot().at("/conversations/0");
  }

  private static String state(AgentClient agent) {
    return conversation(agent).path("state").asString("");
  }
}
