package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One conversation by chat, SMS, email and telephone at once, in one tab: each channel keeps its
/// draft, is two clicks away, and says what is in its way; and all of it is one line of time.
@Tag("browser")
class SeveralChannelsTest {
  private static final int CUSTOMER = 1_000;
  private static final int AGENT = 700;
  /// A mobile that nobody has.
  private static final String NOBODY = "+4915112345678";

  private static DemoHiwar hiwar;
  private static URI address;
  private static Chromium centre;
  private static Chromium outside;
  /// One for each language: both are on all the time, so that each has a number of its own.
  private static PhoneWindow english;
  private static PhoneWindow arabic;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "channels-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    address = hiwar.address();
    centre = Ears.hearing(AGENT);
    outside = Ears.hearing(CUSTOMER);
    english = new PhoneWindow(outside.browser(), address, "en");
    arabic = new PhoneWindow(outside.browser(), address, "ar");
    english.switchOn();
    arabic.switchOn();
  }

  @AfterAll
  static void close() {
    if (centre != null) centre.close();
    if (outside != null) outside.close();
    if (hiwar != null) hiwar.close();
  }

  /// What differs between the two languages.
  private record Scene(
      String language, String agent, String name, String number, ColorScheme colours) {}

  @Test
  @Requirement({"S0-10", "S0-38", "S0-42", "S0-73", "S0-84", "S0-86", "S0-87"})
  void inEnglishAndLight() {
    go(new Scene("en", "sam", "Jane Miller", "+493023125101", ColorScheme.LIGHT));
  }

  @Test
  @Requirement({"S0-10", "S0-38", "S0-42", "S0-73", "S0-84", "S0-86", "S0-87"})
  void inArabicAndDark() {
    go(new Scene("ar", "amal", "ليلى حداد", "+493023125102", ColorScheme.DARK));
  }

  private static void go(Scene scene) {
    var phone = scene.language().equals("en") ? english : arabic;
    try (var agent = new AgentWindow(centre.browser(), address, Words.in(scene.language()));
        var shop = new CustomerWindow(outside.browser(), address, scene.language());
        var mailbox = new MailWindow(outside.browser(), address, scene.language())) {
      agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scene.colours()));
      agent.page().reload();
      agent.logIn(scene.agent(), scene.agent() + "-demo");
      agent.setUpTelephone();
      agent.closeDialog();
      agent.ready();
      shop.openChat();
      shop.introduce(scene.name(), "");
      shop.say("1 RX-40721");
      agent.accept();

      aTextThatFailsSaysWhy(scene, agent);
      draftsStay(agent, mailbox, phone);
      allAtOnce(scene, agent, shop, phone);
      Assertions.assertThat(agent.page().context().pages()).hasSize(1);
      Assertions.assertThat(agent.errors()).isEmpty();
    }
  }

  private static void aTextThatFailsSaysWhy(Scene scene, AgentWindow agent) {
    var words = Words.in(scene.language());
    agent.at("composer").fill("half a word");
    agent.addAddress(NOBODY);
    agent.channel("sms").click();
    agent.at("composer").fill("2 nobody reads this");
    agent.at("send").click();
    var fate = agent.delivery("2 nobody reads this");
    assertThat(fate).hasAttribute("data-state", "FAILED");
    assertThat(fate).containsText(words.of("failure.barred"));
    picture(agent, scene, "failed");
    agent
        .page()
        .waitForResponse(
            answer -> answer.url().endsWith("/retry") && answer.status() == 204,
            () -> fate.getByTestId("send-again").click());
    assertThat(fate).hasAttribute("data-state", "FAILED");
    agent.channel("web").click();
    assertThat(agent.at("composer")).hasValue("half a word");
    agent.endSms();
  }

  private static void draftsStay(AgentWindow agent, MailWindow mailbox, PhoneWindow phone) {
    agent.addAddress(mailbox.address());
    agent.addAddress(phone.number());
    agent.channel("email").click();
    assertThat(agent.at("mail-to")).hasValue(mailbox.address());
    agent.at("mail-subject").fill("RX-40722");
    agent.at("composer").fill("3 by mail");
    agent.channel("web").click();
    assertThat(agent.at("composer")).hasValue("half a word");
    agent.channel("email").click();
    assertThat(agent.at("mail-subject")).hasValue("RX-40722");
    assertThat(agent.at("composer")).hasValue("3 by mail");
    agent.at("send").click();
    mailbox.read("RX-40722");
    assertThat(mailbox.text()).containsText("3 by mail");
  }

  private static void allAtOnce(
      Scene scene, AgentWindow agent, CustomerWindow shop, PhoneWindow phone) {
    phone.call(scene.number());
    phone.awaitStage("TALKING");
    assertThat(agent.at("offer")).containsText(scene.name());
    agent.accept();
    agent.awaitCall("CONNECTED");
    Await.until(() -> agent.hears(CUSTOMER));

    // Two clicks from the call to the text, to the number that is on the line.
    agent.channel("sms").click();
    agent.at("composer").fill("4 by text");
    agent.at("send").click();
    assertThat(phone.message("4 by text")).isVisible();
    assertThat(agent.delivery("4 by text")).hasAttribute("data-state", "DELIVERED");
    agent.channel("web").click();
    agent.say("5 on the page");
    assertThat(shop.message("5 on the page")).isVisible();
    phone.sms("6 an answer");
    assertThat(agent.message("6 an answer")).isVisible();
    assertThat(agent.entries()).hasCount(1);
    for (var kind : List.of("WEB", "EMAIL", "SMS", "VOICE"))
      assertThat(strip(agent, kind)).hasAttribute("data-state", "ACTIVE");
    Assertions.assertThat(numbers(agent)).isSorted().contains("1", "2", "3", "4", "5", "6");
    assertThat(unproved(agent, "VOICE").first())
        .hasAttribute("title", Words.in(scene.language()).of("trust.why.callerNumber"));
    for (var kind : List.of("WEB", "SMS")) assertThat(unproved(agent, kind)).hasCount(0);
    picture(agent, scene, "all");

    shop.endChat();
    var chat = agent.channel("web");
    assertThat(chat).hasAttribute("aria-disabled", "true");
    // Which says why when it is clicked, though nothing can be chosen.
    chat.click(new Locator.ClickOptions().setForce(true));
    var why = Words.in(scene.language()).of("reach.chatEndedWhy");
    assertThat(agent.page().getByText(why)).isVisible();
    agent.awaitCall("CONNECTED");
    picture(agent, scene, "chat-ended");
    phone.press("hang-up");
    assertThat(agent.at("call-bar")).hasCount(0);
    agent.complete("disposition.RESOLVED", "");
    assertThat(agent.entries()).hasCount(0);
  }

  /// That it is not verified with whom this goes on: in the head, and where it began.
  private static Locator unproved(AgentWindow agent, String kind) {
    return agent.page().locator("[data-testid=not-verified][data-channel=" + kind + "]");
  }

  private static Locator strip(AgentWindow agent, String kind) {
    return agent.page().locator("[data-testid=strip-interaction][data-channel=" + kind + "]");
  }

  /// With which the messages begin, in the order in which they stand.
  private static List<String> numbers(AgentWindow agent) {
    return agent.at("timeline").getByTestId("message").allInnerTexts().stream()
        .flatMap(text -> text.lines().map(String::strip))
        .filter(line -> line.matches("[1-6] .*"))
        .map(line -> line.substring(0, 1))
        .toList();
  }

  private static void picture(AgentWindow agent, Scene scene, String what) {
    Picture.take(agent.page(), "several-channels/" + scene.language() + "-" + what);
  }
}
