package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.interaction;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.floor.Floors;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserSkill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What an administrator changes about services, reasons and dispositions holds at once, on open
/// desks, for the next interaction.
@Tag("api")
class ServiceLifeTest {
  private final ChatWorkspace shop =
      ChatWorkspace.fresh(rules -> rules.wrapUp(Duration.ofMinutes(10)));
  private final AgentClient administrator = shop.administrator("head");

  @AfterEach
  void close() {
    administrator.close();
  }

  private void change(Map<String, Object> settings) {
    var path = "/api/services/" + shop.service();
    var stored = administrator.get(path).ok().body().path("settings");
    @SuppressWarnings("unchecked")
    Map<String, Object> wish =
        new LinkedHashMap<>(JsonMapper.shared().treeToValue(stored, Map.class));
    wish.putAll(settings);
    administrator.send("PUT", path, wish).ok();
  }

  @Test
  void withoutAfterCallWorkTheNextChatIsOverWhenItEnds() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      change(Map.of("wrapUpSeconds", 0));
      visitor.connect();
      visitor.say("Hello");
      amal.acceptOffer();
      visitor.end();
      amal.isEmpty();
    }
  }

  @Test
  void anAgentIsGivenAsManyChatsAtOnceAsTheServiceSaysAndTheReportCountsThem() {
    change(Map.of("most", 1));
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var first = shop.visitor("en");
        var second = shop.visitor("en")) {
      first.connect();
      first.say("Hello");
      amal.acceptOffer();
      second.connect();
      second.say("Is anybody there?");
      amal.verify();
      assertThat(amal.state().get("conversations")).hasSize(1);
      change(Map.of("most", 0));
      amal.shows("both", s -> s.get("conversations").size() == 2);
      var line = administrator.get("/api/service-reports").ok().body().at("/lines/0");
      assertThat(line.path("service").asString()).isEqualTo(shop.service());
      assertThat(line.path("received").asInt()).isEqualTo(2);
      assertThat(line.path("answered").asInt()).isEqualTo(1);
      assertThat(line.path("waiting").asInt()).isEqualTo(1);
    }
  }

  @Test
  void whoJoinsTheServiceByTheirTeamIsOfferedWhatWaits() {
    var team = new Team(new TeamId(TestDatabase.ids().next()), "Second floor");
    assertThat(RunningHiwar.bean(TeamStore.class).add(shop.workspace(), team)).isTrue();
    var nadia =
        administrator
            .send(
                "POST",
                "/api/users",
                Map.of(
                    "login", "nadia",
                    "name", "Nadia",
                    "password", "olive tree on the hill",
                    "roles", List.of(Role.AGENT),
                    "team", team.id().toString(),
                    "language", "en"))
            .ok()
            .body()
            .path("id")
            .asString();
    change(Map.of("relaxSeconds", 0)); // she speaks no language that a skill stands for
    try (var desk = OpenDesk.of(shop.logInAs(UserId.of(nadia))).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      desk.verify();
      assertThat(desk.state().get("conversations")).isEmpty();
      change(Map.of("teams", List.of(team.id().toString())));
      desk.conversation("OFFERED");
    }
  }

  @Test
  void onlyWhoHasTheSkillsThatAServiceNeedsIsOfferedItsWork() {
    var skill =
        new Skill(new SkillId(TestDatabase.ids().next()), Skill.Kind.AUXILIARY, null, "Refunds");
    RunningHiwar.bean(SkillStore.class).add(shop.workspace(), skill);
    change(Map.of("skills", List.of(Map.of("skill", skill.id().toString(), "level", 60))));
    var amal = shop.agent("amal", "en");
    var sam = shop.agent("sam", "en");
    give(amal, skill.id(), 59);
    give(sam, skill.id(), 60);
    try (var first = OpenDesk.of(amal).ready();
        var second = OpenDesk.of(sam).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      second.conversation("OFFERED");
      second
          .agent()
          .decline(
              interaction(second.conversation("OFFERED")),
              OpenDesk.offerNumber(second.conversation("OFFERED")));
      second.isEmpty();
      first.verify();
      assertThat(first.state().get("conversations")).isEmpty();
      change(Map.of("skills", List.of()));
      first.conversation("OFFERED");
    }
  }

  private void give(AgentClient agent, SkillId skill, int level) {
    RunningHiwar.bean(SkillStore.class)
        .give(shop.workspace(), new UserSkill(UserId.of(agent.id()), skill, level));
    RunningHiwar.bean(Floors.class).planChanged(shop.workspace()).join();
  }

  @Test
  void aReasonIsOnOpenDesksAsSoonAsItIsMadeRenamedOrRemoved() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en"))) {
      var made =
          administrator
              .send("POST", "/api/not-ready-reasons", Map.of("name", "Prayer"))
              .ok()
              .body()
              .path("id")
              .asString();
      amal.shows("the new one", s -> s.at("/notReadyReasons/1/name").asString("").equals("Prayer"));
      amal.agent().notReady(made).ok();
      amal.shows("not ready for it", s -> s.at("/presence/reason").asString("").equals(made));
      var path = "/api/not-ready-reasons/" + made;
      administrator.send("PUT", path, Map.of("name", "صلاة")).ok();
      amal.shows("renamed", s -> s.at("/notReadyReasons/1/name").asString("").equals("صلاة"));
      administrator.send("DELETE", path, null).ok();
      amal.shows("gone", s -> s.get("notReadyReasons").size() == 1);
      assertThat(amal.agent().notReady(made).problem()).isEqualTo("reason-required");
    }
  }

  @Test
  void aDispositionIsOfferedAtOnceWhereItIsForTheService() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      amal.acceptOffer();
      disposition("Only for calls", List.of(shop.voice().toString()));
      disposition("Only for chats", List.of(shop.service()));
      amal.shows(
          "the one for chats",
          s -> s.at("/conversations/0/interactions/0/dispositions").toString().contains("chats"));
      assertThat(amal.state().at("/conversations/0/interactions/0/dispositions").toString())
          .doesNotContain("calls");
    }
  }

  private void disposition(String name, List<String> services) {
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
    var wish =
        Map.of("name", name, "kind", "SUCCESS", "last", true, "scope", scope, "services", services);
    administrator.send("POST", "/api/dispositions", wish).ok();
  }
}
