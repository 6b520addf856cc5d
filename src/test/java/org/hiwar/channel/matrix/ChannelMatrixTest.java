package org.hiwar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.Requirement;
import org.hiwar.house.CommittedFile;
import org.hiwar.testing.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Whoever is served by one channel is reached by any other, in the same conversation: each pair
/// with both ends of it, the customer's and the agent's. What is not possible at first is said by
/// the same answer that the desktop draws, and is possible once that is out of the way.
@Tag("voice")
class ChannelMatrixTest {
  private static final String REACHED = "This reaches you";
  private static final String ANSWER = "It does";

  static Stream<Arguments> pairs() {
    return Arrays.stream(By.values())
        .flatMap(
            from ->
                Arrays.stream(By.values())
                    .filter(to -> to != from)
                    .map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("pairs")
  @Requirement({"S0-44", "S0-45", "S0-48", "S0-49"})
  void whoIsServedByOneChannelIsReachedByAnother(By from, By to) throws Exception {
    try (var scene = new MatrixScene(from, to)) {
      var agent = scene.agent;
      var begun = scene.begin(from, to);
      var id = begun.get("id").asString();
      var other = scene.of(to);
      var hindrance = from.to(to).hindrance;
      if (to != By.VOICE) assertThat(agent.hindrance(begun, other.channel())).isEqualTo(hindrance);
      if (!hindrance.isEmpty()) scene.open(to, begun);

      assertThat(other.reach(agent, agent.conversation(id), REACHED)).isEqualTo(id);
      Await.until(() -> other.got(REACHED));
      other.answer(ANSWER);
      Await.until(() -> other.answered(agent.conversation(id), ANSWER));

      assertThat(agent.active()).isEqualTo(1);
      var parts = agent.conversation(id).get("interactions");
      assertThat(parts.valueStream().map(one -> one.get("channel").asString()))
          .containsExactlyInAnyOrder(scene.of(from).channel(), other.channel());
      assertThat(parts.valueStream().map(one -> one.get("state").asString()))
          .containsOnly("ACTIVE");
      assertThat(trust(parts, scene.of(from).channel())).isEqualTo(from.trust.name());
      if (from != By.VOICE && to != By.VOICE) assertThat(scene.of(from).got(REACHED)).isFalse();
    }
  }

  /// By all channels, one after the other; and from the saved ones the customer is contacted anew,
  /// each way, in a new conversation of the same contact.
  @Test
  @Requirement({"S0-45", "S0-46", "S0-58", "S0-66"})
  void allConversationsAreUnderOneContactWhoIsContactedAnewFromThem() throws Exception {
    var ways = Arrays.stream(By.values()).filter(by -> by != By.CHAT).toList();
    try (var scene = new MatrixScene(By.values())) {
      var agent = scene.agent;
      scene.of(By.CHAT).begin("Hello by " + By.CHAT.word);
      var chat = agent.accept();
      var contact = Reaching.contact(chat);
      for (var by : ways) agent.noteIfNew(contact, scene.of(by).address().orElseThrow());
      agent.finish(chat);
      for (var by : ways) {
        scene.of(by).begin("Hello by " + by.word);
        var conversation = agent.accept();
        scene.of(by).accepted();
        assertThat(Reaching.contact(conversation)).as(by.word).isEqualTo(contact);
        agent.finish(conversation);
      }
      var saved = agent.activities(contact);
      assertThat(saved.stream().map(one -> one.get("channel").asString()).toList())
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(By.values()).map(by -> scene.of(by).channel()).toList());
      assertThat(saved.stream().map(one -> one.get("conversation").asString()))
          .doesNotHaveDuplicates();

      for (var by : ways) {
        var activity = saved(saved, scene.of(by).channel());
        assertThat(activity.get("party").asString())
            .isEqualTo(scene.of(by).address().orElseThrow().value());
        var anew = scene.of(by).reachAnew(agent, contact, "Anew by " + by.word);
        Await.until(() -> scene.of(by).got("Anew by " + by.word));
        if (by != By.VOICE) nothingOfTheNoteArrives(scene, by, anew);
        assertThat(anew).isNotEqualTo(activity.get("conversation").asString());
        assertThat(Reaching.contact(agent.conversation(anew))).isEqualTo(contact);
        assertThat(agent.hindrance(agent.conversation(anew), scene.of(By.CHAT).channel()))
            .isEqualTo(By.VOICE.to(By.CHAT).hindrance);
        agent.finish(agent.conversation(anew));
      }
      // A second mail is another matter of the same conversation.
      assertThat(
              agent.activities(contact).stream()
                  .map(one -> one.get("conversation").asString())
                  .distinct())
          .hasSize(saved.size() + ways.size());
    }
  }

  /// What is written after a note to the same customer arrives after it: then the note never does.
  private static void nothingOfTheNoteArrives(MatrixScene scene, By by, String conversation)
      throws Exception {
    var agent = scene.agent;
    agent.writeNote(agent.conversation(conversation), "For colleagues alone");
    scene.of(by).reach(agent, agent.conversation(conversation), "After the note");
    Await.until(() -> scene.of(by).got("After the note"));
    assertThat(scene.of(by).got("For colleagues alone")).as(by.word).isFalse();
  }

  private static JsonNode saved(List<JsonNode> activities, String channel) {
    return activities.stream()
        .filter(one -> one.get("channel").asString().equals(channel))
        .findFirst()
        .orElseThrow();
  }

  private static String trust(JsonNode interactions, String channel) {
    return interactions
        .valueStream()
        .filter(one -> one.get("channel").asString().equals(channel))
        .map(one -> one.get("trust").asString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTableIsPrinted() {
    CommittedFile.at("docs/channel-matrix.md").mustSay(table(), getClass());
  }

  private static String table() {
    var text =
        new StringBuilder(
            """
            # From each channel to each other

            A customer is served by the channel at the left; the agent wants to reach them by the one at the top, in the same conversation. An address has to be known. Codes are what `GET /api/contacts/{contact}/reach` says while it is not possible; the desktop shows them in words. `ChannelMatrixTest` goes through every pair with both ends of it.

            """);
    text.append("| from \\ to |");
    for (var to : By.values()) text.append(' ').append(to.word).append(" |");
    text.append('\n').append("|---|").append("---|".repeat(By.values().length)).append('\n');
    for (var from : By.values()) text.append(row(from)).append('\n');
    return text.toString();
  }

  private static String row(By from) {
    return Arrays.stream(By.values())
        .map(to -> to == from ? "goes on" : from.to(to).words)
        .collect(Collectors.joining(" | ", "| **" + from.word + "** | ", " |"));
  }
}
