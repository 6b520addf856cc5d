package org.hiwar.desktop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.VisitorClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What agents make of what they have written, for the customer and for colleagues.
@Tag("api")
class RewordingTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final AgentClient amal = shop.agent("amal", "en");

  @Test
  void theCustomerSeesTheNewWordsAndThatTheyAreEditedAndColleaguesTheOldOnes() {
    try (var desk = OpenDesk.of(amal).ready();
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor);
      amal.say(id(chat), interaction(chat), UUID.randomUUID(), "It costs 10").ok();
      Await.until(() -> told(visitor, 2).containsKey("It costs 10"));

      desk.verifyAction(
          () -> reword(chat, 2, "It costs 12").ok(),
          "other words",
          s -> texts(s.at("/conversations/0")).contains("It costs 12"));
      assertThat(desk.state().at("/conversations/0/messages/1/changedAt").isNull()).isFalse();
      Await.until(() -> told(visitor, 2).containsKey("It costs 12"));
      assertThat(requireNonNull(told(visitor, 2).get("It costs 12")).get("changed").isNull())
          .isFalse();
      assertThat(requireNonNull(told(visitor, 2).get("It costs 10")).get("changed").isNull())
          .isTrue();

      desk.verifyAction(
          () -> withdraw(chat, 2).ok(),
          "withdrawn",
          s -> s.at("/conversations/0/messages/1/withdrawn").asBoolean());
      withdraw(chat, 2).ok();
      Await.until(() -> told(visitor, 2).containsKey(""));
      assertThat(requireNonNull(told(visitor, 2).get("")).get("withdrawn").asBoolean()).isTrue();
      assertThat(reword(chat, 2, "It costs 14").problem()).isEqualTo("change-withdrawn");

      var rana = shop.supervisor("rana");
      assertThat(earlier(rana, chat, 2)).containsExactly("It costs 10", "It costs 12");
      assertThat(texts(rana.get("/api/activities/" + interaction(chat)).ok().body()))
          .containsExactly("Hello", "");
    }
  }

  @Test
  void aCustomerWhoWasAwayHearsOfTheChangeWhenTheyComeBack() {
    try (var desk = OpenDesk.of(amal).ready();
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor);
      amal.say(id(chat), interaction(chat), UUID.randomUUID(), "Tomorrow").ok();
      Await.until(() -> told(visitor, 2).containsKey("Tomorrow"));
      visitor.close();
      reword(chat, 2, "Today").ok();
      var welcome = visitor.connect();
      assertThat(texts(welcome)).containsExactly("Today");
      assertThat(texts(visitor.connectAnew())).containsExactly("Hello", "Today");
    }
  }

  @Test
  void onlyWhatOneHasWrittenOneselfIsChangedAndOnlyForAQuarterOfAnHour() {
    try (var desk = OpenDesk.of(amal).ready();
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor);
      assertThat(reword(chat, 1, "Not mine").problem()).isEqualTo("change-not-yours");
      assertThat(reword(chat, 7, "Not there").status()).isEqualTo(404);
      amal.say(id(chat), interaction(chat), UUID.randomUUID(), "Tomorrow").ok();
      var rana = shop.agent("rana");
      assertThat(reword(rana, chat, 2, "Hers").problem()).isEqualTo("change-not-yours");
      assertThat(reword(chat, 2, " ").problem()).isEqualTo("invalid-text");
      assertThat(reword(chat, 2, "x".repeat(4_001)).problem()).isEqualTo("too-long");
      written(chat, 2, "16 minutes");
      assertThat(reword(chat, 2, "Today").problem()).isEqualTo("change-too-late");
      assertThat(withdraw(chat, 2).problem()).isEqualTo("change-too-late");
      written(chat, 2, "14 minutes");
      amal.end(interaction(chat)).ok();
      desk.conversation("WRAP_UP");
      assertThat(reword(chat, 2, "Today").problem()).isEqualTo("change-over");
      assertThat(earlier(amal, chat, 2)).isEmpty();
    }
  }

  @Test
  void aNoteIsChangedUntilItsConversationIsCompletedAndWhoIsNamedAnewIsTold() {
    var rana = shop.agent("rana");
    try (var desk = OpenDesk.of(amal).ready();
        var hers = OpenDesk.of(rana);
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor);
      amal.note(id(chat), interaction(chat), UUID.randomUUID(), "Who knows her?").ok();
      amal.end(interaction(chat)).ok();
      desk.conversation("WRAP_UP");
      reword(amal, chat, 2, "@rana knows her", rana.id()).ok();
      Await.until(() -> !hers.window().events("mentioned").isEmpty());
      assertThat(mentions(rana).at("/items/0/text").asString()).isEqualTo("@rana knows her");
      withdraw(chat, 2).ok();
      assertThat(mentions(rana).get("items")).isEmpty();
      assertThat(mentions(rana).get("unseen").asInt()).isZero();
      assertThat(told(visitor, 2)).as("nothing of a note").isEmpty();
      assertThat(texts(visitor.connectAnew())).containsExactly("Hello");
    }
  }

  private static JsonNode chat(OpenDesk desk, VisitorClient visitor) {
    visitor.connect();
    visitor.say("Hello");
    return desk.acceptOffer();
  }

  private Answer reword(JsonNode chat, int seq, String text) {
    return reword(amal, chat, seq, text);
  }

  private static Answer reword(
      AgentClient agent, JsonNode chat, int seq, String text, String... mentions) {
    return agent.send("PUT", path(chat, seq), Map.of("text", text, "mentions", List.of(mentions)));
  }

  private Answer withdraw(JsonNode chat, int seq) {
    return amal.send("DELETE", path(chat, seq), null);
  }

  private static String path(JsonNode chat, int seq) {
    return "/api/conversations/" + id(chat) + "/messages/" + seq;
  }

  private static List<String> earlier(AgentClient agent, JsonNode chat, int seq) {
    return agent
        .get(path(chat, seq) + "/earlier")
        .ok()
        .body()
        .valueStream()
        .map(one -> one.get("text").asString())
        .toList();
  }

  private static JsonNode mentions(AgentClient user) {
    return user.get("/api/mentions").ok().body();
  }

  /// What the customer's page was told of one message, by its words.
  private static Map<String, JsonNode> told(VisitorClient visitor, int seq) {
    var all = new HashMap<String, JsonNode>();
    for (var one : visitor.heard("message"))
      if (one.get("seq").asInt() == seq) all.put(one.get("text").asString(), one);
    return all;
  }

  private void written(JsonNode chat, int seq, String ago) {
    long workspace = shop.workspace().value();
    TestDatabase.database()
        .in(
            workspace,
            db ->
                db.sql(
                        "update message set at = now() - cast(? as interval) where workspace = ?"
                            + " and conversation = ? and seq = ?")
                    .params(ago, workspace, Long.parseLong(id(chat)), seq)
                    .update());
  }
}
