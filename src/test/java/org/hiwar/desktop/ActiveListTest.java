package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.offerNumber;
import static org.hiwar.desktop.OpenDesk.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.hiwar.Requirement;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.VisitorClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the Active Conversations List and the panels beside it are told, over HTTP and the desk's
/// socket.
@Tag("api")
class ActiveListTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  @Test
  @Requirement({"S0-3", "S0-7", "S0-23"})
  void threeActiveConversationsAreThreeEntriesEachWithItsCustomer() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var jane = arrive("Jane");
        var omar = followed(desk, "Jane", "Omar");
        var lina = followed(desk, "Omar", "Lina")) {
      accept(desk, "Lina");
      var shown = desk.state().get("conversations");
      assertThat(shown.valueStream().map(ActiveListTest::name))
          .containsExactlyInAnyOrder("Jane", "Omar", "Lina");
      assertThat(shown.valueStream().map(c -> c.get("state").asString())).containsOnly("ACTIVE");
      assertThat(shown.valueStream().map(OpenDesk::id)).doesNotHaveDuplicates();
      assertThat(shown.valueStream().map(c -> c.get("interactions").size())).containsOnly(1);
      assertThat(List.of(jane.state(), omar.state(), lina.state())).containsOnly("ACTIVE");
    }
  }

  @Test
  @Requirement({"S0-4", "S0-5", "S0-24"})
  void anEntryHoldsAllThatItsLineShowsAndWhoHasToAnswer() {
    var before = Instant.now();
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var jane = arrive("Jane")) {
      var ringing = desk.conversation("OFFERED");
      assertThat(name(ringing)).isEqualTo("Jane");
      assertThat(ringing.at("/service/name").asString()).isEqualTo("Orders");
      assertThat(ringing.at("/interactions/0/medium").asString()).isEqualTo("CHAT");
      assertThat(time(ringing.get("openedAt")))
          .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));

      var active = accept(desk, "Jane");
      assertThat(time(active.get("stateSince"))).isAfterOrEqualTo(time(ringing.get("stateSince")));
      assertThat(unread(active)).isEqualTo(1);
      assertThat(lastAuthor(active)).as("the agent has to answer").isEqualTo("CUSTOMER");

      desk.agent().read(id(active), 1).ok();
      desk.agent().say(id(active), interaction(active), UUID.randomUUID(), "Good morning").ok();
      var answered = shown(desk, "the answer", c -> c.get("lastSeq").asLong() == 2);
      assertThat(lastAuthor(answered)).as("the customer has to answer").isEqualTo("AGENT");
      desk.agent().read(id(active), 2).ok();
      assertThat(unread(shown(desk, "read", c -> c.get("readSeq").asLong() == 2))).isZero();

      jane.say("And one more thing");
      jane.say("It is blue");
      assertThat(unread(shown(desk, "two more", c -> c.get("lastSeq").asLong() == 4))).isEqualTo(2);
      jane.end();
      var wrapUp = desk.conversation("WRAP_UP");
      assertThat(time(wrapUp.at("/interactions/0/wrapUpUntil"))).isAfter(Instant.now());
      desk.agent().complete(id(wrapUp), 4, null, "").ok();
      desk.isEmpty();
    }
  }

  /// Three customers, for one alone might meet a pause of the machine: the middle one counts.
  @Test
  @Requirement("S0-25")
  void conversationsAppearChangeAndVanishWithinASecond() {
    var appears = new ArrayList<Duration>();
    var changes = new ArrayList<Duration>();
    var vanishes = new ArrayList<Duration>();
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      for (var name : List.of("Jane", "Omar", "Lina")) {
        try (var visitor = shop.visitor("en")) {
          visitor.connect();
          visitor.say(UUID.randomUUID(), "Hello", name, null).join();
          appears.add(until(desk, s -> s.get("conversations").size() == 1));
          var chat = accept(desk, name);
          visitor.say("Are you there?");
          changes.add(until(desk, s -> texts(s.at("/conversations/0")).contains("Are you there?")));
          visitor.end();
          desk.conversation("WRAP_UP");
          desk.agent().complete(id(chat), 2, null, "").ok();
          vanishes.add(until(desk, s -> s.get("conversations").isEmpty()));
        }
      }
    }
    for (var each : List.of(appears, changes, vanishes))
      assertThat(each.stream().sorted().toList().get(1)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  @Requirement("S0-9")
  void eachInteractionHasItsOwnMediumTimesServiceStateAndGlobalId() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var jane = arrive("Jane");
        var omar = followed(desk, "Jane", "Omar")) {
      accept(desk, "Omar");
      jane.end();
      desk.shows(
          "Jane's wrap-up", s -> conversation(s, "Jane").get("state").asString().equals("WRAP_UP"));
      var first = conversation(desk.state(), "Jane").at("/interactions/0");
      var second = conversation(desk.state(), "Omar").at("/interactions/0");
      assertThat(omar.state()).isEqualTo("ACTIVE");
      for (var each : List.of(first, second)) {
        assertThat(each.get("medium").asString()).isEqualTo("CHAT");
        assertThat(each.get("channel").asString()).isEqualTo("web");
        assertThat(each.get("direction").asString()).isEqualTo("INBOUND");
        assertThat(each.at("/service/id").asString()).isEqualTo(shop.service());
        assertThat(time(each.get("acceptedAt"))).isAfterOrEqualTo(time(each.get("arrivedAt")));
      }
      assertThat(first.get("state").asString()).isEqualTo("WRAP_UP");
      assertThat(second.get("state").asString()).isEqualTo("ACTIVE");
      assertThat(time(first.get("liveUntil"))).isAfterOrEqualTo(time(first.get("acceptedAt")));
      assertThat(second.get("liveUntil").isNull()).isTrue();
      assertThat(time(second.get("arrivedAt"))).isAfter(time(first.get("arrivedAt")));

      // The id is the same everywhere, and leads from the interaction to its conversation and its
      // history.
      assertThat(first.get("id")).isNotEqualTo(second.get("id"));
      var chat = conversation(desk.state(), "Jane");
      desk.agent().complete(id(chat), 1, shop.resolved(), "").ok();
      var kept =
          desk.agent()
              .get("/api/activities/" + first.get("id").asString())
              .ok()
              .body()
              .get("activity");
      for (var same :
          List.of("id", "medium", "channel", "direction", "service", "arrivedAt", "acceptedAt"))
        assertThat(kept.get(same)).as(same).isEqualTo(first.get(same));
      assertThat(kept.get("conversation")).isEqualTo(chat.get("id"));
      assertThat(time(kept.get("endedAt"))).isAfterOrEqualTo(time(first.get("liveUntil")));
      assertThat(kept.get("outcome").asString()).isEqualTo("HANDLED");
    }
  }

  @Test
  @Requirement("S0-30")
  void allThatIsKnownOfTheCustomerAndTheChatIsAtHand() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var jane = shop.visitor("en")) {
      jane.connect();
      jane.say(UUID.randomUUID(), "Hello", "Jane", "jane@example.org").join();
      var first = desk.acceptOffer();
      desk.agent().end(interaction(first)).ok();
      desk.conversation("WRAP_UP");
      desk.agent().complete(id(first), 1, shop.resolved(), "The first time").ok();
      desk.isEmpty();

      jane.say("Me again");
      var chat = desk.acceptOffer();
      desk.agent().notes(interaction(chat), "Called before", shop.resolved()).ok();
      var now =
          shown(
              desk, "notes", c -> c.at("/interactions/0/notes").asString().equals("Called before"));
      assertThat(name(now)).isEqualTo("Jane");
      assertThat(addresses(now)).contains("EMAIL jane@example.org");
      assertThat(now.at("/interactions/0/channel").asString()).isEqualTo("web");
      assertThat(now.at("/service/name").asString()).isEqualTo("Orders");
      assertThat(time(now.at("/interactions/0/acceptedAt")))
          .as("how long it lasts")
          .isBeforeOrEqualTo(Instant.now());
      assertThat(now.at("/interactions/0/disposition").asString()).isEqualTo(shop.resolved());
      assertThat(now.at("/interactions/0/dispositions/0/code").asString()).isEqualTo("RESOLVED");
      assertThat(texts(now)).containsExactly("Me again");
      var history =
          desk.agent()
              .get("/api/contacts/" + now.at("/contact/id").asString() + "/activities")
              .ok()
              .body()
              .get("items");
      assertThat(history.valueStream().map(a -> a.get("notes").asString()))
          .contains("The first time");
    }
  }

  @Test
  @Requirement("S0-1")
  void everyUserChoosesALanguage() {
    var amal = shop.agent("amal", "en");
    var sam = shop.agent("sam", "en");
    amal.send("PUT", "/api/me/language", Map.of("language", "ar")).ok();
    assertThat(amal.get("/api/me").ok().body().get("language").asString()).isEqualTo("ar");
    assertThat(shop.logIn("amal").me().get("language").asString())
        .as("at the next log-in")
        .isEqualTo("ar");
    sam.send("PUT", "/api/me/language", Map.of("language", "en")).ok();
    assertThat(sam.get("/api/me").ok().body().get("language").asString()).isEqualTo("en");
    assertThat(amal.get("/api/me").ok().body().get("language").asString()).isEqualTo("ar");
  }

  private VisitorClient arrive(String name) {
    var visitor = shop.visitor("en");
    visitor.connect();
    visitor.say(UUID.randomUUID(), "Hello from " + name, name, null).join();
    return visitor;
  }

  /// Accepts the one who waits, and then has another one come.
  private VisitorClient followed(OpenDesk desk, String waiting, String next) {
    accept(desk, waiting);
    return arrive(next);
  }

  private static JsonNode accept(OpenDesk desk, String name) {
    desk.shows(
        "an offer of " + name,
        s -> conversation(s, name).path("state").asString("").equals("OFFERED"));
    var offered = conversation(desk.state(), name);
    desk.agent().accept(interaction(offered), offerNumber(offered)).ok();
    desk.shows(
        "a chat with " + name,
        s -> conversation(s, name).path("state").asString("").equals("ACTIVE"));
    return conversation(desk.state(), name);
  }

  /// The only conversation of the desk, once it is as wanted.
  private static JsonNode shown(OpenDesk desk, String what, Predicate<JsonNode> wanted) {
    return desk.shows(what, s -> wanted.test(s.at("/conversations/0"))).at("/conversations/0");
  }

  /// From now until the desk shows it, by events alone.
  private static Duration until(OpenDesk desk, Predicate<JsonNode> shown) {
    long start = System.nanoTime();
    org.hiwar.testing.Await.until(() -> shown.test(desk.state()));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// A missing node when there is none.
  private static JsonNode conversation(JsonNode state, String name) {
    return state
        .get("conversations")
        .valueStream()
        .filter(c -> name(c).equals(name))
        .findFirst()
        .orElseGet(() -> state.path("nobody of this name"));
  }

  private static String name(JsonNode conversation) {
    return conversation.at("/contact/name").asString("");
  }

  private static List<String> addresses(JsonNode conversation) {
    return conversation
        .at("/contact/addresses")
        .valueStream()
        .map(a -> a.get("kind").asString() + " " + a.get("value").asString())
        .toList();
  }

  private static long unread(JsonNode conversation) {
    return conversation.get("lastSeq").asLong() - conversation.get("readSeq").asLong();
  }

  private static String lastAuthor(JsonNode conversation) {
    return conversation
        .get("messages")
        .valueStream()
        .reduce((_, last) -> last)
        .orElseThrow()
        .at("/author/kind")
        .asString();
  }

  private static Instant time(JsonNode node) {
    return Instant.parse(node.asString());
  }
}
