package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.offerNumber;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.UUID;
import org.hiwar.Requirement;
import org.hiwar.testing.ChatWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The whole life of a chat, through the customer's socket and the agent's.
@Tag("api")
class ChatLifeTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  @Test
  @Requirement({"S0-3", "S0-4", "S0-5", "S0-7", "S0-32"})
  void aChatIsOfferedAnsweredWrappedUpCompletedAndKeptWithItsContact() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say(UUID.randomUUID(), "Where is my order?", "Jane", "jane@example.org").join();

      var offered = desk.conversation("OFFERED");
      assertThat(desk.state().at("/presence/workStatus").asString()).isEqualTo("RINGING");
      assertThat(offered.at("/interactions/0/medium").asString()).isEqualTo("CHAT");
      assertThat(offered.at("/interactions/0/channel").asString()).isEqualTo("web");
      assertThat(offered.at("/interactions/0/direction").asString()).isEqualTo("INBOUND");
      assertThat(offered.at("/interactions/0/service/name").asString()).isEqualTo("Orders");
      assertThat(offered.at("/contact/name").asString()).isEqualTo("Jane");
      assertThat(texts(offered)).containsExactly("Where is my order?");

      desk.verifyAction(
          () -> desk.agent().accept(interaction(offered), offerNumber(offered)).ok(),
          "an active chat, the agent busy",
          s ->
              s.at("/conversations/0/state").asString().equals("ACTIVE")
                  && s.at("/presence/workStatus").asString().equals("BUSY"));
      var chat = desk.conversation("ACTIVE");
      await().until(() -> visitor.state().equals("ACTIVE"));
      assertThat(visitor.agent()).contains("amal");

      desk.verifyAction(
          () ->
              desk.agent()
                  .say(id(chat), interaction(chat), UUID.randomUUID(), "It leaves today.")
                  .ok(),
          "the agent's own message",
          s -> s.at("/conversations/0/lastSeq").asLong() == 2);
      await()
          .until(
              () ->
                  visitor.heard("message").stream()
                      .anyMatch(m -> m.get("text").asString().equals("It leaves today.")));
      visitor.seen(2, 0);
      desk.shows("that it was delivered", s -> delivery(s, 1).equals("DELIVERED"));
      visitor.seen(99, 2);
      desk.shows("that it was read", s -> delivery(s, 1).equals("READ"));
      assertThat(delivery(desk.state(), 0)).as("the customer's own").isEmpty();
      visitor.seen(1, 0);
      visitor.say("Thank you");
      desk.shows(
          "the customer's answer", s -> texts(s.at("/conversations/0")).contains("Thank you"));
      desk.verifyAction(
          () -> desk.agent().read(id(chat), 3).ok(),
          "read to 3",
          s -> s.at("/conversations/0/readSeq").asLong() == 3);
      await().until(() -> visitor.heard("read").stream().anyMatch(m -> m.get("seq").asLong() == 3));
      assertThat(delivery(desk.state(), 1)).isEqualTo("READ");

      visitor.end();
      var wrapUp = desk.conversation("WRAP_UP");
      assertThat(wrapUp.at("/interactions/0/endedBy").asString()).isEqualTo("CUSTOMER");
      assertThat(wrapUp.at("/interactions/0/wrapUpUntil").isNull()).isFalse();
      desk.presence("READY", "WRAP_UP");
      desk.verifyAction(
          () ->
              desk.agent().notes(interaction(chat), "Asked about her order", shop.resolved()).ok(),
          "notes",
          s ->
              s.at("/conversations/0/interactions/0/notes")
                  .asString()
                  .equals("Asked about her order"));
      desk.agent()
          .complete(id(chat), 3, shop.resolved(), "Asked about her order, leaves today")
          .ok();
      desk.isEmpty();
      desk.presence("READY", "IDLE");

      var contact = chat.at("/contact/id").asString();
      var activity =
          desk.agent().get("/api/contacts/" + contact + "/activities").ok().body().at("/items/0");
      assertThat(activity.at("/agent/name").asString()).isEqualTo("amal");
      assertThat(activity.at("/outcome").asString()).isEqualTo("HANDLED");
      assertThat(activity.at("/disposition/code").asString()).isEqualTo("RESOLVED");
      assertThat(activity.at("/messages").asInt()).isEqualTo(3);
      assertThat(activity.at("/firstText").asString()).isEqualTo("Where is my order?");
      var detail = desk.agent().get("/api/activities/" + activity.get("id").asString()).ok().body();
      assertThat(texts(detail))
          .containsExactly("Where is my order?", "It leaves today.", "Thank you");
      assertThat(detail.get("notes").asString()).isEqualTo("Asked about her order, leaves today");
      assertThat(detail.at("/activity/rating").isNull()).isTrue();

      visitor.rate(4, "Quick\nand kind");
      await().until(() -> visitor.heard("rated").size() == 1);
      visitor.rate(1, "changed my mind");
      await().until(() -> visitor.heard("rated").size() == 2);
      assertThat(visitor.heard("rated").getLast().get("stars").asInt()).isEqualTo(4);
      var rated =
          desk.agent()
              .get("/api/activities/" + activity.get("id").asString())
              .ok()
              .body()
              .at("/activity/rating");
      assertThat(rated.get("stars").asInt()).isEqualTo(4);
      assertThat(rated.get("remark").asString()).isEqualTo("Quick\nand kind");
    }
  }

  private static String delivery(JsonNode state, int message) {
    return state.at("/conversations/0/messages/" + message + "/delivery/state").asString("");
  }

  @Test
  void aMessageThatWasLeftIsOfferedToWhoComesAndAnsweredWhereTheCustomerComesBack() {
    try (var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.leaveMessage("Do you ship to Homs?", "Jane", "jane@example.org").join();
      visitor.close();
      try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
        var chat = desk.acceptOffer();
        assertThat(texts(chat)).containsExactly("Do you ship to Homs?");
        assertThat(chat.at("/contact/addresses").toString()).contains("jane@example.org");
        assertThat(chat.at("/interactions/0/messageLeft").asBoolean()).isTrue();
        assertThat(
                desk.agent()
                    .get("/api/activities/" + interaction(chat))
                    .ok()
                    .body()
                    .at("/activity/messageLeft")
                    .asBoolean())
            .isTrue();
        desk.agent().say(id(chat), interaction(chat), UUID.randomUUID(), "Yes, we do.").ok();
        var welcome = visitor.connect();
        assertThat(texts(welcome)).containsExactly("Yes, we do.");
      }
    }
  }

  @Test
  @Requirement("S0-5")
  void theAgentEndsTheChatAndTheCustomerIsTold() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = desk.acceptOffer();
      desk.verifyAction(
          () -> desk.agent().end(interaction(chat)).ok(),
          "wrap-up",
          s ->
              s.at("/conversations/0/state").asString().equals("WRAP_UP")
                  && s.at("/conversations/0/interactions/0/endedBy").asString().equals("AGENT"));
      await().until(() -> visitor.state().equals("ENDED"));
      assertThat(
              desk.agent()
                  .say(id(chat), interaction(chat), UUID.randomUUID(), "One thing more")
                  .problem())
          .isEqualTo("chat-ended");
      assertThat(desk.agent().end(interaction(chat)).status()).isEqualTo(204);
    }
  }

  @Test
  void bothSeeTheOtherTyping() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = desk.acceptOffer();
      visitor.types();
      await()
          .until(
              () ->
                  desk.window().events("typing").stream()
                      .anyMatch(e -> e.get("conversation").asString().equals(id(chat))));
      desk.window().types(id(chat));
      await().until(() -> !visitor.heard("typing").isEmpty());
    }
  }

  @Test
  void aMessageSentTwiceIsStoredOnce() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = desk.acceptOffer();
      var id = UUID.randomUUID();
      var first = desk.agent().say(id(chat), interaction(chat), id, "Good morning").ok().body();
      var second = desk.agent().say(id(chat), interaction(chat), id, "Good morning").ok().body();
      assertThat(second).isEqualTo(first);
      desk.shows("two messages", s -> s.at("/conversations/0/lastSeq").asLong() == 2);
    }
  }

  @Test
  void aMessageComesBackUnderTheNameThatItsDesktopGaveItAndACustomersUnderNone() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = desk.acceptOffer();
      var id = UUID.randomUUID();
      desk.agent().say(id(chat), interaction(chat), id, "Good morning").ok();
      desk.shows(
          "the agent's own",
          s -> s.at("/conversations/0/messages/1/clientId").asString("").equals(id.toString()));
      desk.shows("the customer's", s -> s.at("/conversations/0/messages/0/clientId").isNull());
    }
  }

  @Test
  void aSecondClickOnCompleteDoesNothing() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = desk.acceptOffer();
      desk.agent().end(interaction(chat)).ok();
      desk.conversation("WRAP_UP");
      desk.agent().complete(id(chat), 1, null, "").ok();
      desk.agent().complete(id(chat), 1, null, "").ok();
      desk.isEmpty();
    }
  }

  @Test
  void whatMayNotBeCompletedYetIsRefusedAndSaysWhy() {
    var strict = ChatWorkspace.fresh(ChatWorkspace.Rules::needsDisposition);
    try (var desk = OpenDesk.of(strict.agent("amal", "en")).ready();
        var visitor = strict.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = desk.acceptOffer();
      assertThat(desk.agent().complete(id(chat), 1, null, "").problem()).isEqualTo("still-live");
      visitor.say("Are you there?");
      visitor.end();
      desk.conversation("WRAP_UP");
      assertThat(desk.agent().complete(id(chat), 1, strict.resolved(), "").problem())
          .isEqualTo("new-message");
      assertThat(desk.agent().complete(id(chat), 2, null, "").problem())
          .isEqualTo("disposition-required");
      desk.agent().complete(id(chat), 2, strict.resolved(), "").ok();
      desk.isEmpty();
    }
  }

  @Test
  @Requirement("S0-5")
  void aWrapUpThatTakesTooLongEndsByItself() {
    var hurried = ChatWorkspace.fresh(rules -> rules.wrapUp(java.time.Duration.ofSeconds(4)));
    try (var desk = OpenDesk.of(hurried.agent("amal", "en")).ready();
        var visitor = hurried.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      desk.acceptOffer();
      visitor.end();
      desk.conversation("WRAP_UP");
      desk.isEmpty();
      desk.presence("READY", "IDLE");
    }
  }

  @Test
  @Requirement({"S0-53", "S0-58"})
  void aCustomerWhoComesBackIsRecognised() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say(UUID.randomUUID(), "Hello", "Jane", null).join();
      var first = desk.acceptOffer();
      visitor.end();
      desk.conversation("WRAP_UP");
      desk.agent().complete(id(first), 1, null, "").ok();
      desk.isEmpty();

      visitor.say("Me again");
      var offered = desk.conversation("OFFERED");
      assertThat(offered.at("/contact/name").asString()).isEqualTo("Jane");
      assertThat(offered.at("/contact/id")).isEqualTo(first.at("/contact/id"));
      assertThat(id(offered)).isNotEqualTo(id(first));
      var activities =
          desk.agent()
              .get("/api/contacts/" + first.at("/contact/id").asString() + "/activities")
              .ok()
              .body();
      assertThat(activities.get("items").size()).isEqualTo(2);
    }
  }
}
