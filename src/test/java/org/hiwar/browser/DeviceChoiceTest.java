package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.hiwar.voice.call.Baresip;
import org.hiwar.voice.sip.Sipp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An agent chooses what calls come to without a new log-in: the browser, a number of their own, a
/// SIP phone (Debian's baresip), and the browser again. A customer calls each time, and the tone
/// that is heard tells who has answered.
@Tag("browser")
class DeviceChoiceTest {
  private static final int CUSTOMER = 1_000;
  private static final int AGENT = 700;
  private static final int DESK = 1_710;
  private static final String CENTRE = "+493023125101";
  private static final String LOGIN = "sam-desk";
  private static final String PASSWORD = "olive-tree-on-the-hill";
  private static final Words WORDS = Words.in("en");

  private static DemoHiwar hiwar;
  private static URI address;
  private static Chromium ofCustomer;
  private static Chromium ofAgent;
  private static InetSocketAddress sip;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "device-").toAbsolutePath();
    sip = new InetSocketAddress("127.0.0.1", Sipp.freePort());
    hiwar =
        DemoHiwar.start(
            data,
            Map.of(
                "hiwar.sip.port",
                Integer.toString(sip.getPort()),
                // baresip gives up when it is offered anything else besides.
                "hiwar.sip.digests",
                "MD5"));
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

  @Test
  void callsComeToTheBrowserToAnotherNumberToATelephoneAndToTheBrowserAgain() throws Exception {
    try (var admin = AgentClient.logIn(address, "demo", "admin", "admin-demo");
        var baresip = telephone(admin);
        var phone = new PhoneWindow(ofCustomer.browser(), address, "en");
        var mobile = new PhoneWindow(ofAgent.browser(), address, "en");
        var agent = new AgentWindow(ofAgent.browser(), address, WORDS)) {
      phone.switchOn();
      mobile.switchOn();
      agent.logIn("sam", "sam-demo");
      agent.setUpTelephone();
      agent.closeDialog();
      agent.ready();
      inTheBrowser(agent, phone);

      agent.at("telephone").click();
      choose(agent, WORDS.of("device.number"));
      agent.at("device-number").fill("112");
      agent.button("common.save").click();
      assertThat(agent.at("telephone-check")).containsText(WORDS.of("problem.numberNotForThis"));
      agent.at("device-number").fill(mobile.number());
      agent.button("common.save").click();
      assertThat(agent.at("telephone")).hasAttribute("data-state", "NUMBER");
      picture(agent, "number");
      agent.closeDialog();
      onTheOtherNumber(agent, phone, mobile);

      agent.at("telephone").click();
      choose(agent, WORDS.of("device.phone").replace("{name}", "Sam's telephone"));
      assertThat(agent.at("telephone")).hasAttribute("data-state", "PHONE");
      picture(agent, "telephone");
      agent.closeDialog();
      atTheTelephone(agent, phone, baresip);

      agent.at("telephone").click();
      choose(agent, WORDS.of("device.browser"));
      assertThat(agent.at("telephone")).hasAttribute("data-state", "CONNECTED");
      picture(agent, "browser");
      agent.closeDialog();
      inTheBrowser(agent, phone);
      Assertions.assertThat(agent.errors()).isEmpty();
    }
  }

  /// Registered before the agent comes, so that the desktop finds it there.
  private Baresip telephone(AgentClient admin) throws Exception {
    var sam =
        admin
            .get("/api/users")
            .ok()
            .body()
            .path("items")
            .valueStream()
            .filter(user -> user.path("login").asString().equals("sam"))
            .findFirst()
            .orElseThrow();
    var wish =
        Map.of(
            "name",
            "Sam's telephone",
            "user",
            sam.get("id").asString(),
            "login",
            LOGIN,
            "password",
            PASSWORD);
    admin.send("POST", "/api/phones", wish).ok();
    var baresip = new Baresip(folder, sip, LOGIN, PASSWORD, DESK);
    Await.until(() -> !admin.get("/api/phones").ok().body().at("/0/address").isNull());
    return baresip;
  }

  private static void choose(AgentWindow agent, String option) {
    agent.at("device").click();
    agent
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
  }

  private static void inTheBrowser(AgentWindow agent, PhoneWindow phone) {
    phone.call(CENTRE);
    agent.accept();
    agent.awaitCall("CONNECTED");
    Await.until(() -> phone.hears(AGENT));
    Await.until(() -> agent.hears(CUSTOMER));
    endAndComplete(agent, phone);
  }

  private static void onTheOtherNumber(AgentWindow agent, PhoneWindow phone, PhoneWindow mobile) {
    phone.call(CENTRE);
    agent.accept();
    mobile.awaitStage("RINGING");
    mobile.press("answer");
    agent.awaitCall("CONNECTED");
    Await.until(() -> phone.hears(AGENT));
    Await.until(() -> mobile.hears(CUSTOMER));
    endAndComplete(agent, phone);
    mobile.awaitStage("IDLE");
  }

  private static void atTheTelephone(AgentWindow agent, PhoneWindow phone, Baresip baresip)
      throws Exception {
    phone.call(CENTRE);
    agent.accept();
    Await.until(baresip::rings);
    baresip.answers();
    agent.awaitCall("CONNECTED");
    Await.until(() -> phone.hears(DESK));
    Await.until(() -> baresip.hears(CUSTOMER));

    // While they talk, it cannot be changed.
    agent.at("telephone").click();
    assertThat(agent.at("device")).isDisabled();
    agent.closeDialog();
    endAndComplete(agent, phone);
  }

  private static void endAndComplete(AgentWindow agent, PhoneWindow phone) {
    agent.at("call-end").click();
    phone.awaitStage("IDLE");
    agent.complete("disposition.RESOLVED", "");
    assertThat(agent.entries()).hasCount(0);
  }

  private static void picture(AgentWindow agent, String what) {
    Picture.take(agent.page(), "device/en-" + what);
  }
}
