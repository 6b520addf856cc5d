package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.house.CustomerPage;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
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
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallingRecordsPageWalkTest {
  private static final Words WORDS = Words.in("ar");
  private static final String LAYLA = "ليلى حداد";
  private static final String LAURA = "Laura Bennett";
  private static final String YOUSEF = "يوسف الخطيب";
  private static final String THOMAS = "Thomas Reed";
  private static final String SALMA = "سلمى نصّار";
  private static final String HIWAR = "حوار";
  private static final String RECOMMENDED = "الرقم الموصى به";
  private static final String TALKED = "طلبت أن نتصل بها لاحقًا.";
  private static final ZoneId OF_THE_CUSTOMERS = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
  /// Long enough for the page to be loaded anew meanwhile.
  private static final int TIMER_SECONDS = 30;
  /// More records than these are not on their way to one agent.
  private static final int MOST_BEFORE = 6;
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
            const {id, name, calls, enabled, settings: before} = await campaign();
            const wish = {name, calls, enabled, offerSeconds: 120, settings: {...before, ...settings}};
            return (await fetch(`/api/campaigns/${id}`, command('PUT', wish))).status;
          }\
          """;

  private static DemoHiwar hiwar;
  private static Chromium centre;
  private static Chromium outside;
  private static AgentWindow operator;
  private static AgentWindow agent;
  /// Where the numbers of the demonstration's customers ring.
  private static PhoneWindow mobile;
  private static PhoneWindow home;
  private static List<String> controls = List.of();

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "records-page-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    var address = hiwar.address();
    centre = Ears.hearing(AGENT);
    outside = Ears.hearing(CUSTOMER);
    mobile = new PhoneWindow(outside.browser(), address, "ar");
    mobile.switchOn();
    home = new PhoneWindow(outside.browser(), address, "ar");
    home.switchOn();
    operator = new AgentWindow(centre.browser(), address, Words.in("en"));
    Assertions.assertThat((Integer) operator.page().evaluate(START)).isBetween(200, 204);
    settings(Map.of("skipDelay", "PT2H"));
    agent = new AgentWindow(centre.browser(), address, WORDS);
  }

  /// What an administrator would change on the campaign's screen. Offers last long, and what is
  /// skipped comes back no sooner than is wished: the walk may take its time.
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
  @Requirement({"S2-9", "S2-11", "S2-12", "S2-20", "S2-21", "S2-22"})
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
  @Requirement({
    "S2-1", "S2-2", "S2-3", "S2-4", "S2-7", "S2-23", "S2-27", "S2-30", "S2-31", "S2-85"
  })
  void acceptedItIsReviewedWhileTheAgentIsBusy() {
    agent.button("offer.accept").click();
    assertThat(agent.at("record-entry")).containsText(LAYLA);
    assertThat(agent.at("state-selector")).hasAttribute("data-state", "BUSY");
    assertThat(agent.at("record-name")).hasText(LAYLA);
    assertThat(agent.at("record-panel")).containsText("سجل الحملة · عرض الربيع");
    assertThat(agent.at("record")).containsText("برلين");
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
  @Requirement({
    "S2-45", "S2-46", "S2-47", "S2-49", "S2-50", "S2-52", "S2-56", "S2-59", "S2-60", "S2-61"
  })
  void completingItWithBadRecordMakesTheAgentReadyForTheNext() {
    assertThat(agent.at("preview-disposition").first()).hasValue("سجل سيئ");
    agent.at("record-tab-addresses").click();
    assertThat(agent.at("record-number").first()).hasAttribute("aria-disabled", "false");
    assertThat(agent.at("preview-skip")).isEnabled();
    assertThat(agent.at("preview-complete")).isEnabled();
    assertThat(agent.at("preview-outcome").getByRole(AriaRole.BUTTON)).hasCount(2);
    assertThat(agent.at("preview-help")).hasText("إذا كنت في شك، فاستشر Administrator.");
    agent.at("preview-notes").fill("الاسم لا يطابق الرقم.");
    picture(18, "complete");
    agent.at("preview-complete").dblclick();
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
  @Requirement({"S2-82", "S2-83", "S2-84", "S2-85"})
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
    controls = controls();
    agent.at("call-end").click();
    assertThat(agent.at("call-bar")).hasCount(0);
    mobile.awaitStage("IDLE");
  }

  @Test
  @Order(12)
  @Requirement({"S2-96", "S2-103"})
  void anotherCallIsAgreedOnByTheClockOfTheCustomer() {
    assertThat(agent.at("complete")).isDisabled();
    agent.at("disposition").click();
    option("disposition.CALL_BACK_LATER").click();
    choose("next-call-when", "بين وقتين");
    var now = ZonedDateTime.now(OF_THE_CUSTOMERS);
    agent.at("next-call-from").fill(WRITTEN.format(now));
    agent.at("next-call-until").fill(WRITTEN.format(now.plusHours(2)));
    choose("next-call-number", agent.at("record-number").first().locator(".num").textContent());
    picture(30, "next-call");
    agent.at("next-call-agree").click();
    assertThat(agent.at("next-call-agreed")).isVisible();
    assertThat(agent.at("next-call")).containsText("+4917604069001");
    picture(30, "agreed");
  }

  @Test
  @Order(13)
  @Requirement({"S2-6", "S2-36", "S2-38", "S2-103", "S2-105"})
  void whenItIsDueTheRecordComesBackWithItsHistory() {
    settings(Map.of("skipDelay", "PT1S"));
    agent.at("complete").click();
    assertThat(agent.entries()).hasCount(0);
    skipUntil(SALMA);
    agent.at("record-tab-history").click();
    var rows = agent.at("history-entry");
    assertThat(rows).hasCount(3);
    assertThat(rows.nth(0)).containsText("إعادة جدولة");
    assertThat(rows.nth(0)).containsText("أمل");
    assertThat(rows.nth(1)).containsText("+4917604069001");
    assertThat(rows.nth(1)).containsText(WORDS.of("disposition.CALL_BACK_LATER"));
    assertThat(rows.nth(1)).containsText("أمل");
    assertThat(rows.nth(1)).containsText("00:");
    assertThat(rows.nth(1)).containsText(TALKED);
    assertThat(rows.nth(2)).containsText("+4917604069002");
    picture(12, "attempts");
  }

  @Test
  @Order(14)
  @Requirement({"S2-5", "S2-34"})
  void theContactOfTheNumberIsLinkedWithWhatWasBefore() {
    agent.at("record-tab-addresses").click();
    assertThat(agent.at("record-contact-name")).containsText("+4917604069001");
    assertThat(agent.at("record-contact").getByTestId("activity")).hasCount(1);
    picture(11, "contact");
    agent.at("record-contact-activities").click();
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(1);
    picture(2, "customer-history");
    agent
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(HIWAR).setExact(true))
        .click();
    assertThat(agent.at("record-name")).hasText(SALMA);
  }

  @Test
  @Order(15)
  @Requirement({"S2-25", "S2-26", "S2-89", "S2-91", "S2-92"})
  void recordsOpenByThemselvesAndTheTimerRunsThoughThePageIsLoadedAnew() {
    settings(Map.of("previewAutoAccept", true, "previewTimerSeconds", TIMER_SECONDS));
    agent.at("preview-complete").click();
    assertThat(agent.at("record-name")).not().hasText(SALMA);
    assertThat(state()).hasAttribute("data-state", "BUSY");
    assertThat(agent.at("preview-timer")).hasAttribute("data-state", "RUNNING");
    picture(28, "timer");
    agent.takeABreak();
    agent.page().context().grantPermissions(List.of("microphone"));
    agent.page().reload();
    assertThat(agent.at("record-name")).isVisible();
    assertThat(state()).containsText("ثم غير جاهز");
  }

  @Test
  @Order(16)
  @Requirement({"S2-90", "S2-93"})
  void whenItIsOverTheRecommendedNumberIsCalledByItself() {
    mobile.awaitStage("RINGING");
    mobile.press("answer");
    agent.awaitCall("CONNECTED");
    Await.until(() -> mobile.hears(AGENT));
    agent.at("record-tab-history").click();
    assertThat(agent.at("history-entry").first()).containsText("تلقائيًا");
    picture(28, "called");
    agent.at("call-end").click();
    mobile.awaitStage("IDLE");
  }

  @Test
  @Order(17)
  @Requirement({"S2-73", "S2-101"})
  void afterTheCallTheAgentIsNotReadyAsWasAskedFor() {
    agent.complete("disposition.SALE", "موافقة على العرض.");
    assertThat(agent.entries()).hasCount(0);
    assertThat(state()).hasAttribute("data-state", "NOT_READY");
    assertThat(agent.at("record")).hasCount(0);
    picture(29, "afterwards");
  }

  @Test
  @Order(18)
  @Requirement("S2-95")
  void aCallThatIsDialledByHandHasTheSameControls() {
    agent.at("dial-number").fill("+4917604069002");
    agent.at("dial-number").press("Enter");
    home.awaitStage("RINGING");
    home.press("answer");
    agent.awaitCall("CONNECTED");
    assertThat(agent.at("call-hold")).isEnabled();
    Assertions.assertThat(controls())
        .contains("call-hold", "call-mute", "call-keypad", "call-transfer", "call-consult");
    Assertions.assertThat(controls).containsAll(controls());
    agent.at("call-end").click();
    home.awaitStage("IDLE");
  }

  /// Others may have been on their way to the agent before.
  private static void skipUntil(String customer) {
    for (int skipped = 0; !accepted().equals(customer); skipped++) {
      Assertions.assertThat(skipped).isLessThan(MOST_BEFORE);
      agent.at("preview-skip").click();
      assertThat(agent.at("record")).hasCount(0);
    }
  }

  /// Whose record it is that comes next and is accepted.
  private static String accepted() {
    var customer = agent.at("preview-customer").textContent();
    agent.button("offer.accept").click();
    assertThat(agent.at("record-name")).hasText(customer);
    return customer;
  }

  /// What can be done with the call on the line.
  private static List<String> controls() {
    return agent.at("call-bar").locator("button").all().stream()
        .map(button -> button.getAttribute("data-testid"))
        .toList();
  }

  private static void choose(String field, String option) {
    agent.at(field).first().click();
    agent.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option)).click();
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
