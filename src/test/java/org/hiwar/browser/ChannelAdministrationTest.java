package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.sms.simulator.SmscSimulator;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An administrator sets up a sender of SMS: what is missing is said at its field, a wrong password
/// is found by the test, and with the right one a text of a customer is in the ledger. Then the
/// sender is switched off and removed. In English first, then in Arabic.
@Tag("browser")
class ChannelAdministrationTest {
  private static final String NUMBER = "+963944000100";
  private static final String CUSTOMER = "963944123456";

  private static DemoHiwar hiwar;
  private static URI address;
  private static Chromium chromium;
  private static SmscSimulator centre;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "channels-").toAbsolutePath();
    centre = SmscSimulator.start("hiwar", "olive");
    hiwar = DemoHiwar.start(data);
    address = hiwar.address();
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    if (chromium != null) chromium.close();
    if (hiwar != null) hiwar.close();
    if (centre != null) centre.close();
  }

  @Test
  void aSenderOfTextsIsSetUpTriedAndRemoved() {
    try (var screens = new AdminScreens(chromium.browser(), address, "en")) {
      screens.logIn("admin", "admin-demo");
      screens.use("en");
      screens.section("accounts");
      fillIn(screens);
      tryIt(screens);
      receive(screens);
      screens.speak("ar");
      lookAround(screens);
      takeAway(screens);
      Assertions.assertThat(screens.errors()).isEmpty();
    }
  }

  /// The demo's account of WhatsApp: what the provider has approved is read from it, and a template
  /// that is entered with a fault is refused with the reason.
  @Test
  void approvedTemplatesAreReadFromTheProviderAndEntered() {
    try (var screens = new AdminScreens(chromium.browser(), address, "en")) {
      screens.logIn("admin", "admin-demo");
      screens.use("en");
      screens.section("accounts");
      screens.page().locator("[data-testid=admin-item]:has([aria-label=WhatsApp])").first().click();
      assertThat(screens.at("approved-one")).hasCount(4);
      screens.at("approved-remove").first().click();
      screens.at("admin-remove-sure").click();
      assertThat(screens.at("approved-one")).hasCount(3);
      screens.at("approved-read").click();
      assertThat(screens.at("approved-one")).hasCount(4);
      enter(screens);
      screens.at("approved-list").scrollIntoViewIfNeeded();
      screens.picture("approved");
      screens.speak("ar");
      screens.at("approved-list").scrollIntoViewIfNeeded();
      screens.picture("approved");
      Assertions.assertThat(screens.errors()).isEmpty();
    }
  }

  /// Nothing goes until a number is entered, and then it is said what that means.
  @Test
  @Requirement("S0-61")
  void howLongIsKeptWhatThereIsIsSaidInDays() {
    try (var screens = new AdminScreens(chromium.browser(), address, "en")) {
      screens.logIn("admin", "admin-demo");
      screens.use("en");
      screens.section("retention");
      screens.field("retention-recordings").fill("0");
      screens.saveRefused();
      assertThat(screens.problemAt("retention-recordings"))
          .hasText(screens.words("retention.daysWrong"));
      screens.field("retention-recordings").fill("٣٦٥");
      assertThat(screens.at("retention-warning")).isVisible();
      screens.picture("retention");
      screens.save();
      assertThat(screens.at("retention-warning")).hasCount(0);
      screens.speak("ar");
      assertThat(screens.field("retention-recordings")).hasValue("365");
      assertThat(screens.field("retention-conversations")).hasValue("");
      screens.picture("retention");
      Assertions.assertThat(screens.errors()).isEmpty();
    }
  }

  private static void enter(AdminScreens screens) {
    screens.at("approved-add").click();
    screens.field("approved-dialog-name").fill("delivery_late");
    var body = screens.field("approved-dialog-body");
    body.fill("طلبك {{1}} يتأخر إلى {{3}}.");
    screens.at("approved-dialog-save").click();
    assertThat(screens.at("approved-dialog-problem"))
        .containsText(screens.words("problem.placeholderMissing"));
    assertThat(screens.at("approved-dialog-problem")).containsText("{{2}}");
    screens.picture("approved-fault");
    body.fill("طلبك {{1}} يتأخر إلى {{2}}.");
    screens.at("approved-dialog-save").click();
    assertThat(screens.at("approved-dialog")).isHidden();
    assertThat(screens.at("approved-one")).hasCount(5);
  }

  private static void fillIn(AdminScreens screens) {
    screens.makeNew();
    screens.choose("account-channel", screens.words("channel.sms"));
    assertThat(screens.at("setting-host")).isVisible();
    screens.saveRefused();
    assertThat(screens.problemAt("account-name")).hasText(screens.words("admin.nameWrong"));
    assertThat(screens.problemAt("account-address"))
        .hasText(screens.words("account.addressMissing"));
    screens.picture("account-missing");
    screens.field("account-name").fill("Texts");
    screens.field("account-address").fill("?");
    screens.choose("account-service", "Orders");
    screens.field("setting-host").fill("127.0.0.1");
    screens.field("setting-port").fill(Integer.toString(centre.port()));
    screens.field("setting-systemId").fill("hiwar");
    screens.field("setting-password").fill("wrong");
    screens.saveRefused();
    assertThat(screens.problemAt("account-address"))
        .hasText(screens.words("problem.accountAddressInvalid"));
    screens.field("account-address").fill(NUMBER);
    screens.saveNew();
  }

  /// The wrong password first; a secret that is stored is not shown, and stays when it is left out.
  private static void tryIt(AdminScreens screens) {
    tested(screens, false);
    assertThat(screens.at("account-test"))
        .containsText(screens.words("channel.test.log-in-refused"));
    assertThat(screens.field("setting-password")).hasValue("");
    screens.picture("account-refused");
    screens.field("setting-password").fill("olive");
    assertThat(screens.at("account-test-run")).isDisabled();
    screens.save();
    up(screens);
    tested(screens, true);
    assertThat(screens.at("account-test")).containsText(screens.words("channel.test.logged-in"));
    screens.field("account-name").fill("Texts to the shop");
    screens.save();
    up(screens);
    screens.picture("account");
  }

  private static void tested(AdminScreens screens, boolean works) {
    screens.at("account-test-run").click();
    assertThat(screens.at("account-test")).hasAttribute("data-works", Boolean.toString(works));
  }

  private static void up(AdminScreens screens) {
    assertThat(screens.sheet().locator("header [data-testid=account-standing]"))
        .hasAttribute("data-up", "true");
  }

  private static void receive(AdminScreens screens) {
    Await.until(() -> centre.send(CUSTOMER, NUMBER.substring(1), "هل وصل طلبي؟"));
    screens.section("ledger");
    assertThat(screens.at("ledger-lines")).containsText("Texts to the shop");
    assertThat(screens.at("ledger-verdict")).hasAttribute("data-good", "true");
    screens.at("ledger-minutes").click();
    assertThat(screens.at("ledger-lines").locator("th").first())
        .hasText(screens.words("ledger.minute"));
    screens.picture("ledger");
    screens.section("set-aside");
    assertThat(screens.at("aside-items")).hasText(screens.words("aside.none"));
    assertThat(screens.at("failed-deliveries")).hasText(screens.words("aside.noneFailed"));
  }

  /// In Arabic, in light and in dark.
  private static void lookAround(AdminScreens screens) {
    screens.picture("set-aside");
    screens.section("ledger");
    assertThat(screens.at("ledger-lines")).containsText("Texts to the shop");
    screens.picture("ledger");
    screens.section("accounts");
    screens.open("Texts to the shop");
    up(screens);
    screens.picture("account");
    dark(screens, true);
    screens.picture("account-dark");
    screens.section("ledger");
    assertThat(screens.at("ledger-lines")).containsText("Texts to the shop");
    screens.picture("ledger-dark");
    dark(screens, false);
    screens.section("accounts");
    screens.open("Texts to the shop");
  }

  private static void dark(AdminScreens screens, boolean dark) {
    screens
        .page()
        .evaluate(
            "scheme => document.documentElement.setAttribute('data-mantine-color-scheme', scheme)",
            dark ? "dark" : "light");
  }

  private static void takeAway(AdminScreens screens) {
    screens.field("account-enabled").uncheck();
    screens.save();
    assertThat(screens.item("Texts to the shop")).containsText(screens.words("account.off"));
    Await.until(() -> centre.sessions() == 0);
    screens.remove();
    assertThat(screens.item("Texts to the shop")).hasCount(0);
  }
}
