package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A customer calls from the chat on the shop's page, and the agent of the chat answers. Who hears
/// whom is proved by tones; the chat goes on beside.
@Tag("browser")
@Order(Integer.MAX_VALUE - 3)
class CallFromChatTest {
  private static final int CUSTOMER = 1_000;
  private static final int AGENT = 700;

  private static DemoHiwar hiwar;
  private static URI address;
  private static Chromium ofCustomer;
  private static Chromium ofAgent;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "web-call-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    address = hiwar.address();
    ofCustomer = Ears.hearing(CUSTOMER);
    ofAgent = Ears.hearing(AGENT);
  }

  @AfterAll
  static void close() {
    if (ofAgent != null) ofAgent.close();
    if (ofCustomer != null) ofCustomer.close();
    if (hiwar != null) hiwar.close();
  }

  /// What differs between the two languages.
  private record Scene(
      String language, String agent, String name, String customer, String chat, String answer) {}

  @Test
  @Requirement({"S0-15", "S0-17", "S0-18", "S0-45"})
  void inEnglish() {
    called(
        new Scene(
            "en",
            "sam",
            "Sam",
            "Jane Miller",
            "Can we talk instead?",
            "We are on the phone now; here is the link."));
  }

  @Test
  @Requirement({"S0-15", "S0-17", "S0-18", "S0-45"})
  void inArabic() {
    called(
        new Scene(
            "ar",
            "amal",
            "أمل",
            "ليلى حداد",
            "هل يمكننا أن نتحدث؟",
            "نحن على الهاتف الآن، وهذا هو الرابط."));
  }

  private static void called(Scene scene) {
    var words = Words.in(scene.language());
    try (var agent = new AgentWindow(ofAgent.browser(), address, words);
        var shop = CustomerWindow.withEars(ofCustomer.browser(), address, scene.language())) {
      agent.logIn(scene.agent(), scene.agent() + "-demo");
      agent.setUpTelephone();
      agent.closeDialog();
      agent.ready();
      shop.openChat();
      assertThat(shop.at("widget-call")).isHidden();
      shop.introduce(scene.customer(), "");
      shop.say(scene.chat());
      agent.accept();
      call(scene, words, agent, shop);
      talk(scene, agent, shop);
      reload(agent, shop);
      shop.endChat();
      agent.complete("disposition.RESOLVED", "");
      assertThat(agent.entries()).hasCount(0);
      Assertions.assertThat(agent.errors()).isEmpty();
    }
  }

  private static void call(Scene scene, Words words, AgentWindow agent, CustomerWindow shop) {
    Assertions.assertThat(shop.hasLoaded("widget-call.js")).isFalse();
    shop.at("widget-call").click();
    shop.awaitCall("WAITING");
    Await.until(() -> shop.hasLoaded("widget-call.js"));
    picture(shop, scene, "waiting");
    assertThat(agent.at("offer")).containsText(scene.customer());
    assertThat(agent.at("offer")).containsText(words.of("call.fromChat"));
    agent.accept();
    agent.awaitCall("CONNECTED");
    shop.awaitCall("TALKING");
    assertThat(shop.at("widget-call-state")).containsText(scene.name());
    assertThat(agent.entries()).hasCount(1);
    Await.until(() -> agent.hears(CUSTOMER));
    Await.until(() -> shop.hears(AGENT));
  }

  private static void talk(Scene scene, AgentWindow agent, CustomerWindow shop) {
    agent.say(scene.answer());
    assertThat(shop.message(scene.answer())).isVisible();
    picture(shop, scene, "talking");
    Picture.take(agent.page(), "web-call/" + scene.language() + "-desktop");

    shop.at("widget-call-mute").click();
    assertThat(shop.at("widget-call-mute")).hasAttribute("aria-pressed", "true");
    Await.until(() -> !agent.hears(CUSTOMER));
    picture(shop, scene, "muted");
    shop.at("widget-call-mute").click();
    Await.until(() -> agent.hears(CUSTOMER));

    agent.at("call-hold").click();
    agent.awaitCall("HELD");
    shop.awaitCall("HELD");
    Await.until(() -> !shop.hears(AGENT));
    picture(shop, scene, "held");
    agent.at("call-hold").click();
    shop.awaitCall("TALKING");
    Await.until(() -> shop.hears(AGENT));

    // The panel is folded away, and the call goes on.
    shop.at("widget-minimise").click();
    picture(shop, scene, "folded");
    Await.until(() -> agent.hears(CUSTOMER));
    shop.at("widget-launcher").click();

    shop.at("widget-call-end").click();
    shop.awaitCall("ENDED");
    assertThat(agent.at("call-bar")).hasCount(0);
    shop.say(scene.chat() + " 2");
    assertThat(agent.message(scene.chat() + " 2")).isVisible();
    assertThat(agent.entries()).hasCount(1);
  }

  /// Another call, whose page is loaded anew: its call is over for both, and the chat is there.
  private static void reload(AgentWindow agent, CustomerWindow shop) {
    shop.at("widget-call").click();
    agent.accept();
    agent.awaitCall("CONNECTED");
    Await.until(() -> shop.hears(AGENT));
    shop.page().reload();
    assertThat(agent.at("call-bar")).hasCount(0);
    assertThat(shop.at("widget-call-bar")).isHidden();
    assertThat(shop.at("widget-call")).isVisible();
  }

  @Test
  void aCustomerWithoutMicrophoneOrWithANetworkThatLetsNothingThroughIsToldSo() throws Exception {
    try (var shy =
            new Chromium(
                List.of("--use-fake-device-for-media-stream", "--deny-permission-prompts"));
        var shop = new CustomerWindow(shy.browser(), address, "en")) {
      refused(shop, "MICROPHONE_DENIED", "en-denied");
    }
    try (var shop = new CustomerWindow(ofCustomer.browser(), address, "ar")) {
      // Its checks go to a port where nobody is.
      shop.page()
          .addInitScript(
              """
              const real = RTCPeerConnection.prototype.setRemoteDescription
              RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
                return real.call(this, { type, sdp: sdp.replace(/(a=candidate:.* udp .*) (\\d+) typ/g, '$1 9 typ') })
              }
              """);
      shop.page().reload();
      refused(shop, "UNREACHABLE", "ar-unreachable");
    }
  }

  private static void refused(CustomerWindow shop, String end, String picture) {
    shop.openChat();
    shop.introduce("", "");
    shop.at("widget-call").click();
    Await.until(() -> end.equals(shop.at("widget-call-bar").getAttribute("data-end")));
    Picture.take(shop.page(), "web-call/" + picture);
    shop.at("widget-call-dismiss").click();
    assertThat(shop.at("widget-call-bar")).isHidden();
    assertThat(shop.at("widget-call")).isVisible();
  }

  private static void picture(CustomerWindow shop, Scene scene, String what) {
    Picture.take(shop.page(), "web-call/" + scene.language() + "-" + what);
  }
}
