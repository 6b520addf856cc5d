package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A template from the administrator who writes it to the customer's telephone: written in two
/// languages, found by the agent with a slash, filled, edited, counted in segments and sent by SMS.
/// In Arabic and in English, by light and by night.
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SummaryFromATemplateTest {
  private static final String ENGLISH =
      "Hello {{customer.name}}, your booking {{ask:Booking number}} is confirmed. If you need us,"
          + " call {{service.number}}. {{agent.name}}, {{today}}";
  private static final String ARABIC =
      "مرحبًا {{customer.name}}، تم تأكيد حجزك رقم {{ask:رقم الحجز}}. إن احتجت إلينا فاتصل على"
          + " {{service.number}}. {{agent.name}}، {{today}}";

  private static DemoHiwar hiwar;
  private static Chromium chromium;
  private static URI address;

  @BeforeAll
  static void start() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "templates-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    chromium = new Chromium();
    address = hiwar.address();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) chromium.close();
    if (hiwar != null) hiwar.close();
  }

  @Test
  @Order(1)
  @Requirement("S0-75")
  void anAdministratorWritesATemplateAndSeesHowItWillLook() {
    try (var screens = new AdminScreens(chromium.browser(), address, "en")) {
      screens.logIn("admin", "admin-demo");
      screens.section("templates");
      screens.makeNew();
      screens.saveRefused();
      assertThat(screens.at("template-texts-problem"))
          .hasText(screens.words("template.textMissing"));
      screens.field("template-name").fill("Summary · ملخّص");
      screens.field("template-shortcut").fill("sum");
      in(screens, "en", "template-words").fill("Hello {{customer.nmae}}");
      assertThat(in(screens, "en", "template-fault")).containsText("customer.nmae");
      screens.picture("template-fault");
      screens.saveRefused();
      in(screens, "en", "template-words").fill(ENGLISH);
      in(screens, "ar", "template-words").fill(ARABIC);
      assertThat(in(screens, "en", "template-preview")).containsText("Hello Layla Haddad");
      assertThat(in(screens, "ar", "template-preview")).containsText("مرحبًا ليلى حداد");
      assertThat(in(screens, "ar", "template-preview")).not().containsText("{{");
      screens.saveNew();
      screens.picture("template");
      screens.speak("ar");
      assertThat(in(screens, "ar", "template-preview")).containsText("مرحبًا ليلى حداد");
      screens.picture("template");
      screens.page().evaluate(THEME, "dark");
      screens.picture("template-dark");
      Assertions.assertThat(screens.errors()).isEmpty();
    }
  }

  @Test
  @Order(2)
  @Requirement({"S0-83", "S0-75", "S0-76"})
  void theSummaryInArabicIsPutInEditedCountedAndSent() {
    summarise(
        "ar",
        "amal",
        new Filled(
            "هل حجزي مؤكَّد؟", "ليلى", "RX-40721", "مرحبًا ليلى، تم تأكيد حجزك رقم RX-40721"));
  }

  @Test
  @Order(3)
  @Requirement({"S0-83", "S0-75", "S0-76"})
  void theSummaryInEnglishIsPutInEditedCountedAndSent() {
    summarise(
        "en",
        "sam",
        new Filled(
            "Is my booking confirmed?",
            "Jane",
            "RX-51877",
            "Hello Jane, your booking RX-51877 is"));
  }

  private static final Pattern LIST = Pattern.compile("/templates\\?");

  private static final String THEME =
      "scheme => document.documentElement.setAttribute('data-mantine-color-scheme', scheme)";

  private record Filled(String question, String name, String number, String text) {}

  private static void summarise(String language, String login, Filled filled) {
    try (var agent = new AgentWindow(chromium.browser(), address, Words.in(language));
        var phone = new PhoneWindow(chromium.browser(), address, language)) {
      agent.logIn(login, login + "-demo");
      agent.ready();
      phone.switchOn();
      phone.sms(filled.question());
      aSlashBeforeTheListIsThereOpensIt(agent);
      aSlashThatIsMeantAsOneStays(agent);
      choose(agent, language);
      fillIn(agent, language, filled);
      send(agent, phone, language, filled);
      agent.endSms();
      agent.complete("disposition.RESOLVED", "");
      assertThat(agent.entries()).hasCount(0);
      Assertions.assertThat(agent.errors()).isEmpty();
      agent.takeABreak();
    }
  }

  /// The line is slow: the list comes after what is typed for it.
  private static void aSlashBeforeTheListIsThereOpensIt(AgentWindow agent) {
    var held = new ConcurrentLinkedQueue<Route>();
    agent.page().route(LIST, held::add);
    agent.accept();
    assertThat(agent.at("composer")).isFocused();
    agent.page().keyboard().type("/su");
    agent.page().keyboard().press("Enter");
    assertThat(agent.at("composer")).hasValue("/su");
    agent.page().waitForCondition(() -> !held.isEmpty());
    agent.page().unroute(LIST);
    held.forEach(Route::resume);
    assertThat(agent.at("template-search")).isFocused();
    assertThat(agent.at("template-search")).hasValue("su");
    agent.page().keyboard().type("m");
    assertThat(agent.at("template-search")).hasValue("sum");
    assertThat(agent.at("template-option").first()).containsText("Summary");
    agent.page().keyboard().press("Escape");
    assertThat(agent.at("composer")).hasValue("/sum");
    agent.at("composer").fill("");
  }

  private static void aSlashThatIsMeantAsOneStays(AgentWindow agent) {
    assertThat(agent.at("templates")).isVisible();
    agent.at("composer").click();
    agent.page().keyboard().type("/");
    assertThat(agent.at("template-search")).isFocused();
    agent.page().keyboard().type("x");
    agent.page().keyboard().press("Escape");
    assertThat(agent.at("composer")).hasValue("/x");
    assertThat(agent.at("composer")).isFocused();
    agent.at("composer").fill("");
  }

  private static void choose(AgentWindow agent, String language) {
    agent.page().keyboard().type("/");
    assertThat(agent.at("template-search")).isFocused();
    agent.page().keyboard().type("sum");
    assertThat(agent.at("template-option").first()).containsText("Summary");
    Picture.take(agent.page(), "template/" + language + "-list");
    // The telephone goes on with whoever wrote to it last, in Arabic; English is asked for.
    if (language.equals("en")) agent.page().keyboard().press("ArrowDown");
    assertThat(agent.page().locator("[data-testid=template-option][data-combobox-selected]"))
        .containsText(language.equals("en") ? "English" : "العربية");
    agent.page().keyboard().press("Enter");
  }

  /// The customer has only a number: what they are called is asked, too.
  private static void fillIn(AgentWindow agent, String language, Filled filled) {
    var gaps = agent.at("template-gap");
    assertThat(gaps).hasCount(2);
    assertThat(agent.at("template-put")).isDisabled();
    assertThat(gaps.first()).isFocused();
    agent.page().keyboard().type(filled.name());
    agent.page().keyboard().press("Tab");
    agent.page().keyboard().type(filled.number());
    Picture.take(agent.page(), "template/" + language + "-ask");
    agent.page().keyboard().press("Enter");
    assertThat(agent.at("template-gaps")).hasCount(0);
    Await.until(() -> agent.at("composer").inputValue().startsWith(filled.text()));
    Assertions.assertThat(agent.at("composer").inputValue()).contains("+49").doesNotContain("{{");
  }

  private static void send(AgentWindow agent, PhoneWindow phone, String language, Filled filled) {
    assertThat(agent.at("composer")).isFocused();
    int before = segments(agent);
    agent.page().keyboard().press("Control+End");
    agent.page().keyboard().type(" ✓".repeat(80));
    Await.until(() -> segments(agent) > before);
    agent.at("composer").fill(agent.at("composer").inputValue().replace(" ✓", "") + " ✓");
    Picture.take(agent.page(), "template/" + language + "-draft");
    agent.page().evaluate(THEME, "dark");
    Picture.take(agent.page(), "template/" + language + "-draft-dark");
    agent.page().evaluate(THEME, "light");
    agent.at("send").click();
    assertThat(phone.message(filled.text())).isVisible();
    assertThat(agent.delivery(filled.text())).hasAttribute("data-state", "DELIVERED");
    assertThat(agent.at("composer")).hasValue("");
  }

  private static int segments(AgentWindow agent) {
    return Integer.parseInt(agent.at("segments").getAttribute("data-segments"));
  }

  private static Locator in(AdminScreens screens, String language, String testId) {
    return screens
        .page()
        .locator("[data-testid=template-text][data-language=" + language + "]")
        .getByTestId(testId);
  }
}
