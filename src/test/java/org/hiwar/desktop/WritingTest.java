package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.UUID;
import org.hiwar.Requirement;
import org.hiwar.testing.AgentClient.Window;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.VisitorClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What an agent writes over the desk's socket.
@Tag("api")
class WritingTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  @Test
  @Requirement("S0-7")
  void aMessageIsStoredOnceHoweverOftenItIsSent() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor);
      var message = UUID.randomUUID();

      desk.window().writes(id(chat), interaction(chat), message, "It leaves today.");
      desk.window().writes(id(chat), interaction(chat), message, "It leaves today.");

      await().until(() -> desk.window().answers(message).size() == 2);
      assertThat(desk.window().answers(message))
          .allSatisfy(answer -> assertThat(answer.get("seq").asLong()).isEqualTo(2));
      desk.shows(
          "the message once",
          s ->
              texts(s.at("/conversations/0")).stream().filter("It leaves today."::equals).count()
                  == 1);
      await()
          .until(
              () ->
                  visitor.heard("message").stream()
                      .anyMatch(m -> m.get("text").asString().equals("It leaves today.")));
    }
  }

  @Test
  void whatCannotBeStoredIsRefusedInTheWordsOfTheApi() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor);

      assertRefused(refusal(desk.window(), chat, "x".repeat(4_001)), 413, "too-long");
      assertRefused(refusal(desk.window(), chat, " "), 422, "invalid-text");
      visitor.end();
      desk.conversation("WRAP_UP");
      assertRefused(refusal(desk.window(), chat, "Too late"), 409, "chat-ended");
    }
  }

  @Test
  void theConversationOfOthersLooksLikeOneThatDoesNotExist() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var colleague = OpenDesk.of(shop.agent("sam", "en"));
        var stranger = OpenDesk.of(ChatWorkspace.fresh().agent("zed", "en"));
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor);

      assertRefused(refusal(colleague.window(), chat, "Mine now"), 404, "not-found");
      assertRefused(refusal(stranger.window(), chat, "Mine now"), 404, "not-found");
      var message = UUID.randomUUID();
      stranger.window().writes("1", "2", message, "Anybody?");
      assertRefused(answer(stranger.window(), message), 404, "not-found");
      assertThat(texts(desk.conversation("ACTIVE"))).doesNotContain("Mine now");
    }
  }

  private static JsonNode chat(OpenDesk desk, VisitorClient visitor) {
    visitor.connect();
    visitor.say("Where is my order?");
    return desk.acceptOffer();
  }

  private static JsonNode refusal(Window window, JsonNode chat, String text) {
    var message = UUID.randomUUID();
    window.writes(id(chat), interaction(chat), message, text);
    return answer(window, message);
  }

  private static JsonNode answer(Window window, UUID message) {
    await().until(() -> !window.answers(message).isEmpty());
    return window.answers(message).getFirst();
  }

  private static void assertRefused(JsonNode answer, int status, String problem) {
    assertThat(answer.path("status").asInt()).isEqualTo(status);
    assertThat(answer.path("problem").asString()).isEqualTo(problem);
  }
}
