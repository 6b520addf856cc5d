package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.VisitorClient;
import org.hiwar.workspace.TeamId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What supervisors see of the work of agents, and how they come into it.
@Tag("api")
class SupervisionTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  private static JsonNode chats(VisitorClient visitor, OpenDesk desk) {
    visitor.connect();
    visitor.say("Hello");
    return desk.acceptOffer();
  }

  /// The agent of a team that these supervise.
  private AgentClient agent(String login, String team, AgentClient... supervisors) {
    var agent = shop.agent(login, "en");
    shop.team(team, List.of(supervisors), agent);
    return agent;
  }

  private static JsonNode list(AgentClient supervisor) {
    return supervisor.get("/api/supervision").ok().body();
  }

  private static Answer look(AgentClient supervisor, JsonNode conversation) {
    return supervisor.get("/api/supervision/" + id(conversation));
  }

  private static Answer join(AgentClient supervisor, JsonNode conversation) {
    return join(supervisor, interaction(conversation));
  }

  private static Answer join(AgentClient supervisor, String interaction) {
    return supervisor.send("POST", "/api/supervision/" + interaction + "/join", null);
  }

  /// What supervisors have done, the latest first: what, by whom and with which contact.
  private static List<String> audited(AgentClient administrator) {
    var found = new ArrayList<String>();
    for (var one : administrator.get("/api/audit-log?kind=supervision").ok().body().path("items"))
      found.add(
          one.path("what").asString()
              + " "
              + one.at("/by/name").asString()
              + " "
              + one.at("/subject/id").asString());
    return found;
  }

  @Test
  void whatAgentsHaveInHandIsListedWithWhoWaits() {
    var rana = shop.supervisor("rana");
    try (var amal = OpenDesk.of(agent("amal", "Care", rana)).ready();
        var visitor = shop.visitor("en")) {
      assertThat(list(rana).get("agents")).isEmpty();
      var chat = chats(visitor, amal);
      var agent = list(rana).at("/agents/0");
      assertThat(agent.get("name").asString()).isEqualTo("amal");
      assertThat(agent.at("/presence/workStatus").asString()).isEqualTo("BUSY");
      var work = agent.at("/inHand/0");
      assertThat(work.get("conversation").asString()).isEqualTo(id(chat));
      assertThat(work.at("/contact/id").asString()).isEqualTo(chat.at("/contact/id").asString());
      assertThat(work.at("/service/name").asString()).isEqualTo("Orders");
      assertThat(work.at("/parts/0/id").asString()).isEqualTo(interaction(chat));
      assertThat(work.at("/parts/0/live").asBoolean()).isTrue();
      assertThat(work.get("awaiting").isNull()).isFalse();
      assertThat(work.get("guests")).isEmpty();

      amal.agent().say(id(chat), interaction(chat), UUID.randomUUID(), "Good morning").ok();
      amal.agent().note(id(chat), interaction(chat), UUID.randomUUID(), "Is new").ok();
      assertThat(list(rana).at("/agents/0/inHand/0/awaiting").isNull()).isTrue();
      amal.agent().end(interaction(chat)).ok();
      amal.conversation("WRAP_UP");
      assertThat(list(rana).at("/agents/0/inHand/0/parts/0/live").asBoolean()).isFalse();
      amal.agent().complete(id(chat), 3, null, "").ok();
      amal.isEmpty();
      assertThat(list(rana).get("agents")).isEmpty();
      assertThat(look(rana, chat).status()).isEqualTo(404);
      assertThat(join(rana, chat).problem()).isEqualTo("not-in-hand");
    }
  }

  @Test
  void whoLooksOnSeesAllWithTheNotesAndNobodyLearnsOfItButTheAuditLog() {
    try (var rana = OpenDesk.of(shop.supervisor("rana"));
        var amal = OpenDesk.of(agent("amal", "Care", rana.agent())).ready();
        var visitor = shop.visitor("en")) {
      var administrator = shop.administrator("admin");
      var chat = chats(visitor, amal);
      amal.agent().note(id(chat), interaction(chat), UUID.randomUUID(), "Is angry").ok();
      var seen = look(rana.agent(), chat).ok().body();
      assertThat(texts(seen)).containsExactly("Hello", "Is angry");
      assertThat(seen.at("/interactions/0/state").asString()).isEqualTo("WITH_COLLEAGUE");
      assertThat(seen.at("/interactions/0/host/name").asString()).isEqualTo("amal");
      visitor.say("Anybody?");
      Await.until(() -> texts(look(rana.agent(), chat).ok().body()).contains("Anybody?"));
      var earlier = "/api/supervision/" + id(chat) + "/messages?before=2";
      assertThat(rana.agent().get(earlier).ok().body()).hasSize(1);
      rana.isEmpty();
      assertThat(amal.state().at("/conversations/0/interactions/0/participants")).isEmpty();
      assertThat(look(amal.agent(), chat).status()).isEqualTo(403);

      assertThat(audited(administrator)).containsExactly("supervision.seen rana " + id(chat));
      var nameless = administrator.get("/api/audit-log?kind=supervision").ok().body();
      assertThat(nameless.at("/items/0/subject/name").isNull()).isTrue();
      assertThat(nameless.at("/items/0/subject/nameless/what").asString()).isEqualTo("VISITOR");
      assertThat(chat.at("/contact/id").asString())
          .endsWith(nameless.at("/items/0/subject/nameless/number").asString("none"));
      amal.agent()
          .send(
              "PATCH",
              "/api/contacts/" + chat.at("/contact/id").asString(),
              Map.of("name", "Layla", "version", chat.at("/contact/version").asLong()))
          .ok();
      var read = administrator.get("/api/audit-log?kind=supervision").ok().body();
      assertThat(read.at("/items/0/subject/name").asString()).as("with whom").isEqualTo("Layla");
      assertThat(read.at("/items/0/subject/nameless").isNull()).isTrue();
      look(administrator, chat).ok();
      assertThat(audited(administrator)).first().isEqualTo("supervision.seen admin " + id(chat));
    }
  }

  @Test
  void whoJoinsIsAGuestWhomTheHostSeesAndTheCustomerReadsUnderTheirName() {
    try (var rana = OpenDesk.of(shop.supervisor("rana"));
        var amal = OpenDesk.of(agent("amal", "Care", rana.agent())).ready();
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      join(rana.agent(), chat).ok();
      var joined = rana.conversation("ACTIVE");
      assertThat(joined.get("guest").asBoolean()).isTrue();
      assertThat(texts(joined)).contains("Hello");
      amal.shows(
          "who has come in",
          s ->
              s.at("/conversations/0/interactions/0/participants/0/agent/name")
                      .asString("")
                      .equals("rana")
                  && s.at("/conversations/0/interactions/0/participants/0/host").isNull());
      assertThat(list(rana.agent()).at("/agents/0/inHand/0/guests/0/name").asString())
          .isEqualTo("rana");
      rana.agent().say(id(chat), interaction(chat), UUID.randomUUID(), "Rana here").ok();
      Await.until(
          () ->
              visitor.heard("message").stream()
                  .anyMatch(one -> one.path("text").asString("").equals("Rana here")));
      var words = amal.shows("it", s -> texts(s.at("/conversations/0")).contains("Rana here"));
      assertThat(words.at("/conversations/0/messages/1/author/name").asString()).isEqualTo("rana");
      look(rana.agent(), chat).ok();
      assertThat(join(rana.agent(), chat).problem()).isEqualTo("already-in");
      assertThat(audited(shop.administrator("admin")))
          .as("what is one's own is looked at by nobody else")
          .containsExactly("supervision.joined rana " + id(chat));
      rana.agent().send("POST", "/api/interactions/" + interaction(chat) + "/leave", null).ok();
      rana.isEmpty();
    }
  }

  @Test
  void aJoinThatIsSaidAgainStandsOnceInTheAuditLog() {
    try (var rana = OpenDesk.of(shop.supervisor("rana"));
        var amal = OpenDesk.of(agent("amal", "Care", rana.agent())).ready();
        var visitor = shop.visitor("en")) {
      var administrator = shop.administrator("admin");
      var chat = chats(visitor, amal);
      var path = "/api/supervision/" + interaction(chat) + "/join";
      var entry = "supervision.joined rana " + id(chat);
      var key = UUID.randomUUID();
      rana.agent().send("POST", path, null, key).ok();
      rana.agent().send("POST", path, null, key).ok();
      assertThat(audited(administrator)).containsExactly(entry);
      rana.agent().send("POST", "/api/interactions/" + interaction(chat) + "/leave", null).ok();
      rana.isEmpty();
      rana.agent().send("POST", path, null, key).ok();
      assertThat(audited(administrator)).as("said again when they had left").hasSize(1);
      join(rana.agent(), chat).ok();
      assertThat(audited(administrator)).as("joined anew").containsExactly(entry, entry);
    }
  }

  @Test
  void whoIsNotAtADeskDoesNotJoinNorASixthNorAnAgent() {
    var rana = shop.supervisor("rana");
    var supervisors = new ArrayList<>(List.of(rana));
    for (int i = 1; i <= 6; i++) supervisors.add(shop.supervisor("supervisor" + i));
    var agent = agent("amal", "Care", supervisors.toArray(AgentClient[]::new));
    try (var amal = OpenDesk.of(agent).ready();
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      assertThat(join(rana, chat).problem()).isEqualTo("not-at-desk");
      assertThat(join(shop.administrator("admin"), chat).problem()).isEqualTo("not-at-desk");
      assertThat(join(amal.agent(), chat).status()).isEqualTo(403);
      assertThat(amal.agent().get("/api/supervision").status()).isEqualTo(403);
      var desks = new ArrayList<OpenDesk>();
      for (var one : supervisors.subList(1, 7)) desks.add(OpenDesk.of(one));
      for (var desk : desks.subList(0, 5)) join(desk.agent(), chat).ok();
      assertThat(join(desks.get(5).agent(), chat).problem()).isEqualTo("enough-guests");
      desks.forEach(OpenDesk::close);
    }
  }

  @Test
  void aSupervisorSeesAndJoinsWhatTheirTeamsHaveAndIsRefusedTheRest() {
    try (var rana = OpenDesk.of(shop.supervisor("rana"));
        var amal = OpenDesk.of(agent("amal", "Care", rana.agent())).ready();
        var visitor = shop.visitor("en");
        var other = shop.visitor("en");
        var third = shop.visitor("en")) {
      var administrator = shop.administrator("admin");
      var nobodys = shop.supervisor("noura");
      var ofAmal = chats(visitor, amal);
      var agentOfReturns = shop.agent("sam", "en");
      var returns = shop.team("Returns", List.of(), agentOfReturns);
      try (var sam = OpenDesk.of(agentOfReturns).ready();
          var omar = OpenDesk.of(shop.agent("omar", "en"))) {
        amal.agent().notReady(shop.lunch()).ok();
        var ofSam = chats(other, sam);
        sam.agent().notReady(shop.lunch()).ok();
        omar.ready();
        var ofOmar = chats(third, omar);
        assertThat(seen(rana.agent())).containsExactly("amal");
        assertThat(seen(nobodys)).isEmpty();
        assertThat(seen(administrator)).containsExactly("amal", "omar", "sam");
        assertThat(teams(rana.agent())).containsExactly("Care");
        assertThat(teams(nobodys)).isEmpty();
        assertThat(list(administrator).get("teams").isNull()).as("all of them").isTrue();

        look(rana.agent(), ofAmal).ok();
        for (var chat : List.of(ofSam, ofOmar)) {
          assertRefused(look(rana.agent(), chat));
          assertRefused(rana.agent().get("/api/supervision/" + id(chat) + "/messages"));
          assertRefused(join(rana.agent(), chat));
          look(administrator, chat).ok();
        }
        assertRefused(look(nobodys, ofAmal));
        assertThat(audited(administrator))
            .as("who is refused has seen nothing")
            .filteredOn(one -> !one.contains(" admin "))
            .containsExactly("supervision.seen rana " + id(ofAmal));

        supervised(administrator, returns, rana.agent());
        assertThat(seen(rana.agent())).containsExactly("amal", "sam");
        assertThat(teams(rana.agent())).containsExactly("Care", "Returns");
        join(rana.agent(), ofSam).ok();
        rana.conversation("ACTIVE");
        supervised(administrator, returns);
        assertThat(seen(rana.agent())).containsExactly("amal");
        look(rana.agent(), ofSam).ok();
        rana.agent().send("POST", "/api/interactions/" + interaction(ofSam) + "/leave", null).ok();
        rana.isEmpty();
        assertRefused(look(rana.agent(), ofSam));
      }
    }
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("not-of-your-teams");
  }

  private static List<String> seen(AgentClient supervisor) {
    return names(list(supervisor).get("agents"));
  }

  private static List<String> teams(AgentClient supervisor) {
    return names(list(supervisor).get("teams"));
  }

  private static List<String> names(JsonNode all) {
    var names = new ArrayList<String>();
    for (var one : all) names.add(one.get("name").asString());
    return names;
  }

  /// These and no others from now on.
  private static void supervised(AgentClient by, TeamId team, AgentClient... supervisors) {
    var ids = Stream.of(supervisors).map(AgentClient::id).toList();
    by.send("PUT", "/api/teams/" + team, Map.of("supervisors", ids)).ok();
  }

  @Test
  void anotherWorkspaceSeesNothingOfIt() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en");
        var stranger = OpenDesk.of(ChatWorkspace.fresh().supervisor("rana"))) {
      var chat = chats(visitor, amal);
      assertThat(list(stranger.agent()).get("agents")).isEmpty();
      assertThat(look(stranger.agent(), chat).status()).isEqualTo(404);
      var earlier = "/api/supervision/" + id(chat) + "/messages";
      assertThat(stranger.agent().get(earlier).status()).isEqualTo(404);
      assertThat(join(stranger.agent(), chat).status()).isEqualTo(404);
    }
  }
}
