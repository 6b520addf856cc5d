package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.hiwar.testing.PhotoFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two browser windows and real sound between them: a customer's telephone calls over the
/// demonstration's network, an agent answers in the desktop. Who hears whom is proved by tones. The
/// conversation is one, with its chat, and is kept with the recording. The customer has a photo,
/// which is beside the name wherever the call is shown.
@Tag("browser")
class CallInTwoWindowsTest {
  private static final int CUSTOMER = 1_000;
  private static final int AGENT = 700;

  private static DemoHiwar hiwar;
  private static URI address;
  private static Chromium ofCustomer;
  private static Chromium ofAgent;
  /// Each is on all the time, so each has a number of its own: one number of two customers would
  /// recognise neither.
  private static PhoneWindow english;
  private static PhoneWindow arabic;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "call-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    address = hiwar.address();
    ofCustomer = Ears.hearing(CUSTOMER);
    ofAgent = Ears.hearing(AGENT);
    english = new PhoneWindow(ofCustomer.browser(), address, "en");
    english.switchOn();
    arabic = new PhoneWindow(ofCustomer.browser(), address, "ar");
    arabic.switchOn();
  }

  @AfterAll
  static void close() {
    if (ofAgent != null) ofAgent.close();
    if (ofCustomer != null) ofCustomer.close();
    if (hiwar != null) hiwar.close();
  }

  /// What differs between the two languages.
  ///
  /// @param number of the contact centre
  private record Scene(
      String language, String agent, String number, String customer, String chat, String answer) {}

  @Test
  @Requirement({"S0-7", "S0-15", "S0-17", "S0-18", "S0-32", "S0-34", "S0-37"})
  void aCallInEnglish() {
    called(
        new Scene(
            "en",
            "sam",
            "+493023125101",
            "Jane Miller",
            "I would rather call you.",
            "We are on the phone now; here is the link."),
        english);
  }

  @Test
  @Requirement({"S0-7", "S0-15", "S0-17", "S0-18", "S0-32", "S0-34", "S0-37"})
  void aCallInArabic() {
    called(
        new Scene(
            "ar",
            "amal",
            "+493023125102",
            "ليلى حداد",
            "أفضّل أن أتصل بكم.",
            "نحن على الهاتف الآن، وهذا هو الرابط."),
        arabic);
  }

  private static void called(Scene scene, PhoneWindow phone) {
    var words = Words.in(scene.language());
    try (var agent = new AgentWindow(ofAgent.browser(), address, words);
        var shop = new CustomerWindow(ofCustomer.browser(), address, scene.language())) {
      agent.logIn(scene.agent(), scene.agent() + "-demo");
      agent.setUpTelephone();
      picture(agent.page(), scene, "telephone");
      agent.closeDialog();
      agent.ready();
      chat(scene, agent, shop, phone.number());
      call(scene, agent, phone);
      talk(scene, agent, shop, phone);
      end(scene, words, agent, shop, phone);
      Assertions.assertThat(agent.errors()).isEmpty();
    }
    listen(scene);
  }

  /// The customer writes first, and the agent notes the number.
  private static void chat(Scene scene, AgentWindow agent, CustomerWindow shop, String number) {
    var words = Words.in(scene.language());
    shop.openChat();
    shop.introduce(scene.customer(), "");
    shop.say(scene.chat());
    agent.accept();
    agent.addAddress(number);
    photograph(agent, words);
  }

  /// The agent gives the contact a photo; what is none is refused in words.
  private static void photograph(AgentWindow agent, Words words) {
    var panel = agent.at("contact-panel");
    assertThat(panel.getByTestId("avatar").locator("img")).hasCount(0);
    agent.keepNotices();
    panel
        .getByTestId("photo-file")
        .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", "no picture".getBytes(US_ASCII)));
    agent.awaitNotice(words.of("problem.photoKind"));
    panel
        .getByTestId("photo-file")
        .setInputFiles(
            new FilePayload(
                "photo.png", "image/png", PhotoFiles.of("png", 900, 600, Color.ORANGE)));
    isPictured(panel);
  }

  /// The photo is there and was read; the letter of the name is not.
  private static void isPictured(Locator where) {
    var avatar = where.getByTestId("avatar");
    assertThat(avatar).hasText("");
    assertThat(avatar.locator("img")).hasJSProperty("naturalWidth", 256);
  }

  /// The call of the same customer comes into the same conversation.
  private static void call(Scene scene, AgentWindow agent, PhoneWindow phone) {
    phone.call(scene.number());
    phone.awaitStage("TALKING");
    assertThat(agent.at("offer")).containsText(scene.customer());
    assertThat(agent.at("offer")).containsText(phone.number());
    isPictured(agent.at("offer"));
    picture(agent.page(), scene, "offer");
    agent.accept();
    agent.awaitCall("CONNECTED");
    assertThat(agent.at("call-name")).hasText(scene.customer());
    isPictured(agent.at("call-bar"));
    isPictured(agent.entries());
    assertThat(agent.entries()).hasCount(1);
    Await.until(() -> agent.hears(CUSTOMER));
    Await.until(() -> phone.hears(AGENT));
  }

  private static void talk(Scene scene, AgentWindow agent, CustomerWindow shop, PhoneWindow phone) {
    agent.say(scene.answer());
    assertThat(shop.message(scene.answer())).isVisible();
    picture(agent.page(), scene, "call-and-chat");
    picture(phone.page(), scene, "customer");

    agent.at("call-hold").click();
    agent.awaitCall("HELD");
    Await.until(() -> !phone.hears(AGENT));
    Await.until(() -> !agent.hears(CUSTOMER));
    picture(agent.page(), scene, "held");
    agent.at("call-hold").click();
    agent.awaitCall("CONNECTED");
    Await.until(() -> phone.hears(AGENT));

    agent.at("call-mute").click();
    assertThat(agent.at("call-mute")).hasAttribute("aria-pressed", "true");
    Await.until(() -> !phone.hears(AGENT));
    agent.at("call-mute").click();
    Await.until(() -> phone.hears(AGENT));

    // The page is loaded anew in the middle of the call, and the call goes on.
    agent.page().context().grantPermissions(List.of("microphone"));
    agent.page().reload();
    agent.awaitCall("CONNECTED");
    Await.until(() -> phone.hears(AGENT));
    Await.until(() -> agent.hears(CUSTOMER));
  }

  private static void end(
      Scene scene, Words words, AgentWindow agent, CustomerWindow shop, PhoneWindow phone) {
    agent.at("call-end").click();
    assertThat(agent.at("call-bar")).hasCount(0);
    phone.awaitStage("IDLE");
    agent.at("contact-panel").getByTestId("photo-remove").click();
    assertThat(agent.at("contact-panel").getByTestId("avatar").locator("img")).hasCount(0);
    assertThat(agent.at("contact-panel").getByTestId("avatar"))
        .hasText(scene.customer().substring(0, 1));
    // The chat goes on.
    agent.say(scene.answer() + " 2");
    assertThat(shop.message(scene.answer() + " 2")).isVisible();
    shop.endChat();
    agent.complete("disposition.RESOLVED", scene.answer());
    assertThat(agent.entries()).hasCount(0);

    agent.link("rail.contacts").click();
    contact(agent, scene);
    agent.tab("activities.title").click();
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(2);
    assertThat(agent.at("activities")).containsText(words.of("activities.callIn"));
  }

  /// A supervisor may listen; the recording is whole a moment after the call.
  private static void listen(Scene scene) {
    try (var rana = new AgentWindow(ofAgent.browser(), address, Words.in("en"))) {
      rana.logIn("rana", "rana-demo");
      if (scene.language().equals("ar")) rana.choose("ar");
      rana.page().navigate(address.resolve("/contacts").toString());
      contact(rana, scene);
      rana.page().locator("#contact-tab-activities").click();
      Await.until(() -> recordingIsThere(rana));
      rana.at("recording-play").click();
      assertThat(rana.at("recording")).hasAttribute("data-playing", "true");
      assertThat(rana.at("recording").getByRole(AriaRole.ALERT)).hasCount(0);
      picture(rana.page(), scene, "recording");
      Assertions.assertThat(rana.errors()).isEmpty();
      if (scene.language().equals("ar")) rana.choose("en");
    }
  }

  private static boolean recordingIsThere(AgentWindow rana) {
    rana.page().reload();
    rana.at("activity").locator("svg.tabler-icon-phone-incoming").first().click();
    assertThat(rana.at("activity-trust")).hasAttribute("data-trust", "PRESENTED");
    return rana.at("recording").count() == 1;
  }

  private static void contact(AgentWindow agent, Scene scene) {
    agent
        .at("contact-list")
        .getByTestId("contact-entry")
        .filter(new Locator.FilterOptions().setHasText(scene.customer()))
        .click();
  }

  private static void picture(Page page, Scene scene, String what) {
    Picture.take(page, "call/" + scene.language() + "-" + what);
  }
}
