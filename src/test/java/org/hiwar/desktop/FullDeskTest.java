package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.offerNumber;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hiwar.Requirement;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.VisitorClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// An agent who has as many conversations as fit, and a customer more.
@Tag("api")
class FullDeskTest {
  private static final List<String> NAMES = List.of("Jane", "Omar", "Lina", "Yusuf");

  private final ChatWorkspace shop = ChatWorkspace.fresh();

  @Test
  @Requirement("S0-11")
  void severalCustomersAreServedAtOnceUpToTheCapacityAndNothingOfOneReachesAnother() {
    var visitors = new ArrayList<VisitorClient>();
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      for (var name : NAMES) {
        visitors.add(arrive(name));
        accept(desk, name);
      }
      assertThat(desk.state().at("/presence/capacityUsed").asInt()).isEqualTo(100);

      visitors.add(arrive("Sara"));
      for (int round = 1; round <= 3; round++)
        for (int i = 0; i < NAMES.size(); i++) {
          visitors.get(i).say(NAMES.get(i) + " asks " + round);
          say(desk, NAMES.get(i), "to " + NAMES.get(i) + ": " + round);
        }
      for (int i = 0; i < NAMES.size(); i++) onlyTheirOwn(desk, visitors.get(i), NAMES.get(i));
      assertThat(shown(desk)).as("no room for a fifth").containsExactlyInAnyOrderElementsOf(NAMES);
      assertThat(visitors.getLast().state()).isEqualTo("WAITING");
      assertThat(heard(visitors.getLast())).isEmpty();

      visitors.getFirst().end();
      desk.shows("Jane's wrap-up", s -> state(s, "Jane").equals("WRAP_UP"));
      desk.agent().complete(id(of(desk.state(), "Jane")), 7, shop.resolved(), "").ok();
      accept(desk, "Sara");
      assertThat(texts(of(desk.state(), "Sara"))).containsExactly("Sara is here");
      for (var name : NAMES.subList(1, NAMES.size()))
        assertThat(state(desk.state(), name)).isEqualTo("ACTIVE");
    } finally {
      visitors.forEach(VisitorClient::close);
    }
  }

  private static void onlyTheirOwn(OpenDesk desk, VisitorClient visitor, String name) {
    var wanted = new ArrayList<String>(List.of(name + " is here"));
    for (int round = 1; round <= 3; round++) {
      wanted.add(name + " asks " + round);
      wanted.add("to " + name + ": " + round);
    }
    desk.shows("all of " + name, s -> texts(of(s, name)).size() == wanted.size());
    assertThat(texts(of(desk.state(), name))).containsExactlyElementsOf(wanted);
    Await.until(() -> heard(visitor).size() == 3);
    assertThat(heard(visitor)).allMatch(text -> text.startsWith("to " + name + ": "));
  }

  private static List<String> heard(VisitorClient visitor) {
    return visitor.heard("message").stream()
        .map(message -> message.get("text").asString())
        .filter(text -> text.startsWith("to "))
        .toList();
  }

  private VisitorClient arrive(String name) {
    var visitor = shop.visitor("en");
    visitor.connect();
    visitor.say(UUID.randomUUID(), name + " is here", name, null).join();
    return visitor;
  }

  private static void accept(OpenDesk desk, String name) {
    desk.shows("an offer of " + name, s -> state(s, name).equals("OFFERED"));
    var offered = of(desk.state(), name);
    desk.agent().accept(interaction(offered), offerNumber(offered)).ok();
    desk.shows("a chat with " + name, s -> state(s, name).equals("ACTIVE"));
  }

  private static void say(OpenDesk desk, String name, String text) {
    var chat = of(desk.state(), name);
    desk.agent().say(id(chat), interaction(chat), UUID.randomUUID(), text).ok();
  }

  private static List<String> shown(OpenDesk desk) {
    return desk.state().get("conversations").valueStream().map(FullDeskTest::name).toList();
  }

  private static String state(JsonNode state, String name) {
    return of(state, name).path("state").asString("");
  }

  /// A missing node when there is none of this name.
  private static JsonNode of(JsonNode state, String name) {
    return state
        .get("conversations")
        .valueStream()
        .filter(one -> name(one).equals(name))
        .findFirst()
        .orElseGet(() -> state.path("nobody of this name"));
  }

  private static String name(JsonNode conversation) {
    return conversation.at("/contact/name").asString("");
  }
}
