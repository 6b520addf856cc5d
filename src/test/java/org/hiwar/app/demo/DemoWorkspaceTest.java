package org.hiwar.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hiwar.app.demo.carrier.DemoNumbers;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.Diagnostics;
import org.hiwar.campaign.ProgressStore;
import org.hiwar.chat.ChatEntryStore;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.voice.call.RecordingRules;
import org.hiwar.voice.line.ServiceVoiceStore;
import org.hiwar.voice.line.TrunkDirectory;
import org.hiwar.voice.line.TrunkStore;
import org.hiwar.voice.sip.Caller;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.NotReadyReasonStore;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoWorkspaceTest {
  private static WorkspaceId demo = new WorkspaceId(1);

  @BeforeAll
  static void create() {
    demo = DemoScene.create();
  }

  @Test
  void everybodyLogsInWithThePublishedPassword() {
    for (var login : new String[] {"amal", "sam", "rana", "admin"})
      new TestBrowser().logIn(DemoWorkspace.SLUG, login, login + "-demo").expect(200);
  }

  @Test
  void eachServiceHasAnEntryInItsLanguage() {
    var services = RunningHiwar.bean(ServiceStore.class).all(demo);
    assertThat(services)
        .extracting(Service::name)
        .containsExactlyInAnyOrder(
            "Orders",
            "الطلبات",
            "Orders by phone",
            "الطلبات بالهاتف",
            "Orders by email",
            "الطلبات بالبريد",
            "عرض الربيع · Spring offer");
    var entries = RunningHiwar.bean(ChatEntryStore.class);
    assertThat(entries.find(demo, "web").orElseThrow().language()).isEqualTo("en");
    assertThat(entries.find(demo, "web-ar").orElseThrow().language()).isEqualTo("ar");
  }

  @Test
  void bothAgentsServeEveryServiceInBothLanguages() {
    var skills = RunningHiwar.bean(SkillStore.class);
    for (var login : new String[] {"amal", "sam"}) {
      var user = RunningHiwar.bean(UserStore.class).credentials(demo, login).orElseThrow().user();
      assertThat(skills.of(demo, user.id())).hasSize(8);
    }
  }

  @Test
  void eachLanguageHasANumberThatItsServiceShowsWhenItCalls() {
    var directory = RunningHiwar.bean(TrunkDirectory.class);
    var voices = RunningHiwar.bean(ServiceVoiceStore.class);
    var trunk = RunningHiwar.bean(TrunkStore.class).all(demo).getFirst().trunk();
    assertThat(trunk.name()).isEqualTo(DemoNumbers.TRUNK);
    for (var number : List.of(DemoNumbers.ENGLISH, DemoNumbers.ARABIC)) {
      var there = directory.destination(trunk.id(), number).orElseThrow();
      assertThat(there.workspace()).isEqualTo(demo);
      assertThat(there.language()).isEqualTo(number.equals(DemoNumbers.ARABIC) ? "ar" : "en");
      assertThat(voices.callerId(demo, there.service())).contains(new Caller.Number(number));
      assertThat(voices.rule(demo, there.service())).isEqualTo(RecordingRules.Rule.ANNOUNCED);
    }
  }

  @Test
  void itsCampaignLacksNothingToBeStarted() {
    var campaign = RunningHiwar.bean(CampaignStore.class).all(demo).getFirst();
    assertThat(campaign.running()).isFalse();
    assertThat(RunningHiwar.bean(Diagnostics.class).of(demo, campaign)).isEmpty();
    var progress = RunningHiwar.bean(ProgressStore.class).of(demo, campaign);
    assertThat(progress.lists()).singleElement().matches(list -> list.remaining() == 8);
  }

  @Test
  void thereAreDispositionsAndReasonsToChooseFrom() {
    var service = RunningHiwar.bean(ServiceStore.class).all(demo).getFirst();
    assertThat(RunningHiwar.bean(DispositionStore.class).of(demo, service.id()))
        .isNotEmpty()
        .allMatch(each -> each.code() != null);
    assertThat(RunningHiwar.bean(NotReadyReasonStore.class).all(demo)).hasSize(3);
  }

  @Test
  void theStartSaysHowToLogInAsLongAsThePasswordsWork() {
    var workspace = RunningHiwar.bean(DemoWorkspace.class);
    assertThat(workspace.startLines(false)).anyMatch(line -> line.contains("amal / amal-demo"));
    assertThat(workspace.startLines(true)).isEmpty();
  }
}
