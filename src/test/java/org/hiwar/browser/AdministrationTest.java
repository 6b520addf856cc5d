package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An administrator changes the provider, screen by screen: what hangs together is taken apart, and
/// each refusal says what to do first. Then a trunk to the demonstration's network is made and
/// tested, a number on it, and a customer calls that number. In between the people are
/// administered.
@Tag("browser")
@Order(Integer.MAX_VALUE - 2)
class AdministrationTest {
  private static final int CUSTOMER = 1_000;
  private static final int AGENT = 700;
  private static final String NUMBER = "+493023125103";
  private static final List<String> DEMO_NUMBERS = List.of("+493023125101", "+493023125102");
  private static final List<String> DEMO_SERVICES = List.of("Orders by phone", "الطلبات بالهاتف");

  private static DemoHiwar hiwar;
  private static URI address;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "admin-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    address = hiwar.address();
    chromium = Ears.hearing(AGENT);
  }

  @AfterAll
  static void close() {
    if (chromium != null) chromium.close();
    if (hiwar != null) hiwar.close();
  }

  @Test
  void theProviderIsChangedAndTheNewNumberIsCalled() throws Exception {
    try (var screens = new AdminScreens(chromium.browser(), address, "en")) {
      screens.logIn("admin", "admin-demo");
      screens.open("Demo network");
      screens.test("admin.test.answers", true);
      var host = screens.field("trunk-host").inputValue();
      var port = screens.field("trunk-port").inputValue();
      assertThat(screens.at("own-address")).containsText("UDP, TCP");
      assertThat(screens.at("own-address")).containsText("UDP 20000–29999");
      assertThat(screens.at("own-address-only-here")).isVisible();
      screens.picture("trunk");

      takeApart(screens);
      makeTrunk(screens, host, port);
      screens.speak("ar");
      makeNumber(screens);
      makeContactField(screens);
      screens.speak("en");
      openCountry(screens);
      giveTelephone(screens);
      tellCallers(screens);
      makeChat(screens);
      endCallsFromChat(screens);
      makeService(screens);
      screens.speak("ar");
      changeService(screens);
      giveReasons(screens);
      screens.speak("en");
      removeService(screens);
      new PeopleWalk(screens, chromium.browser(), address).walk();
      Assertions.assertThat(screens.errors()).isEmpty();
    }
    leaveWord();
    call();
  }

  /// Trunk, numbers and services hold each other, and each says what to do first.
  private static void takeApart(AdminScreens screens) {
    screens.removeRefused("problem.trunkHasNumbers");
    screens.section("numbers");
    screens.open(DEMO_NUMBERS.getFirst());
    screens.removeRefused("problem.numberShown");
    screens.section("services");
    for (var service : DEMO_SERVICES) {
      screens.open(service);
      screens.at("service-tab-calls").click();
      screens.choose("voice-caller-id", screens.words("admin.callerIdNone"));
      screens.save();
    }
    screens.section("numbers");
    for (var number : DEMO_NUMBERS) {
      screens.open(number);
      screens.remove();
    }
    screens.section("trunks");
    screens.open("Demo network");
    screens.remove();
    assertThat(screens.sheet()).containsText(screens.words("admin.noTrunksTitle"));
    screens.picture("no-trunk");
  }

  /// What is wrong is said at its field, all of it at once; a wrong port is found by the test.
  private static void makeTrunk(AdminScreens screens, String host, String port) {
    screens.makeNew();
    screens.saveRefused();
    assertThat(screens.problemAt("trunk-name")).hasText(screens.words("admin.nameWrong"));
    assertThat(screens.problemAt("trunk-host")).hasText(screens.words("admin.hostMissing"));
    screens.field("trunk-name").fill("Carrier");
    screens.field("trunk-host").fill("sip:" + host);
    screens.saveRefused();
    assertThat(screens.problemAt("trunk-host")).hasText(screens.words("admin.hostWrong"));
    screens.picture("wrong-host");
    screens.field("trunk-host").fill(host);
    screens.field("trunk-port").fill("9");
    screens.saveNew();
    screens.test("admin.test.noAnswer", false);

    screens.field("trunk-port").fill(port);
    assertThat(screens.at("trunk-test-run")).isDisabled();
    screens.save();
    screens.test("admin.test.answers", true);
  }

  /// A field of one's own for contacts, named in both languages.
  private static void makeContactField(AdminScreens screens) {
    screens.section("contact-fields");
    screens.makeNew();
    screens.saveRefused();
    assertThat(screens.problemAt("field-name-ar")).hasText(screens.words("admin.fieldNameMissing"));
    assertThat(screens.problemAt("field-key")).hasText(screens.words("admin.fieldKeyWrong"));
    screens.field("field-name-ar").fill("المدينة");
    screens.field("field-name-en").fill("City");
    screens.field("field-key").fill("city");
    screens.saveNew();
    assertThat(screens.item("المدينة")).containsText("city");
    screens.picture("contact-field");
  }

  /// In Arabic, the number typed in its digits and without the country's code.
  private static void makeNumber(AdminScreens screens) {
    screens.section("numbers");
    screens.makeNew();
    screens.saveRefused();
    assertThat(screens.problemAt("number-number")).hasText(screens.words("admin.numberMissing"));
    screens.field("number-number").fill("١١٠");
    screens.choose("number-service", DEMO_SERVICES.getFirst());
    screens.saveRefused();
    assertThat(screens.problemAt("number-number"))
        .hasText(screens.words("problem.numberEmergency"));
    screens.picture("emergency");
    screens.field("number-number").fill("٠٣٠ ٢٣١٢٥ ١٠٣");
    screens.choose("number-language", "الإنجليزية");
    screens.saveNew();
    assertThat(screens.item(NUMBER)).containsText(DEMO_SERVICES.getFirst());
    screens.picture("number");
  }

  private static void openCountry(AdminScreens screens) {
    screens.section("outgoing");
    screens.field("limits-open").fill("Leb");
    screens.page().getByRole(AriaRole.OPTION).filter(having("Lebanon")).click();
    screens.field("limits-minute").fill("20000");
    screens.saveRefused();
    assertThat(screens.problemAt("limits-minute")).hasText(screens.words("admin.callsWrong"));
    screens.field("limits-minute").fill("45");
    screens.save();
    screens.page().reload();
    assertThat(screens.sheet()).containsText("Lebanon");
    assertThat(screens.field("limits-minute")).hasValue("45");
    screens.picture("outgoing");
  }

  private static void giveTelephone(AdminScreens screens) {
    screens.section("phones");
    screens.makeNew();
    screens.field("phone-login").fill("sam desk");
    screens.saveRefused();
    assertThat(screens.problemAt("phone-name")).hasText(screens.words("admin.nameWrong"));
    assertThat(screens.problemAt("phone-owner")).hasText(screens.words("admin.ownerMissing"));
    assertThat(screens.problemAt("phone-login")).hasText(screens.words("admin.phoneLoginWrong"));
    screens.field("phone-name").fill("Sam's telephone");
    screens.choose("phone-owner", "Sam");
    screens.field("phone-login").fill("sam-desk");
    screens.field("phone-password").fill("olive tree on the hill");
    screens.saveNew();
    assertThat(screens.item("Sam's telephone")).containsText(screens.words("admin.notRegistered"));
    screens.picture("telephone");
  }

  private static void tellCallers(AdminScreens screens) {
    screens.section("services");
    screens.open(DEMO_SERVICES.getFirst());
    screens.at("service-tab-calls").click();
    screens.field("voice-announce").locator("input[value=WAIT]").check();
    screens.field("voice-announce-every").fill("5");
    screens.saveRefused();
    assertThat(screens.problemAt("voice-announce-every"))
        .hasText(screens.words("admin.announceEveryWrong"));
    screens.field("voice-announce-every").fill("30");
    screens.save();
    screens.page().reload();
    screens.at("service-tab-calls").click();
    assertThat(screens.field("voice-announce").locator("input[value=WAIT]")).isChecked();
    assertThat(screens.field("voice-announce-every")).hasValue("30");
    screens.picture("service");
  }

  /// What is written stands in the chat beside the form at once.
  private static void makeChat(AdminScreens screens) {
    screens.section("entries");
    screens.makeNew();
    screens.field("entry-accent").fill("#ffd54a");
    screens.saveRefused();
    assertThat(screens.problemAt("entry-name")).hasText(screens.words("admin.nameWrong"));
    assertThat(screens.problemAt("entry-slug")).hasText(screens.words("admin.entry.slugWrong"));
    assertThat(screens.problemAt("entry-accent")).hasText(screens.words("admin.entry.colourFaint"));
    screens.field("entry-accent").fill("#7a3b8f");
    screens.field("entry-name").fill("Returns");
    screens.field("entry-slug").fill("web");
    screens.field("entry-origins").fill("https://returns.example");
    screens.field("entry-greeting-en").fill("What would you like to return?");
    screens.choose("entry-ask-phone", screens.words("admin.entry.askedRequired"));
    var chat = screens.at("entry-stage");
    assertThat(chat.getByTestId("widget-greeting").first())
        .hasText("What would you like to return?");
    assertThat(chat.getByTestId("widget-phone")).isVisible();
    screens.saveRefused();
    assertThat(screens.problemAt("entry-slug")).hasText(screens.words("admin.entry.slugTaken"));
    screens.field("entry-slug").fill("returns");
    screens.saveNew();
    assertThat(screens.at("entry-snippet")).containsText("data-entry=\"demo/returns\"");
    screens.at("entry-preview-ar").click();
    assertThat(chat.getByTestId("widget-phone")).isVisible();
    screens.picture("chat-new");
    screens.remove();
    assertThat(screens.item("Returns")).hasCount(0);
  }

  private static void endCallsFromChat(AdminScreens screens) {
    screens.section("entries");
    screens.at("admin-item").first().click();
    screens.choose("entry-calls", screens.words("admin.callUsNone"));
    screens.field("entry-away").locator("input[value=MESSAGE]").check();
    screens.field("entry-closed-en").fill("Back tomorrow morning.");
    screens.save();
    assertThat(screens.at("admin-item").first()).containsText(screens.words("admin.noCallsHere"));
    screens.picture("chat");
  }

  /// A service begins with its name and what it takes; then it is set up.
  private static void makeService(AdminScreens screens) {
    screens.section("services");
    screens.makeNew();
    screens.saveRefused();
    assertThat(screens.problemAt("service-name")).hasText(screens.words("problem.serviceName"));
    screens.field("service-name").fill(DEMO_SERVICES.getFirst());
    screens.saveRefused();
    assertThat(screens.problemAt("service-name"))
        .hasText(screens.words("problem.serviceNameTaken"));
    screens.field("service-name").fill("Returns");
    screens.saveNew();
    screens.field("service-wrapUp").fill("forever");
    screens.at("service-skill-add").click();
    screens.field("service-skill-level").fill("101");
    screens.saveRefused();
    assertThat(screens.problemAt("service-wrapUp")).hasText(screens.words("problem.serviceHour"));
    screens.picture("service-wrong");
    screens.field("service-wrapUp").fill("45");
    screens.field("service-skill-level").fill("40");
    screens.at("service-hours-add").click();
    screens.save();
    screens.picture("service-settings");
  }

  /// In Arabic, with its digits; a reload shows what was kept.
  private static void changeService(AdminScreens screens) {
    screens.field("service-name").fill("الإرجاع");
    screens.field("service-wrapUp").fill("٩٠");
    screens.field("service-holidays").fill("2026-13-45");
    screens.saveRefused();
    assertThat(screens.problemAt("service-holidays")).hasText(screens.words("campaign.datesWrong"));
    screens.field("service-holidays").fill("2027-01-01");
    screens.field("service-closedAr").fill("نحن مغلقون حتى صباح الغد.");
    screens.save();
    screens.picture("service-closed");
    seesNoReports(screens);
    assertThat(screens.field("service-wrapUp")).hasValue("90");
    assertThat(screens.field("service-holidays")).hasValue("2027-01-01");
    assertThat(screens.field("service-closedAr")).hasValue("نحن مغلقون حتى صباح الغد.");
    assertThat(screens.field("service-skill-level")).hasValue("40");
    assertThat(screens.item("الإرجاع")).isVisible();
    screens.picture("service-settings");
    screens.open(DEMO_SERVICES.getFirst());
    screens.at("admin-remove").click();
    assertThat(screens.at("service-uses")).isVisible();
    screens.picture("service-needed");
    screens.at("admin-remove-sure").click();
    var dialog = screens.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByRole(AriaRole.ALERT)).hasText(screens.words("problem.serviceInUse"));
    screens.page().keyboard().press("Escape");
    assertThat(dialog).hasCount(0);
  }

  /// Who may not see reports has the whole page of a service, but not how it does today: that is
  /// not even asked for.
  private static void seesNoReports(AdminScreens screens) {
    var page = screens.page();
    var me = Pattern.compile("/api/me$");
    var asked = new CopyOnWriteArrayList<String>();
    page.route(
        me,
        route -> {
          var answer = route.fetch();
          var less = answer.text().replaceFirst(",\"VIEW_REPORTS\"", "");
          route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(less));
        });
    page.onRequest(asks -> asked.add(asks.url()));
    page.reload();
    assertThat(screens.field("service-name")).hasValue("الإرجاع");
    assertThat(screens.at("admin-users")).isVisible();
    assertThat(screens.at("admin-reports")).hasCount(0);
    assertThat(screens.at("service-today")).hasCount(0);
    Assertions.assertThat(asked).noneMatch(url -> url.contains("/api/service-reports"));
    page.unroute(me);
    page.reload();
    assertThat(screens.at("service-today")).isVisible();
  }

  private static void giveReasons(AdminScreens screens) {
    screens.section("reasons");
    screens.makeNew();
    screens.saveRefused();
    assertThat(screens.problemAt("reason-name")).hasText(screens.words("problem.reasonName"));
    screens.field("reason-name").fill("صلاة");
    screens.saveNew();
    assertThat(screens.at("admin-item").last()).containsText("صلاة");
    screens.at("reason-up").click();
    assertThat(screens.at("admin-item").last()).not().containsText("صلاة");
    screens.picture("reasons");
    screens.at("admin-item").last().click();
    screens.remove();
    assertThat(screens.at("admin-item").last()).containsText("صلاة");
  }

  private static void removeService(AdminScreens screens) {
    screens.section("services");
    screens.open("الإرجاع");
    assertThat(screens.at("service-today")).containsText(screens.words("services.nothingToday"));
    screens.picture("service-today");
    screens.at("service-report").click();
    assertThat(screens.at("service-lines")).isVisible();
    screens.section("services");
    screens.open("الإرجاع");
    screens.remove();
    assertThat(screens.item("الإرجاع")).hasCount(0);
  }

  /// No agent is there, and the page knows what was saved a moment ago.
  private static void leaveWord() {
    try (var customer = new CustomerWindow(chromium.browser(), address, "en")) {
      customer.openChat();
      assertThat(customer.at("widget-words")).isVisible();
      assertThat(customer.at("widget-panel")).containsText("Back tomorrow morning.");
      assertThat(customer.at("widget-call")).isHidden();
      Axe.pass(customer.page(), "#hiwar-demo-web");
      Picture.take(customer.page(), "administration/en-leave-word");
    }
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /// The agent is no administrator, answers the new number, and both hear each other.
  private static void call() throws Exception {
    try (var ofCustomer = Ears.hearing(CUSTOMER);
        var phone = new PhoneWindow(ofCustomer.browser(), address, "en");
        var agent = new AgentWindow(chromium.browser(), address, Words.in("en"))) {
      agent.logIn("sam", "sam-demo");
      assertThat(agent.link("rail.administration")).hasCount(0);
      agent.page().navigate(address.resolve("/administration/trunks").toString());
      assertThat(agent.page()).hasURL(address.resolve("/conversations").toString());
      agent.setUpTelephone();
      agent.closeDialog();
      agent.ready();
      phone.switchOn();
      phone.call(NUMBER);
      assertThat(agent.at("offer")).containsText(DEMO_SERVICES.getFirst());
      agent.accept();
      agent.awaitCall("CONNECTED");
      Await.until(() -> agent.hears(CUSTOMER));
      Await.until(() -> phone.hears(AGENT));
      agent.at("call-end").click();
      phone.awaitStage("IDLE");
    }
  }
}
