package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.Requirement;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Contacts and their activities.
@Tag("api")
class ContactTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  @Test
  @Requirement("S0-56")
  void aNewNameIsShownOnTheDeskAndNobodyOverwritesWhatTheyHaveNotSeen() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = amal.acceptOffer();
      var contact = "/api/contacts/" + chat.at("/contact/id").asString();
      long version = chat.at("/contact/version").asLong();
      amal.verifyAction(
          () ->
              amal.agent()
                  .send("PATCH", contact, Map.of("name", "Jane Doe", "version", version))
                  .ok(),
          "the name",
          s -> s.at("/conversations/0/contact/name").asString("").equals("Jane Doe"));
      var late =
          amal.agent().send("PATCH", contact, Map.of("name", "Somebody", "version", version));
      assertThat(late.problem()).isEqualTo("changed");
      assertThat(late.body().at("/contact/name").asString()).isEqualTo("Jane Doe");
    }
  }

  @Test
  void anAddressIsNormalisedAddedFoundAndRemoved() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say(UUID.randomUUID(), "Hello", "Jane", null).join();
      var chat = amal.acceptOffer();
      var addresses = "/api/contacts/" + chat.at("/contact/id").asString() + "/addresses";
      amal.verifyAction(
          () ->
              amal.agent()
                  .send("POST", addresses, Map.of("kind", "EMAIL", "value", "Jane@Example.ORG"))
                  .ok(),
          "the address",
          s ->
              s.at("/conversations/0/contact/addresses")
                  .valueStream()
                  .anyMatch(a -> a.get("value").asString().equals("jane@example.org")));
      assertThat(
              amal.agent()
                  .send("POST", addresses, Map.of("kind", "PHONE", "value", "12"))
                  .problem())
          .isEqualTo("invalid-address");
      assertThat(
              amal.agent().get("/api/contacts?query=example.org").ok().body().get("items").size())
          .isEqualTo(1);
      amal.verifyAction(
          () -> amal.agent().send("DELETE", addresses + "/EMAIL/jane@example.org", null).ok(),
          "no address",
          s ->
              s.at("/conversations/0/contact/addresses")
                  .valueStream()
                  .noneMatch(a -> a.get("kind").asString().equals("EMAIL")));
    }
  }

  @Test
  @Requirement("S0-36")
  void anActivityIsVisibleToOtherPermittedUsers() {
    var supervisor = shop.supervisor("rana");
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = amal.acceptOffer();
      visitor.end();
      amal.conversation("WRAP_UP");
      amal.agent().complete(OpenDesk.id(chat), 1, null, "").ok();
      var items =
          supervisor
              .get("/api/contacts/" + chat.at("/contact/id").asString() + "/activities")
              .ok()
              .body()
              .get("items");
      assertThat(items.size()).isEqualTo(1);
      assertThat(
              texts(supervisor.get("/api/activities/" + items.at("/0/id").asString()).ok().body()))
          .containsExactly("Hello");
    }
  }

  /// Ids of contacts that a desk was told to read anew.
  private static List<String> toReadAnew(OpenDesk desk) {
    return desk.window().events("contactsChanged").stream()
        .flatMap(event -> event.get("contacts").valueStream())
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  @Requirement("S0-61")
  void everyDeskHearsThatAContactWasDeletedWhateverItShows() {
    var supervisor = shop.supervisor("rana");
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en"));
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = amal.acceptOffer();
      visitor.end();
      amal.conversation("WRAP_UP");
      amal.agent().complete(OpenDesk.id(chat), 1, null, "").ok();
      amal.isEmpty();
      var id = chat.at("/contact/id").asString();
      var contact = "/api/contacts/" + id;
      long version = supervisor.get(contact).ok().body().get("version").asLong();
      supervisor.send("DELETE", contact + "?version=" + version, null).ok();
      for (var desk : List.of(amal, sam)) Await.until(() -> toReadAnew(desk).contains(id));
      assertThat(sam.agent().get(contact).status()).isEqualTo(404);
    }
  }

  @Test
  @Requirement("S0-57")
  void twoContactsBecomeOneOnTheDesksThatShowThemAndTwoAgain() {
    var supervisor = shop.supervisor("rana");
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en"));
        var earlier = shop.visitor("en");
        var now = shop.visitor("en")) {
      earlier.connect();
      earlier.say(UUID.randomUUID(), "Hello", "Layla", null).join();
      var first = amal.acceptOffer();
      earlier.end();
      amal.conversation("WRAP_UP");
      amal.agent().complete(OpenDesk.id(first), 1, null, "").ok();
      now.connect();
      now.say(UUID.randomUUID(), "Me again", "Leila", null).join();
      var chat = amal.acceptOffer();
      var kept = "/api/contacts/" + first.at("/contact/id").asString();
      var other = chat.at("/contact/id").asString();

      var preview = supervisor.get(kept + "/merge-preview/" + other).ok().body();
      assertThat(preview.at("/kept/name").asString()).isEqualTo("Layla");
      assertThat(preview.at("/other/name").asString()).isEqualTo("Leila");
      assertThat(preview.at("/otherActivities").asLong()).isEqualTo(1);
      var wish =
          Map.of(
              "other", other,
              "take", List.of(),
              "version", preview.at("/kept/version").asLong(),
              "otherVersion", preview.at("/other/version").asLong());
      assertThat(amal.agent().send("POST", kept + "/merges", wish).problem())
          .isEqualTo("not-allowed");
      amal.verifyAction(
          () -> supervisor.send("POST", kept + "/merges", wish).ok(),
          "the kept contact",
          s -> s.at("/conversations/0/contact/name").asString("").equals("Layla"));
      assertThat(supervisor.get(kept + "/activities").ok().body().get("items").size()).isEqualTo(2);
      assertThat(supervisor.send("POST", kept + "/merges", wish).problem())
          .isEqualTo("contact-merged");
      var late = Map.of("name", "Somebody", "version", preview.at("/other/version").asLong());
      assertThat(supervisor.send("PATCH", "/api/contacts/" + other, late).problem())
          .isEqualTo("changed");

      Await.until(() -> toReadAnew(sam).contains(other));

      var note = supervisor.get(kept + "/merges").ok().body();
      assertThat(note.at("/0/otherName").asString()).isEqualTo("Leila");
      var undo = kept + "/merges/" + note.at("/0/id").asString();
      amal.verifyAction(
          () -> supervisor.send("DELETE", undo, null).ok(),
          "the other contact",
          s -> s.at("/conversations/0/contact/name").asString("").equals("Leila"));
      assertThat(supervisor.get(kept + "/activities").ok().body().get("items").size()).isEqualTo(1);
      assertThat(supervisor.send("DELETE", undo, null).problem()).isEqualTo("merge-undone");
    }
  }

  @Test
  @Requirement("S2-57")
  void anActivityKeepsTheNameThatItsDispositionHadWhenItWasGiven() {
    var administrator = shop.administrator("admin");
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      var before = resolved(amal);
      var scope =
          Map.of(
              "preview",
              false,
              "outbound",
              true,
              "inbound",
              true,
              "selectable",
              true,
              "reschedulable",
              false);
      administrator
          .send(
              "PUT",
              "/api/dispositions/" + shop.resolved(),
              Map.of("name", "Solved", "kind", "SUCCESS", "last", true, "scope", scope))
          .ok();
      var after = resolved(amal);
      Await.until(() -> given(administrator, after).path("name").asString("").equals("Solved"));
      assertThat(given(administrator, before).get("name").isNull()).isTrue();
      assertThat(given(administrator, before).get("code").asString()).isEqualTo("RESOLVED");
    }
  }

  /// The activity of a chat that was completed with this disposition.
  private String resolved(OpenDesk amal) {
    try (var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = amal.acceptOffer();
      visitor.end();
      amal.conversation("WRAP_UP");
      amal.agent().complete(OpenDesk.id(chat), 1, shop.resolved(), "").ok();
      amal.shows("nothing left", s -> s.at("/conversations").isEmpty());
      return OpenDesk.interaction(chat);
    }
  }

  private static JsonNode given(AgentClient by, String activity) {
    return by.get("/api/activities/" + activity).ok().body().at("/activity/disposition");
  }

  @Test
  void whatDoesNotExistAndWhatIsAnotherWorkspacesLookTheSame() {
    var other = ChatWorkspace.fresh();
    var stranger = other.agent("sam", "en");
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = amal.acceptOffer();
      var contact = chat.at("/contact/id").asString();
      for (var path : new String[] {"/api/contacts/%s", "/api/contacts/%s/activities"}) {
        assertThat(stranger.get(path.formatted(contact)).body())
            .isEqualTo(stranger.get(path.formatted("1")).body());
        assertThat(stranger.get(path.formatted(contact)).status()).isEqualTo(404);
      }
      assertThat(stranger.get("/api/activities/" + OpenDesk.interaction(chat)).status())
          .isEqualTo(404);
      assertThat(stranger.get("/api/conversations/" + OpenDesk.id(chat) + "/messages").status())
          .isEqualTo(404);
      assertThat(stranger.accept(OpenDesk.interaction(chat), 1).status()).isEqualTo(404);
    }
  }

  @Test
  void earlierMessagesAreReadPageByPage() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      for (int i = 1; i <= 5; i++) visitor.say("message " + i);
      var chat = amal.acceptOffer();
      var page =
          amal.agent()
              .get("/api/conversations/" + OpenDesk.id(chat) + "/messages?before=4&limit=2")
              .ok()
              .body();
      assertThat(page.valueStream().map(m -> m.get("text").asString()).toList())
          .containsExactly("message 2", "message 3");
    }
  }
}
