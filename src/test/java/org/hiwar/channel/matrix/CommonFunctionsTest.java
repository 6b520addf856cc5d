package org.hiwar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.testing.Await;
import org.hiwar.workspace.Medium;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// Whatever channel it comes by, an agent does the same with it: rejects, accepts, takes notes,
/// transfers, chooses a disposition, completes, and finds it in the history.
@Tag("voice")
class CommonFunctionsTest {
  private static final String NOTE = "Wants a refund";

  @ParameterizedTest(name = "{0}")
  @EnumSource(By.class)
  @Requirement("S0-40")
  void everyChannelIsHandledInTheSameWay(By by) throws Exception {
    try (var scene = new MatrixScene(by)) {
      var side = scene.of(by);
      var amal = scene.agent;
      side.begin("Hello by " + by.word);
      var rejected = amal.decline();
      amal.ready();
      var begun = amal.accept();
      side.accepted();
      var interaction = only(begun);
      assertThat(interaction.get("id").asString()).isEqualTo(rejected);
      assertThat(interaction.get("channel").asString()).isEqualTo(side.channel());
      amal.client().notes(rejected, NOTE, null).ok();

      var taker = by == By.VOICE ? amal : scene.colleague();
      var returns = scene.another(Medium.valueOf(interaction.get("medium").asString()), taker);
      if (by == By.VOICE) transferCall(amal, rejected, returns);
      else transfer(amal, taker, rejected, returns);
      var taken = taker.accept();
      if (by == By.VOICE) side.accepted();
      if (by != By.VOICE) {
        assertThat(amal.active()).isZero();
        goesOn(side, taker, taken.get("id").asString());
      }
      assertThat(only(taken).get("notes").asString()).isEqualTo(NOTE);
      isKept(complete(scene, taker, taken), amal, side, returns);
    }
  }

  /// A chat, and a text beside it: both belong to one conversation, and go together.
  @Test
  @Requirement("S0-40")
  void allThatIsWrittenInAConversationGoesToAColleagueAtOnce() throws Exception {
    try (var scene = new MatrixScene(By.CHAT, By.SMS)) {
      var amal = scene.agent;
      var sms = scene.of(By.SMS);
      var chat = scene.begin(By.CHAT, By.SMS);
      var id = sms.reach(amal, chat, "And by text");
      Await.until(() -> amal.conversation(id).get("interactions").size() == 2);
      var sam = scene.colleague();
      var whole = wish("colleague", sam.client().id(), "please");
      whole.put("whole", true);
      var path = "/api/interactions/" + only(chat).get("id").asString() + "/transfer";
      amal.client().send("POST", path, whole).ok();
      assertThat(amal.active()).as("until it is accepted").isEqualTo(1);
      var taken = sam.accept();
      Await.until(() -> amal.active() == 0);
      assertThat(taken.get("id").asString()).isEqualTo(id);
      assertThat(sam.conversation(id).get("interactions").valueStream())
          .extracting(one -> one.get("state").asString())
          .containsOnly("ACTIVE");
      goesOn(sms, sam, id);
      goesOn(scene.of(By.CHAT), sam, id);
    }
  }

  private static JsonNode only(JsonNode conversation) {
    assertThat(conversation.get("interactions").size()).isEqualTo(1);
    return conversation.at("/interactions/0");
  }

  private static void transferCall(Reaching agent, String call, String service) {
    var to = new HashMap<String, @Nullable Object>();
    to.put("service", service);
    to.put("number", null);
    agent.client().send("POST", "/api/calls/" + call + "/transfer", to).ok();
  }

  /// First to a colleague, who does not want it; then to a service, which the colleague serves.
  private static void transfer(
      Reaching agent, Reaching colleague, String interaction, String service) {
    var path = "/api/interactions/" + interaction + "/transfer";
    agent.client().send("POST", path, wish("colleague", colleague.client().id(), "")).ok();
    assertThat(agent.active()).isZero();
    assertThat(colleague.decline()).isEqualTo(interaction);
    Await.until(() -> agent.active() == 1);
    colleague.ready();
    agent.client().send("POST", path, wish("service", service, "please")).ok();
  }

  private static Map<String, @Nullable Object> wish(String where, String id, String note) {
    var wish = new HashMap<String, @Nullable Object>();
    wish.put("service", null);
    wish.put("colleague", null);
    wish.put(where, id);
    wish.put("whole", false);
    wish.put("note", note);
    return wish;
  }

  /// The customer hears of the one who has it now, and is heard by them.
  private static void goesOn(Side side, Reaching agent, String conversation) throws Exception {
    assertThat(side.reach(agent, agent.conversation(conversation), "I can help"))
        .isEqualTo(conversation);
    Await.until(() -> side.got("I can help"));
    assertThat(side.got("please")).as("a note is for colleagues").isFalse();
    side.answer("Thank you");
    Await.until(() -> side.answered(agent.conversation(conversation), "Thank you"));
  }

  /// What is kept of it.
  private static JsonNode complete(MatrixScene scene, Reaching agent, JsonNode conversation) {
    var id = conversation.get("id").asString();
    var interaction = only(conversation).get("id").asString();
    agent.client().end(interaction).ok();
    Await.until(() -> agent.conversation(id).get("state").asString().equals("WRAP_UP"));
    long seen = agent.conversation(id).get("lastSeq").asLong();
    agent.client().complete(id, seen, scene.disposition(), NOTE).ok();
    Await.until(() -> agent.active() == 0);
    return agent.activities(Reaching.contact(conversation)).getFirst();
  }

  private static void isKept(JsonNode kept, Reaching sender, Side side, String service) {
    assertThat(kept.get("channel").asString()).isEqualTo(side.channel());
    assertThat(kept.get("outcome").asString()).isEqualTo("HANDLED");
    assertThat(kept.get("notes").asString()).isEqualTo(NOTE);
    assertThat(kept.at("/disposition/code").asString()).isEqualTo("RESOLVED");
    assertThat(kept.at("/service/id").asString()).isEqualTo(service);
    var last = kept.get("transfers").valueStream().reduce((_, next) -> next).orElseThrow();
    assertThat(last.at("/agent/id").asString()).isEqualTo(sender.client().id());
    assertThat(last.at("/service/id").asString()).isEqualTo(service);
    assertThat(last.get("returnedAt").isNull()).isTrue();
    var written = kept.get("transfers").size() == 2;
    assertThat(last.get("note").asString()).isEqualTo(written ? "please" : "");
    if (written) assertThat(kept.at("/transfers/0/returnedAt").isNull()).isFalse();
  }
}
