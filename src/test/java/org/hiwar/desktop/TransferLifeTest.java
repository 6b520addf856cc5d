package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.VisitorClient;
import org.hiwar.workspace.Medium;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What agents see when one gives the other what is written.
@Tag("api")
class TransferLifeTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  private static Map<String, @Nullable Object> to(String where, String id, boolean whole) {
    var wish = new HashMap<String, @Nullable Object>();
    wish.put("service", null);
    wish.put("colleague", null);
    wish.put(where, id);
    wish.put("whole", whole);
    wish.put("note", "Speaks to nobody but you");
    return wish;
  }

  private static Answer transfer(OpenDesk desk, String interaction, Object wish) {
    return desk.agent().send("POST", "/api/interactions/" + interaction + "/transfer", wish);
  }

  private static JsonNode chats(VisitorClient visitor, OpenDesk desk) {
    visitor.connect();
    visitor.say("Hello");
    return desk.acceptOffer();
  }

  private static JsonNode acceptsFirst(OpenDesk desk) {
    var offered = desk.conversation("OFFERED");
    for (var part : offered.get("interactions"))
      if (part.get("state").asString().equals("OFFERED"))
        desk.agent().accept(part.get("id").asString(), part.at("/offer/number").asInt()).ok();
    return desk.conversation("ACTIVE");
  }

  @Test
  void aColleagueGetsTheChatWithItsNoteAndTheVisitorGoesOnWriting() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      try (var sam = OpenDesk.of(shop.agent("sam", "en"))) {
        var toSam = to("colleague", sam.agent().id(), false);
        assertThat(transfer(amal, interaction(chat), toSam).problem())
            .isEqualTo("colleague-not-ready");
        sam.ready();
        var key = UUID.randomUUID();
        var path = "/api/interactions/" + interaction(chat) + "/transfer";
        amal.agent().send("POST", path, toSam, key).ok();
        amal.isEmpty();
        amal.agent().send("POST", path, toSam, key).ok();
        visitor.say("Are you there?");
        var offered = sam.conversation("OFFERED");
        assertThat(offered.at("/interactions/0/transfers/0/note").asString())
            .isEqualTo("Speaks to nobody but you");
        assertThat(offered.at("/interactions/0/transfers/0/agent/id").asString())
            .isEqualTo(amal.agent().id());
        var taken = sam.acceptOffer();
        assertThat(id(taken)).isEqualTo(id(chat));
        sam.shows(
            "all that was said", s -> texts(s.at("/conversations/0")).contains("Are you there?"));
        assertThat(texts(sam.conversation("ACTIVE"))).contains("Hello");
        visitor.say("Good");
        sam.shows("what comes next", s -> texts(s.at("/conversations/0")).contains("Good"));
        sam.agent().say(id(taken), interaction(taken), UUID.randomUUID(), "I am Sam").ok();
        Await.until(
            () ->
                visitor.heard("message").stream()
                    .anyMatch(one -> one.path("text").asString("").equals("I am Sam")));
        assertThat(transfer(amal, interaction(chat), toSam).status()).isEqualTo(404);
      }
    }
  }

  @Test
  void whatAColleagueDeclinesIsBackWithItsWordsAndThatIsShown() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      try (var sam = OpenDesk.of(shop.agent("sam", "en")).ready()) {
        transfer(amal, interaction(chat), to("colleague", sam.agent().id(), false)).ok();
        var offered = sam.conversation("OFFERED");
        sam.agent().decline(interaction(offered), OpenDesk.offerNumber(offered)).ok();
        var back = amal.conversation("ACTIVE");
        assertThat(back.at("/interactions/0/transfers/0/returnedAt").isNull()).isFalse();
        assertThat(back.at("/interactions/0/transfers/0/colleague/id").asString())
            .isEqualTo(sam.agent().id());
        sam.isEmpty();
        visitor.say("Still here");
        amal.shows("what comes next", s -> texts(s.at("/conversations/0")).contains("Still here"));
      }
    }
  }

  @Test
  void aServiceOfTheSameMediumIsChosenAmongThoseThatAreNamed() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      var chat = interaction(chats(visitor, amal));
      try (var sam = OpenDesk.of(shop.agent("sam", "en")).ready()) {
        var returns = shop.another("Returns", Medium.CHAT, sam.agent()).toString();
        var named = amal.agent().get("/api/interactions/" + chat + "/services").ok().body();
        assertThat(named.valueStream().map(one -> one.get("id").asString()))
            .containsExactly(returns);
        var mail = to("service", shop.mail().toString(), false);
        assertThat(transfer(amal, chat, mail).problem()).isEqualTo("unknown-service");
        var nowhere = new HashMap<>(to("service", returns, false));
        nowhere.put("service", null);
        assertThat(transfer(amal, chat, nowhere).problem()).isEqualTo("transfer-where");
        assertThat(transfer(amal, chat, to("colleague", amal.agent().id(), false)).problem())
            .isEqualTo("transfer-where");
        transfer(amal, chat, to("service", returns, false)).ok();
        amal.isEmpty();
        assertThat(sam.acceptOffer().at("/service/id").asString()).isEqualTo(returns);
        assertThat(transfer(sam, chat, to("colleague", amal.agent().id(), false)).status())
            .isEqualTo(204);
        amal.conversation("OFFERED");
      }
    }
  }

  @Test
  void whatIsWrappedUpStaysAndTheRestIsShownToBeWithAColleague() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      var first = interaction(chat);
      amal.agent().end(first).ok();
      amal.conversation("WRAP_UP");
      visitor.say("One more thing");
      var second = interaction(acceptsFirst(amal));
      assertThat(second).isNotEqualTo(first);
      try (var sam = OpenDesk.of(shop.agent("sam", "en")).ready()) {
        transfer(amal, second, to("colleague", sam.agent().id(), true)).ok();
        var taken = acceptsFirst(sam);
        assertThat(state(taken, second)).isEqualTo("ACTIVE");
        assertThat(state(taken, first)).as("whose wrap-up it is").isEqualTo("WITH_COLLEAGUE");
        amal.shows(
            "that a colleague has it",
            s -> state(s.at("/conversations/0"), second).equals("WITH_COLLEAGUE"));
        assertThat(state(amal.conversation("WRAP_UP"), first)).isEqualTo("WRAP_UP");
        var seen = amal.conversation("WRAP_UP").get("lastSeq").asLong();
        amal.agent().complete(id(chat), seen, shop.resolved(), "").ok();
        amal.isEmpty();
        assertThat(state(sam.conversation("ACTIVE"), second)).isEqualTo("ACTIVE");
      }
    }
  }

  private static String state(JsonNode conversation, String interaction) {
    for (var part : conversation.path("interactions"))
      if (part.get("id").asString().equals(interaction)) return part.get("state").asString();
    return "";
  }
}
