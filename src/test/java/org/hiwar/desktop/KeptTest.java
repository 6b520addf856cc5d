package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.Requirement;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.ChatWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is kept of a chat, with whom, and who finds it afterwards.
@Tag("api")
class KeptTest {
  private static final Duration BOUND = Duration.ofSeconds(5);
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  @Test
  @Requirement({"S0-32", "S0-36"})
  void withinFiveSecondsOfTheEndOtherPermittedUsersSeeAllOfIt() {
    var rana = shop.supervisor("rana");
    var sam = shop.agent("sam", "en");
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say(UUID.randomUUID(), "Where is my order?", "Jane", null).join();
      var chat = desk.acceptOffer();
      desk.agent().say(id(chat), interaction(chat), UUID.randomUUID(), "It leaves today.").ok();
      visitor.say("Thank you");
      visitor.end();
      desk.conversation("WRAP_UP");
      desk.agent().complete(id(chat), 3, shop.resolved(), "Leaves today").ok();

      var completed = Instant.now();
      for (var other : List.of(rana, sam)) {
        await()
            .atMost(BOUND)
            .until(() -> newest(other, chat).path("outcome").asString("").equals("HANDLED"));
        var kept = newest(other, chat);
        assertThat(kept.at("/agent/name").asString()).isEqualTo("amal");
        assertThat(kept.get("medium").asString()).isEqualTo("CHAT");
        assertThat(kept.get("channel").asString()).isEqualTo("web");
        assertThat(kept.at("/service/name").asString()).isEqualTo("Orders");
        assertThat(kept.at("/disposition/code").asString()).isEqualTo("RESOLVED");
        assertThat(kept.get("notes").asString()).isEqualTo("Leaves today");
        assertThat(time(kept.get("arrivedAt"))).isBeforeOrEqualTo(time(kept.get("acceptedAt")));
        assertThat(time(kept.get("acceptedAt"))).isBeforeOrEqualTo(time(kept.get("endedAt")));
        var transcript = other.get("/api/activities/" + interaction(chat)).ok().body();
        assertThat(texts(transcript))
            .containsExactly("Where is my order?", "It leaves today.", "Thank you");
        assertThat(authors(transcript)).containsExactly("CUSTOMER", "AGENT", "CUSTOMER");
      }
      assertThat(Duration.between(completed, Instant.now())).isLessThan(BOUND);
    }
  }

  @Test
  @Requirement({"S0-34", "S0-5"})
  void aBrowserKilledInTheMiddleOfAChatLosesNothingAndTheActivityIsComplete() {
    var hurried = ChatWorkspace.fresh(rules -> rules.wrapUp(Duration.ofSeconds(2)));
    var amal = hurried.agent("amal", "en");
    try (var visitor = hurried.visitor("en")) {
      visitor.connect();
      visitor.say(UUID.randomUUID(), "Hello", "Jane", null).join();
      JsonNode chat;
      try (var desk = OpenDesk.of(amal).ready()) {
        chat = desk.acceptOffer();
        desk.agent().say(id(chat), interaction(chat), UUID.randomUUID(), "Good morning").ok();
        desk.agent().notes(interaction(chat), "half a note", hurried.resolved()).ok();
      }
      visitor.say("Are you still there?");
      visitor.end();

      // Nobody completes it: its time is over, and all is kept.
      var rana = hurried.supervisor("rana");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> newest(rana, chat).path("outcome").asString("").equals("HANDLED"));
      var kept = rana.get("/api/activities/" + interaction(chat)).ok().body();
      assertThat(texts(kept)).containsExactly("Hello", "Good morning", "Are you still there?");
      assertThat(kept.get("notes").asString()).isEqualTo("half a note");
      assertThat(kept.at("/disposition/code").asString()).isEqualTo("RESOLVED");
      assertThat(kept.at("/activity/agent/name").asString()).isEqualTo("amal");
      assertThat(kept.at("/activity/endedAt").isNull()).isFalse();
    }
  }

  @Test
  @Requirement("S0-33")
  void aChatAbandonedWhileItRingsIsKeptWithItsResultAndAsNobodysAnswer() {
    var rana = shop.supervisor("rana");
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say(UUID.randomUUID(), "Is anybody there?", "Jane", "jane@example.org").join();
      var offered = desk.conversation("OFFERED");
      visitor.end();
      desk.isEmpty();
      await()
          .atMost(BOUND)
          .until(() -> newest(rana, offered).path("outcome").asString("").equals("ABANDONED"));
      var kept = newest(rana, offered);
      assertThat(kept.get("acceptedAt").isNull()).isTrue();
      assertThat(kept.get("agent").isNull()).isTrue();
      assertThat(kept.get("endedAt").isNull()).isFalse();
      assertThat(texts(rana.get("/api/activities/" + interaction(offered)).ok().body()))
          .containsExactly("Is anybody there?");
    }
  }

  @Test
  @Requirement("S0-35")
  void whoSaysNothingOfThemselvesHasAContactThatIsNamedLater() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = desk.acceptOffer();
      var contact = "/api/contacts/" + chat.at("/contact/id").asString();
      assertThat(chat.at("/contact/name").isNull()).isTrue();
      desk.agent()
          .send(
              "PATCH",
              contact,
              Map.of("name", "Jane", "version", chat.at("/contact/version").asLong()))
          .ok();
      desk.agent()
          .send(
              "POST", contact + "/addresses", Map.of("kind", "PHONE", "value", "+963 11 123 4567"))
          .ok();
      visitor.end();
      desk.conversation("WRAP_UP");
      desk.agent().complete(id(chat), 1, null, "").ok();
      desk.isEmpty();

      assertThat(found(desk.agent(), "Jane")).containsExactly(chat.at("/contact/id").asString());
      assertThat(found(desk.agent(), "%2B963111234567"))
          .containsExactly(chat.at("/contact/id").asString());
      assertThat(newest(desk.agent(), chat).get("firstText").asString()).isEqualTo("Hello");
      visitor.say("Me again");
      assertThat(desk.conversation("OFFERED").at("/contact/name").asString()).isEqualTo("Jane");
    }
  }

  @Test
  @Requirement("S0-52")
  void anUnknownAddressInTheChatFormIsAContactAfterwards() {
    var rana = shop.supervisor("rana");
    assertThat(found(rana, "")).isEmpty();
    try (var jane = shop.visitor("en");
        var omar = shop.visitor("ar")) {
      jane.connect();
      jane.say(UUID.randomUUID(), "Hello", "Jane", "Jane@Example.org").join();
      omar.connect();
      omar.say(UUID.randomUUID(), "مرحبا", "عمر", "+963 944 555 666").join();
    }
    assertThat(found(rana, "jane@example.org")).hasSize(1);
    assertThat(found(rana, "%2B963944555666")).hasSize(1);
    assertThat(found(rana, "")).hasSize(2);
    var contact =
        rana.get("/api/contacts/" + found(rana, "jane@example.org").getFirst()).ok().body();
    assertThat(contact.get("name").asString()).isEqualTo("Jane");
    assertThat(
            contact
                .get("addresses")
                .valueStream()
                .map(a -> a.get("kind").asString() + " " + a.get("value").asString()))
        .contains("EMAIL jane@example.org");
  }

  @Test
  @Requirement({"S0-53", "S0-58", "S0-62"})
  void fromContactsToTheContactToItsActivitiesWhichListItsConversations() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en");
        var stranger = shop.visitor("en")) {
      visitor.connect();
      stranger.connect();
      var conversations = new java.util.ArrayList<String>();
      for (int i = 1; i <= 4; i++) {
        visitor.say(UUID.randomUUID(), "Question " + i, i == 1 ? "Jane" : null, null).join();
        assertThat(desk.conversation("OFFERED").at("/contact/name").asString())
            .as("known at the offer")
            .isEqualTo("Jane");
        var chat = desk.acceptOffer();
        conversations.addFirst(id(chat));
        visitor.end();
        desk.conversation("WRAP_UP");
        desk.agent().complete(id(chat), i == 1 ? 1 : chat.get("lastSeq").asLong(), null, "").ok();
        desk.isEmpty();
      }
      stranger.say(UUID.randomUUID(), "Hello", "Lina", null).join();

      var rana = shop.supervisor("rana");
      var contacts = rana.get("/api/contacts").ok().body().get("items");
      assertThat(contacts.valueStream().map(c -> c.get("name").asString("")))
          .containsExactlyInAnyOrder("Jane", "Lina");
      var jane = found(rana, "Jane").getFirst();
      assertThat(rana.get("/api/contacts/" + jane).ok().body().get("name").asString())
          .isEqualTo("Jane");
      var activities = rana.get("/api/contacts/" + jane + "/activities").ok().body().get("items");
      assertThat(activities.valueStream().map(a -> a.get("conversation").asString()))
          .as("the newest first, and nobody else's")
          .containsExactlyElementsOf(conversations);
    }
  }

  /// The newest activity of the contact of a conversation; a missing node when there is none.
  private static JsonNode newest(AgentClient user, JsonNode conversation) {
    return user.get("/api/contacts/" + conversation.at("/contact/id").asString() + "/activities")
        .ok()
        .body()
        .at("/items/0");
  }

  /// The ids of the contacts that a search finds.
  private static List<String> found(AgentClient user, String query) {
    return user.get("/api/contacts?query=" + query)
        .ok()
        .body()
        .get("items")
        .valueStream()
        .map(c -> c.get("id").asString())
        .toList();
  }

  private static List<String> authors(JsonNode detail) {
    return detail.get("messages").valueStream().map(m -> m.at("/author/kind").asString()).toList();
  }

  private static Instant time(JsonNode node) {
    return Instant.parse(node.asString());
  }
}
