package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.List;
import java.util.UUID;
import org.hiwar.Requirement;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.VisitorClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What colleagues write for each other inside a conversation. That no channel by an account
/// carries it is shown where all channels are.
@Tag("api")
class NoteTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final AgentClient amal = shop.agent("amal", "en");

  @Test
  @Requirement("S0-32")
  void aNoteIsInTheConversationAndItsActivityAndTheCustomerGetsNothingOfIt() {
    try (var desk = OpenDesk.of(amal).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = desk.acceptOffer();
      var key = UUID.randomUUID();
      desk.verifyAction(
          () -> amal.note(id(chat), interaction(chat), key, "Angry since Monday").ok(),
          "the note",
          s -> texts(s.at("/conversations/0")).contains("Angry since Monday"));
      var note = desk.state().at("/conversations/0/messages/1");
      assertThat(note.get("internal").asBoolean()).isTrue();
      assertThat(note.at("/author/name").asString()).isEqualTo("amal");
      assertThat(desk.state().at("/conversations/0/messages/0/internal").asBoolean()).isFalse();
      var again = amal.note(id(chat), interaction(chat), key, "Angry since Monday").ok();
      assertThat(again.body().get("seq").asLong()).isEqualTo(2);

      amal.say(id(chat), interaction(chat), UUID.randomUUID(), "How can I help?").ok();
      Await.until(() -> said(visitor).contains("How can I help?"));
      assertThat(said(visitor)).doesNotContain("Angry since Monday");
      try (var elsewhere = shop.visitor("en")) {
        assertThat(elsewhere.connect().get("messages")).isEmpty();
      }
      visitor.close();
      var back = visitor.connectAnew();
      assertThat(texts(back)).containsExactly("Hello", "How can I help?");

      var detail = amal.get("/api/activities/" + interaction(chat)).ok().body();
      assertThat(texts(detail)).containsExactly("Hello", "Angry since Monday", "How can I help?");
      assertThat(detail.at("/activity/messages").asInt()).as("what was said").isEqualTo(2);
    }
  }

  @Test
  void aNoteIsWrittenUntilTheConversationIsCompletedByWhoeverHasItAndNobodyElse() {
    var rana = shop.agent("rana");
    try (var desk = OpenDesk.of(amal).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = desk.acceptOffer();
      assertThat(rana.note(id(chat), interaction(chat), UUID.randomUUID(), "Mine?").status())
          .isEqualTo(404);
      amal.end(interaction(chat)).ok();
      desk.conversation("WRAP_UP");
      amal.note(id(chat), interaction(chat), UUID.randomUUID(), "Call her back").ok();
      desk.shows("the note", s -> s.at("/conversations/0/lastSeq").asLong() == 2);
      amal.complete(id(chat), 2, null, "").ok();
      desk.isEmpty();
      assertThat(amal.note(id(chat), interaction(chat), UUID.randomUUID(), "Late").problem())
          .isEqualTo("chat-ended");
    }
  }

  @Test
  void whoIsMentionedIsToldAtTheirDeskUntilTheyHaveLooked() {
    var rana = shop.agent("rana");
    try (var desk = OpenDesk.of(amal).ready();
        var hers = OpenDesk.of(rana);
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say(UUID.randomUUID(), "Hello", "Jane", null).join();
      var chat = desk.acceptOffer();
      var key = UUID.randomUUID();
      for (int times = 0; times < 2; times++)
        amal.note(
                id(chat),
                interaction(chat),
                key,
                "@rana do you know her?",
                rana.id(),
                amal.id(),
                "1")
            .ok();
      Await.until(() -> hers.window().events("mentioned").stream().anyMatch(NoteTest::anew));
      var mine = mentions(rana);
      assertThat(mine.get("unseen").asInt()).isEqualTo(1);
      var one = mine.at("/items/0");
      assertThat(one.get("text").asString()).isEqualTo("@rana do you know her?");
      assertThat(one.at("/by/name").asString()).isEqualTo("amal");
      assertThat(one.at("/contact/name").asString()).isEqualTo("Jane");
      assertThat(one.get("activity").asString()).isEqualTo(interaction(chat));
      assertThat(rana.get("/api/activities/" + one.get("activity").asString()).status())
          .isEqualTo(200);
      assertThat(mentions(amal).get("items")).as("nobody tells themselves").isEmpty();

      var message = one.get("message").asString();
      assertThat(seen(amal, message)).isEqualTo(404);
      assertThat(seen(rana, message)).isEqualTo(204);
      Await.until(() -> hers.window().events("mentioned").stream().anyMatch(e -> !anew(e)));
      assertThat(mentions(rana).get("unseen").asInt()).isZero();
      var at = mentions(rana).at("/items/0/seenAt").asString();
      assertThat(seen(rana, message)).isEqualTo(204);
      assertThat(mentions(rana).at("/items/0/seenAt").asString()).isEqualTo(at);
    }
  }

  private static boolean anew(JsonNode event) {
    return event.get("anew").asBoolean();
  }

  private static int seen(AgentClient user, String message) {
    return user.send("POST", "/api/mentions/" + message + "/seen", null).status();
  }

  private static JsonNode mentions(AgentClient user) {
    return user.get("/api/mentions").ok().body();
  }

  private static List<String> said(VisitorClient visitor) {
    return visitor.heard("message").stream().map(m -> m.get("text").asString()).toList();
  }
}
