package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two agents at their desks, each in the own language, and a customer at a telephone: the one asks
/// the other, all three talk, the call goes over, or the two call each other. Three microphones
/// hear three tones, so that it is known who hears whom.
@Tag("browser")
@Order(3)
class TwoDesksAndACustomerTest {
  private static final int CUSTOMER = 1_000;
  private static final int AGENT = 700;
  private static final int COLLEAGUE = 440;
  private static final String COLLEAGUES = "**/api/colleagues";

  private static DemoHiwar hiwar;
  private static URI address;
  private static Chromium ofCustomer;
  private static Chromium ofAgent;
  private static Chromium ofColleague;
  private static PhoneWindow phone;

  private static AgentWindow sam;
  private static AgentWindow amal;
  private static boolean atWork;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "desks-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    address = hiwar.address();
    ofCustomer = Ears.hearing(CUSTOMER);
    ofAgent = Ears.hearing(AGENT);
    ofColleague = Ears.hearing(COLLEAGUE);
    phone = new PhoneWindow(ofCustomer.browser(), address, "en");
    phone.switchOn();
    sam = desk(ofAgent, "sam", "en");
    amal = desk(ofColleague, "amal", "ar");
    atWork = true;
  }

  @AfterAll
  static void close() {
    closeDesks();
    for (var browser : new Chromium[] {ofColleague, ofAgent, ofCustomer})
      if (browser != null) browser.close();
    if (hiwar != null) hiwar.close();
  }

  /// What differs between the two languages: who is called, and who is asked.
  ///
  /// @param number of the contact centre
  private record Scene(
      String language,
      AgentWindow agent,
      int tone,
      String number,
      AgentWindow colleague,
      int colleagueTone,
      String name,
      String nameOfColleague) {}

  private Scene english() {
    return new Scene("en", sam, AGENT, "+493023125101", amal, COLLEAGUE, "Sam", "أمل");
  }

  private Scene arabic() {
    return new Scene("ar", amal, COLLEAGUE, "+493023125102", sam, AGENT, "أمل", "Sam");
  }

  /// The desks that the test before has left as they were; else new ones.
  @BeforeEach
  void comeToWork() {
    if (!atWork) openDesks();
    // Whoever is to be offered the call goes Ready.
    for (var desk : List.of(sam, amal)) desk.takeABreak();
  }

  private static void openDesks() {
    sam = desk(ofAgent, "sam", "en");
    amal = desk(ofColleague, "amal", "ar");
    atWork = true;
  }

  private static AgentWindow desk(Chromium browser, String login, String language) {
    var desk = new AgentWindow(browser.browser(), address, Words.in(language));
    desk.logIn(login, login + "-demo");
    desk.setUpTelephone();
    desk.closeDialog();
    return desk;
  }

  @AfterEach
  void goHome() {
    var errors = Stream.of(sam, amal).flatMap(desk -> desk.errors().stream()).toList();
    if (!errors.isEmpty() || !isClear(sam) || !isClear(amal)) {
      closeDesks();
      phone.hangUpIfTalking();
    }
    Assertions.assertThat(errors).isEmpty();
  }

  /// Whether nothing of the test is left on it; it then shows the conversations.
  private static boolean isClear(AgentWindow desk) {
    if (desk.page().getByRole(AriaRole.DIALOG).count() > 0) return false;
    desk.link("rail.conversations").click();
    return desk.entries().count() == 0
        && Stream.of("call-bar", "side-call", "side-offer", "consultation", "offer")
            .noneMatch(left -> desk.at(left).count() > 0);
  }

  private static void closeDesks() {
    if (!atWork) return;
    for (var desk : List.of(sam, amal)) desk.close();
    atWork = false;
  }

  @Test
  @Requirement("S0-28")
  void aConsultationAndATransferInEnglish() {
    consultedAndTransferred(english());
  }

  @Test
  @Requirement("S0-28")
  void aConsultationAndATransferInArabic() {
    consultedAndTransferred(arabic());
  }

  private static void consultedAndTransferred(Scene scene) {
    var agent = scene.agent();
    var colleague = scene.colleague();
    onCall(scene);
    noted(scene);
    agent.at("call-consult").click();
    assertThat(agent.at("colleague").first()).isVisible();
    picture(agent, scene, "whom");
    agent.page().keyboard().press("Escape");
    agent.consult(scene.nameOfColleague());
    assertThat(agent.at("consultation-entry")).containsText(scene.nameOfColleague());
    agent.awaitConsultation("RINGING");
    assertThat(colleague.at("side-offer")).containsText(scene.name());
    picture(agent, scene, "asks");
    picture(colleague, scene, "is-asked");
    Await.until(() -> !phone.hears(scene.tone()));

    colleague.answerColleague();
    agent.awaitConsultation("CONNECTED");
    Await.until(() -> agent.hears(scene.colleagueTone()));
    Await.until(() -> colleague.hears(scene.tone()));
    picture(agent, scene, "consults");
    fitsNarrowWindows(scene);
    picture(colleague, scene, "is-consulted");

    agent.at("talk-customer").click();
    agent.awaitConsultation("HELD");
    Await.until(() -> phone.hears(scene.tone()));
    Await.until(() -> agent.hears(CUSTOMER));
    Await.until(() -> !colleague.hears(scene.tone()));
    picture(agent, scene, "with-the-customer");
    agent.at("talk-consulted").click();
    agent.awaitConsultation("CONNECTED");
    Await.until(() -> colleague.hears(scene.tone()));

    agent.at("consult-complete").click();
    assertThat(agent.entries()).hasCount(0);
    assertThat(colleague.entries()).hasCount(1);
    colleague.awaitCall("CONNECTED");
    Await.until(() -> colleague.hears(CUSTOMER));
    Await.until(() -> phone.hears(scene.colleagueTone()));
    picture(colleague, scene, "took-over");
    endAndComplete(colleague);

    openActivities(colleague);
    var past = colleague.at("activity-detail").getByTestId("consultations");
    assertThat(past).containsText(scene.nameOfColleague());
    picture(colleague, scene, "consultation-in-activities");
  }

  /// What of the bar of the call reaches beyond it, or beyond the window.
  private static final String CUT =
      """
      () => [...document.querySelectorAll('.call, .call *')].filter(one => {
        const call = one.closest('.call').getBoundingClientRect()
        const { left, right, bottom, width } = one.getBoundingClientRect()
        return width > 0 && (left < Math.max(call.left, 0) - 1
            || right > Math.min(call.right, innerWidth) + 1 || bottom > call.bottom + 1)
      }).map(one => one.dataset.testid ?? one.className)
      """;

  private static void fitsNarrowWindows(Scene scene) {
    var page = scene.agent().page();
    var before = page.viewportSize();
    for (int width : List.of(960, 800, 640)) {
      page.setViewportSize(width, before.height);
      Await.until(() -> List.of().equals(page.evaluate(CUT)));
      picture(scene.agent(), scene, "consults-" + width);
    }
    page.setViewportSize(before.width, before.height);
  }

  /// On a call nothing can be written but a note, which the colleague whom it names has at once.
  private static void noted(Scene scene) {
    var agent = scene.agent();
    var colleague = scene.colleague();
    var name = scene.nameOfColleague();
    agent.note(name.substring(0, 2), name, "RX-40721");
    picture(agent, scene, "note");
    assertThat(colleague.at("mention-news")).containsText("RX-40721");
    assertThat(colleague.at("rail-mentions")).containsText("1");
    picture(colleague, scene, "is-mentioned");
    colleague.at("mention-open").click();
    assertThat(colleague.at("transcript").locator("[data-internal]")).containsText("RX-40721");
    assertThat(colleague.at("mention-news")).hasCount(0);
    picture(colleague, scene, "reads-the-note");
    colleague.at("rail-mentions").click();
    assertThat(colleague.at("mention").first()).hasAttribute("data-seen", "true");
    picture(colleague, scene, "mentions");
    colleague.link("rail.conversations").click();
  }

  @Test
  void aConferenceInEnglish() {
    conference(english());
  }

  @Test
  void aConferenceInArabic() {
    conference(arabic());
  }

  private static void conference(Scene scene) {
    var agent = scene.agent();
    var colleague = scene.colleague();
    onCall(scene);
    agent.consult(scene.nameOfColleague());
    colleague.answerColleague();
    agent.awaitConsultation("CONNECTED");
    agent.at("consult-conference").click();
    agent.awaitConsultation("CONFERENCE");
    colleague.awaitSideCall("CONFERENCE");
    Await.until(() -> agent.hearsAmongOthers(CUSTOMER));
    Await.until(() -> agent.hearsAmongOthers(scene.colleagueTone()));
    Await.until(() -> colleague.hearsAmongOthers(CUSTOMER));
    Await.until(() -> colleague.hearsAmongOthers(scene.tone()));
    Await.until(() -> phone.hearsAmongOthers(scene.tone()));
    Await.until(() -> phone.hearsAmongOthers(scene.colleagueTone()));
    picture(agent, scene, "conference");
    picture(colleague, scene, "in-conference");

    agent.at("consult-let-go").click();
    assertThat(colleague.at("side-call")).hasCount(0);
    assertThat(agent.at("consultation-entry")).hasCount(0);
    agent.awaitCall("CONNECTED");
    Await.until(() -> phone.hears(scene.tone()));
    Await.until(() -> !phone.hearsAmongOthers(scene.colleagueTone()));
    endAndComplete(agent);
  }

  @Test
  @Requirement("S0-6")
  void anInternalCall() {
    callBeforeTheListKnows("أم");
    sam.awaitSideCall("RINGING");
    assertThat(amal.at("side-offer")).containsText("Sam");
    picture(amal, arabic(), "internal-rings");
    amal.answerColleague();
    sam.awaitSideCall("CONNECTED");
    amal.awaitSideCall("CONNECTED");
    Await.until(() -> sam.hears(COLLEAGUE));
    Await.until(() -> amal.hears(AGENT));
    picture(sam, english(), "internal");
    picture(amal, arabic(), "internal");
    assertThat(sam.entries()).hasCount(0);
    assertThat(amal.entries()).hasCount(0);

    amal.at("side-mute").click();
    Await.until(() -> !sam.hears(COLLEAGUE));
    amal.at("side-mute").click();
    Await.until(() -> sam.hears(COLLEAGUE));

    sam.at("side-end").click();
    assertThat(sam.at("side-call")).hasCount(0);
    assertThat(amal.at("side-call")).hasCount(0);
    amal.at("dial-number").click();
    assertThat(amal.at("people")).containsText("Sam");
    picture(amal, arabic(), "latest");
  }

  /// The line is slow: Enter comes before the list that says whose telephone is there. Whoever is
  /// not there is told.
  private static void callBeforeTheListKnows(String letters) {
    sam.keepNotices();
    sam.at("dial-number").fill("nobody");
    sam.at("dial-number").press("Enter");
    sam.awaitNotice(Words.in("en").of("colleagues.noMatch"));
    sam.page()
        .route(
            COLLEAGUES,
            route -> {
              var now = route.fetch();
              var before = now.text().replace("\"callable\":true", "\"callable\":false");
              route.fulfill(new Route.FulfillOptions().setResponse(now).setBody(before));
            });
    sam.at("dial-number").fill(letters);
    assertThat(sam.at("person")).hasAttribute("aria-disabled", "true");
    sam.page().unroute(COLLEAGUES);
    sam.at("dial-number").press("Enter");
  }

  @Test
  void aColleagueWhoDoesNotWantTo() {
    var scene = english();
    onCall(scene);
    sam.consult("أمل");
    assertThat(amal.at("side-offer")).isVisible();
    amal.page().keyboard().press("Shift+Escape");
    sam.awaitConsultation("ENDED");
    assertThat(sam.at("consultation")).containsText(Words.in("en").of("call.result.declined"));
    picture(sam, scene, "declined");
    sam.at("call-hold").click();
    sam.awaitCall("CONNECTED");
    Await.until(() -> phone.hears(AGENT));
    endAndComplete(sam);
  }

  @Test
  void theKeypadAndATransferToAServiceInEnglish() {
    transferred(english());
  }

  @Test
  void theKeypadAndATransferToAServiceInArabic() {
    transferred(arabic());
  }

  private static void transferred(Scene scene) {
    var agent = scene.agent();
    var colleague = scene.colleague();
    onCall(scene);
    agent.at("call-keypad").click();
    agent.page().keyboard().type("12#");
    assertThat(agent.at("keypad").getByRole(AriaRole.STATUS)).hasText("12#");
    picture(agent, scene, "keypad");
    agent.page().keyboard().press("Escape");
    assertThat(agent.at("keypad")).hasCount(0);

    // Else the call would come back to who speaks its language best.
    agent.takeABreak();
    colleague.ready();
    agent.at("call-transfer").click();
    var service = agent.at("transfer").getByRole(AriaRole.LISTITEM).first();
    assertThat(service).isVisible();
    picture(agent, scene, "transfer");
    service.getByRole(AriaRole.BUTTON).click();
    assertThat(agent.at("call-bar")).hasCount(0);
    assertThat(colleague.at("offer")).isVisible();
    colleague.accept();
    colleague.awaitCall("CONNECTED");
    Await.until(() -> phone.hears(scene.colleagueTone()));
    picture(colleague, scene, "transferred");
    endAndComplete(colleague);
  }

  @Test
  @Requirement("S0-40")
  void aChatIsGivenToAColleagueInEnglish() {
    given(english());
  }

  @Test
  @Requirement("S0-40")
  void aChatIsGivenToAColleagueInArabic() {
    given(arabic());
  }

  /// Asked in although not ready; both see who is in it, and the customer reads both.
  private static void joined(Scene scene, CustomerWindow shop) {
    var agent = scene.agent();
    var colleague = scene.colleague();
    agent.at("invite").click();
    agent.at("invite-search").fill(scene.nameOfColleague());
    assertThat(agent.at("invite-colleague")).hasCount(1);
    agent.at("invite-colleague").locator("input").check();
    agent.at("invite-note").fill("RX-40721 is yours");
    picture(agent, scene, "invites");
    agent.at("invite-submit").click();
    assertThat(colleague.at("invitation-note")).hasText("RX-40721 is yours");
    picture(colleague, scene, "is-invited");
    colleague.at("invitation-join").click();
    assertThat(colleague.message("1 RX-40721")).isVisible();
    assertThat(agent.at("together-guest")).containsText(scene.nameOfColleague());
    assertThat(colleague.at("together-host")).containsText(scene.name());
    assertThat(colleague.at("complete")).hasCount(0);
    colleague.say("I am here, too");
    assertThat(shop.message("I am here, too")).isVisible();
    assertThat(agent.message("I am here, too")).isVisible();
    picture(agent, scene, "together");
    picture(colleague, scene, "as-a-guest");
    if (scene.language().equals("en")) takenOut(agent, colleague);
    else colleague.at("guest-leave").click();
    assertThat(colleague.entries()).hasCount(0);
    assertThat(agent.at("together")).hasCount(0);
  }

  /// Who supervises reads along unseen, then comes in unasked and writes under their own name.
  private static void supervised(Scene scene, CustomerWindow shop) {
    var agent = scene.agent();
    try (var rana = new AgentWindow(ofColleague.browser(), address, Words.in("en"))) {
      rana.logIn("rana", "rana-demo");
      rana.link("rail.supervision").click();
      assertThat(rana.at("supervised-agent")).containsText(scene.name());
      rana.at("supervised").click();
      assertThat(rana.message("1 RX-40721")).isVisible();
      shop.say("Is anybody there?");
      assertThat(rana.message("Is anybody there?")).isVisible();
      assertThat(rana.at("supervised")).containsText("customer waits");
      assertThat(agent.at("together")).hasCount(0);
      Picture.take(rana.page(), "desks/en-supervision");
      rana.at("look-join").click();
      assertThat(rana.at("together-host")).containsText(scene.name());
      assertThat(agent.at("together-guest")).containsText("Rana");
      rana.say("It is Rana");
      assertThat(shop.message("It is Rana")).isVisible();
      assertThat(agent.message("It is Rana")).isVisible();
      rana.at("guest-leave").click();
      assertThat(rana.entries()).hasCount(0);
      assertThat(agent.at("together")).hasCount(0);
      Assertions.assertThat(rana.errors()).isEmpty();
    }
  }

  /// The colleague is told in their own language, and once more where the page is loaded anew.
  private static void takenOut(AgentWindow agent, AgentWindow colleague) {
    colleague.keepNotices();
    agent.at("together-guest").click();
    agent.at("guest-remove").click();
    var why =
        Words.in("ar")
            .of("visit.removed")
            .replace("{host}", "\u2068Sam\u2069")
            .replace("{name}", "\u2068Jane Miller\u2069");
    colleague.awaitNotice(why);
    Picture.take(colleague.page(), "desks/en-taken-out-at-the-colleague");
    colleague.page().reload();
    colleague.keepNotices();
    colleague.awaitNotice(why);
  }

  /// By the keyboard, with what was begun as a note that the customer never sees.
  private static void given(Scene scene) {
    var agent = scene.agent();
    var colleague = scene.colleague();
    try (var shop = new CustomerWindow(ofCustomer.browser(), address, scene.language())) {
      agent.ready();
      shop.openChat();
      shop.introduce("Jane Miller", "");
      shop.say("1 RX-40721");
      agent.accept();
      joined(scene, shop);
      if (agent == sam) supervised(scene, shop);
      agent.at("composer").fill("I have looked it up");
      colleague.ready();

      agent.at("give-away").click();
      agent.at("give-to").fill(scene.nameOfColleague());
      assertThat(agent.at("goal-colleague")).hasCount(1);
      assertThat(agent.at("goal-colleague").locator("input")).isEnabled();
      agent.at("give-to").press("Tab");
      agent.page().keyboard().press("Space");
      assertThat(agent.at("goal-colleague")).hasAttribute("data-chosen", "true");
      agent.at("give-begun").getByRole(AriaRole.BUTTON).click();
      assertThat(agent.at("give-note")).hasValue("I have looked it up");
      picture(agent, scene, "gives");
      agent.at("give-submit").click();
      assertThat(agent.entries()).hasCount(0);

      assertThat(colleague.at("offer-transfer")).containsText("I have looked it up");
      picture(colleague, scene, "is-given");
      colleague.accept();
      assertThat(colleague.at("timeline")).containsText("I have looked it up");
      shop.say("2 are you there?");
      assertThat(colleague.message("2 are you there?")).isVisible();
      colleague.say("3 I go on");
      assertThat(shop.message("3 I go on")).isVisible();
      assertThat(shop.message("I have looked it up")).hasCount(0);
      picture(colleague, scene, "goes-on");
      colleague.endWriting();
      colleague.complete("disposition.RESOLVED", "");
      assertThat(colleague.entries()).hasCount(0);
    }
  }

  @Test
  void aMissedCallIsCalledBackWithOneClickInEnglish() {
    calledBack(english());
  }

  @Test
  void aMissedCallIsCalledBackWithOneClickInArabic() {
    calledBack(arabic());
  }

  /// Nobody is ready, and the customer has not the time to wait.
  private static void calledBack(Scene scene) {
    var agent = scene.agent();
    var before = missedCalls();
    phone.call(scene.number());
    phone.awaitStage("TALKING");
    phone.press("hang-up");
    phone.awaitStage("IDLE");
    Await.until(() -> missedCalls() == before + 1);

    openContact(agent);
    // What was read for the test before stands there until the newest has come.
    var newest = agent.at("activities").getByTestId("activity").first();
    assertThat(newest).containsText(Words.in(scene.language()).of("activities.missedCall"));
    newest.click();
    var callBack = agent.at("activity-detail").getByTestId("call-number");
    assertThat(callBack).hasText(Words.in(scene.language()).of("activities.callBack"));
    picture(agent, scene, "missed");
    callBack.click();
    phone.awaitStage("RINGING");
    phone.press("answer");
    agent.awaitCall("CONNECTED");
    Await.until(() -> phone.hears(scene.tone()));
    Await.until(() -> agent.hears(CUSTOMER));
    endAndComplete(agent);
  }

  /// Of the customer's number, as a supervisor finds them.
  private static long missedCalls() {
    try (var rana = AgentClient.logIn(address, "demo", "rana", "rana-demo")) {
      var found = rana.get("/api/contacts?query=" + phone.number().substring(1)).ok().body();
      var contact = found.at("/items/0/id").asString("");
      if (contact.isEmpty()) return 0;
      return rana.get("/api/contacts/" + contact + "/activities")
          .ok()
          .body()
          .get("items")
          .valueStream()
          .filter(one -> one.path("outcome").asString("").equals("ABANDONED"))
          .count();
    }
  }

  /// The customer calls, and the agent of the scene answers.
  private static void onCall(Scene scene) {
    scene.agent().ready();
    phone.call(scene.number());
    scene.agent().accept();
    scene.agent().awaitCall("CONNECTED");
    Await.until(() -> phone.hears(scene.tone()));
  }

  private static void endAndComplete(AgentWindow agent) {
    agent.at("call-end").click();
    phone.awaitStage("IDLE");
    agent.complete("disposition.RESOLVED", "");
    assertThat(agent.entries()).hasCount(0);
  }

  private static void openContact(AgentWindow agent) {
    agent.link("rail.contacts").click();
    agent.at("contact-list").getByTestId("contact-entry").first().click();
    agent.tab("activities.title").click();
  }

  private static void openActivities(AgentWindow agent) {
    openContact(agent);
    agent.at("activities").getByTestId("activity").first().click();
  }

  private static void picture(AgentWindow agent, Scene scene, String what) {
    var desk = agent == scene.agent() ? "" : "-at-the-colleague";
    Picture.take(agent.page(), "desks/" + scene.language() + "-" + what + desk);
  }
}
