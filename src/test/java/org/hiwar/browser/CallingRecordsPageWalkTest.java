package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.house.CustomerPage;
import org.hiwar.testing.Await;
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
  private static final String YOUSEF = "يوسف الخطيب";
  private static final String THOMAS = "Thomas Reed";
  private static final String SALMA = "سلمى نصّار";
  private static final String NORA = "Nora Lindgren";
  private static final String RECOMMENDED = "الرقم الموصى به";
  private static final String TALKED = "طلبت أن نتصل بها لاحقًا.";
  private static final int CUSTOMER = 1_000;
  private static final int AGENT = 700;

  private static final String COMMAND =
      """
      const command = (method, body) => ({method, body: body && JSON.stringify(body), headers: {'X-Hiwar': '1', 'Content-Type': 'application/json'}});
      const campaign = async () => (await (await fetch('/api/campaigns')).json())[0];
      """;

  private static final String START =
      "async () => {"
          + COMMAND
          + """
            await fetch('/api/login', command('POST', {workspace: 'demo', login: 'admin', password: 'admin-demo'}));
            return (await fetch(`/api/campaigns/${(await campaign()).id}/start`, command('POST'))).status;
          }\
          """;

  private static final String CHANGE =
      "async settings => {"
          + COMMAND
          + """
            const {id, name, calls, enabled, offerSeconds, settings: before} = await campaign();
            const wish = {name, calls, enabled, offerSeconds, settings: {...before, ...settings}};
            return (await fetch(`/api/campaigns/${id}`, command('PUT', wish))).status;
          }\
          """;

  private static HiwarProcess hiwar;
  private static Chromium centre;
  private static Chromium outside;
  private static AgentWindow operator;
  private static AgentWindow agent;
  /// Where the numbers of the demonstration's customers ring.
  private static PhoneWindow mobile;
  private static PhoneWindow home;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "records-page-").toAbsolutePath();
    hiwar = HiwarProcess.start(Map.of("SERVER_PORT", "0", "HIWAR_DATA", data.toString()));
    var address = URI.create(hiwar.awaitAddress());
    centre = Ears.hearing(AGENT);
    outside = Ears.hearing(CUSTOMER);
    mobile = new PhoneWindow(outside.browser(), address, "ar");
    mobile.switchOn();
    home = new PhoneWindow(outside.browser(), address, "ar");
    home.switchOn();
    operator = new AgentWindow(centre.browser(), address, Words.in("en"));
    Assertions.assertThat((Integer) operator.page().evaluate(START)).isBetween(200, 204);
    agent = new AgentWindow(centre.browser(), address, WORDS);
  }

  /// What an administrator would change on the campaign's screen.
  private static void settings(Map<String, Object> wish) {
    Assertions.assertThat((Integer) operator.page().evaluate(CHANGE, wish)).isBetween(200, 204);
  }

  @AfterEach
  void nothingIsThrown() {
    Assertions.assertThat(agent.errors()).isEmpty();
  }

  @AfterAll
  static void close() {
    if (centre != null) centre.close();
    if (outside != null) outside.close();
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

  @Test
  @Order(6)
  @Requirement({"S2-39", "S2-41", "S2-42", "S2-44"})
  void duringTheReviewTheAgentAsksToBeNotReady() {
    agent.button("offer.accept").click();
    assertThat(agent.at("record-name")).hasText(YOUSEF);
    agent.takeABreak();
    assertThat(state()).containsText("ثم غير جاهز");
    assertThat(state()).hasAttribute("data-state", "BUSY");
    assertThat(agent.at("record-name")).hasText(YOUSEF);
    picture(14, "busy-then-not-ready");
    agent.button("state.withdraw").click();
    assertThat(state()).not().containsText("ثم غير جاهز");
    assertThat(state()).hasAttribute("data-state", "BUSY");
    agent.takeABreak();
    assertThat(state()).containsText("ثم غير جاهز");
  }

  @Test
  @Order(7)
  @Requirement({"S2-43", "S2-73"})
  void afterSkippingTheAgentIsNotReadyAndGetsNothing() {
    agent.at("preview-skip").click();
    assertThat(state()).hasAttribute("data-state", "NOT_READY");
    assertThat(agent.at("record")).hasCount(0);
    assertThat(offer()).hasCount(0);
    picture(23, "not-ready");
    agent.ready();
    assertThat(agent.at("preview-customer")).hasText(THOMAS);
  }

  @Test
  @Order(8)
  @Requirement({"S2-81", "S2-83", "S2-94"})
  void aNumberIsCalledWithTheKeyboard() {
    agent.button("offer.accept").click();
    assertThat(agent.at("record-name")).hasText(THOMAS);
    agent.at("record-number").focus();
    agent.page().keyboard().press("Enter");
    mobile.awaitStage("RINGING");
    agent.awaitCall("RINGING");
    picture(25, "calling");
    mobile.press("decline");
    assertThat(agent.at("call-bar")).hasCount(0);
    mobile.awaitStage("IDLE");
  }

  @Test
  @Order(9)
  @Requirement({"S2-96", "S2-99", "S2-101", "S2-102"})
  void theDispositionIsChosenByTheResultOfTheCall() {
    assertThat(agent.at("complete")).isDisabled();
    agent.at("disposition").click();
    for (var code : List.of("BUSY", "NO_ANSWER", "ANSWERING_MACHINE", "WRONG_NUMBER"))
      assertThat(option("disposition." + code)).isVisible();
    picture(29, "dispositions");
    agent.page().keyboard().press("Escape");
    agent.complete("disposition.BUSY", "رفض المكالمة.");
    assertThat(agent.entries()).hasCount(0);
    assertThat(agent.at("preview-customer")).hasText(SALMA);
  }

  @Test
  @Order(10)
  @Requirement({"S2-82", "S2-84", "S2-85"})
  void anotherNumberThanTheOneWithTheGreenCircleIsCalledByAClick() {
    agent.button("offer.accept").click();
    assertThat(agent.at("record-name")).hasText(SALMA);
    assertThat(agent.page().locator("[data-recommended=true]")).hasCount(1);
    assertThat(number("الجوال").getByRole(AriaRole.IMG)).hasAttribute("aria-label", RECOMMENDED);
    assertThat(number("الجوال")).containsText(RECOMMENDED);
    picture(27, "recommended");
    number("المنزل").dblclick();
    home.awaitStage("RINGING");
    home.press("decline");
    home.awaitStage("IDLE");
    assertThat(agent.at("call-bar")).hasCount(0);
    agent.at("record-tab-history").click();
    assertThat(agent.at("history-entry")).hasCount(1);
    agent.at("record-tab-addresses").click();
  }

  @Test
  @Order(11)
  @Requirement({"S2-94", "S2-95", "S2-98", "S2-102"})
  void theOtherNumberIsTriedInTheSameReviewAndTheCallIsAsAnyOther() {
    number("الجوال").click();
    mobile.awaitStage("RINGING");
    mobile.press("answer");
    agent.awaitCall("CONNECTED");
    Await.until(() -> agent.hears(CUSTOMER));
    Await.until(() -> mobile.hears(AGENT));
    agent.at("notes").fill(TALKED);
    picture(29, "call");
    agent.at("call-hold").click();
    agent.awaitCall("HELD");
    Await.until(() -> !mobile.hears(AGENT));
    agent.at("call-hold").click();
    agent.awaitCall("CONNECTED");
    agent.at("call-mute").click();
    assertThat(agent.at("call-mute")).hasAttribute("aria-pressed", "true");
    Await.until(() -> !mobile.hears(AGENT));
    agent.at("call-mute").click();
    Await.until(() -> mobile.hears(AGENT));
    agent.at("call-end").click();
    assertThat(agent.at("call-bar")).hasCount(0);
    mobile.awaitStage("IDLE");
  }

  private static Locator state() {
    return agent.at("state-selector");
  }

  private static Locator number(String kind) {
    return agent.at("record-number").filter(new Locator.FilterOptions().setHasText(kind));
  }

  private static Locator option(String key) {
    return agent
        .page()
        .getByRole(
            AriaRole.OPTION, new Page.GetByRoleOptions().setName(WORDS.of(key)).setExact(true));
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
