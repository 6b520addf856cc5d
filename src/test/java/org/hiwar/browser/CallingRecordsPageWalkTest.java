package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.house.CustomerPage;
import org.hiwar.testing.HiwarProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The customer's page about calling records, walked in Arabic, sentence by sentence: the agent in
/// the desktop, the campaign of the demonstration on the real server. A step stands here once it
/// can be done, and never leaves. Each step leaves a picture in docs/pictures/calling-records-page.
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallingRecordsPageWalkTest {
  private static final Words WORDS = Words.in("ar");
  private static final String LAYLA = "ليلى حداد";
  private static final String LAURA = "Laura Bennett";

  private static final String START =
      """
      async () => {
        const command = body => ({method: 'POST', body, headers: {'X-Hiwar': '1', 'Content-Type': 'application/json'}});
        await fetch('/api/login', command(JSON.stringify({workspace: 'demo', login: 'admin', password: 'admin-demo'})));
        const [campaign] = await (await fetch('/api/campaigns')).json();
        const started = await fetch(`/api/campaigns/${campaign.id}/start`, command(null));
        return started.status;
      }\
      """;

  private static HiwarProcess hiwar;
  private static Chromium centre;
  private static AgentWindow agent;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "records-page-").toAbsolutePath();
    hiwar = HiwarProcess.start(Map.of("SERVER_PORT", "0", "HIWAR_DATA", data.toString()));
    var address = URI.create(hiwar.awaitAddress());
    centre = Ears.hearing(700);
    var operator = new AgentWindow(centre.browser(), address, Words.in("en"));
    Assertions.assertThat((Integer) operator.page().evaluate(START)).isBetween(200, 204);
    agent = new AgentWindow(centre.browser(), address, WORDS);
  }

  @AfterEach
  void nothingIsThrown() {
    Assertions.assertThat(agent.errors()).isEmpty();
  }

  @AfterAll
  static void close() {
    if (centre != null) centre.close();
    if (hiwar != null) hiwar.close();
  }

  @Test
  @Order(1)
  @Requirement({"S2-11", "S2-12", "S2-20", "S2-21", "S2-22"})
  void aRecordThatIsDeliveredShowsAPopUpWithTheTitlePreview() {
    agent.logIn("amal", "amal-demo");
    agent.setUpTelephone();
    agent.closeDialog();
    agent.ready();
    assertThat(offer().getByRole(AriaRole.HEADING)).hasText("معاينة");
    assertThat(agent.at("preview-campaign")).containsText("عرض الربيع");
    assertThat(agent.at("preview-customer")).hasText(LAYLA);
    assertThat(offer()).not().containsText("+49");
    picture(5, "preview");
  }

  @Test
  @Order(2)
  @Requirement({"S2-4", "S2-23", "S2-27", "S2-30", "S2-31", "S2-85"})
  void acceptedItIsReviewedWhileTheAgentIsBusy() {
    agent.button("offer.accept").click();
    assertThat(agent.at("record-entry")).containsText(LAYLA);
    assertThat(agent.at("state-selector")).hasAttribute("data-state", "BUSY");
    assertThat(agent.at("record-name")).hasText(LAYLA);
    assertThat(agent.at("record-number")).hasCount(2);
    assertThat(agent.at("record-number").first()).containsText("الجوال");
    assertThat(agent.at("record-number").last()).containsText("المنزل");
    assertThat(agent.at("record-numbers").getByText("الرقم الموصى به")).hasCount(1);
    picture(11, "record");
  }

  @Test
  @Order(3)
  @Requirement({"S2-35", "S2-37"})
  void theHistoryTabSaysThatThereWereNoAttempts() {
    agent.at("record-tab-history").click();
    assertThat(agent.at("record-history")).containsText("سجل المحاولات");
    assertThat(agent.at("history-none")).isVisible();
    picture(12, "history");
  }

  @Test
  @Order(4)
  @Requirement({"S2-45", "S2-49", "S2-52", "S2-56", "S2-60"})
  void completingItWithBadRecordMakesTheAgentReadyForTheNext() {
    assertThat(agent.at("preview-disposition").first()).hasValue("سجل سيئ");
    picture(18, "complete");
    agent.at("preview-complete").click();
    assertThat(agent.at("record")).hasCount(0);
    assertThat(agent.at("preview-customer")).hasText(LAURA);
    picture(20, "next");
  }

  @Test
  @Order(5)
  @Requirement({"S2-65", "S2-66", "S2-74"})
  void skippingTakesTheRecordOffTheDesk() {
    agent.button("offer.accept").click();
    assertThat(agent.at("record-name")).hasText(LAURA);
    agent.at("preview-skip").click();
    assertThat(agent.at("record")).hasCount(0);
    assertThat(offer()).isVisible();
    assertThat(agent.at("preview-customer")).not().hasText(LAURA);
    picture(22, "skipped");
  }

  private static Locator offer() {
    return agent.at("preview-offer");
  }

  private static void picture(int sentence, String what) {
    Picture.take(
        agent.page(),
        "calling-records-page/%02d-%s"
            .formatted(CustomerPage.CALLING_RECORDS.sentence(sentence).number(), what));
  }
}
