package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.hiwar.testing.Await;

/// An agent with the desktop open, in the language of the agent.
final class AgentWindow implements AutoCloseable {
  /// A notice goes by itself, perhaps before a busy machine has looked.
  private static final String KEEPS_NOTICES =
      """
      () => {
        window.said = ''
        new MutationObserver(() => (window.said += document.querySelector('.notices')?.textContent ?? ''))
          .observe(document.body, { subtree: true, childList: true, characterData: true })
      }
      """;

  private final Words words;
  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new CopyOnWriteArrayList<>();

  AgentWindow(Browser browser, URI server, Words words) {
    this.words = words;
    context =
        browser.newContext(Chromium.still().setViewportSize(1440, 900).setLocale(words.language()));
    Ears.on(context);
    page = Chromium.page(context);
    page.onPageError(errors::add);
    page.navigate(server.resolve("/login").toString());
  }

  Page page() {
    return page;
  }

  void logIn(String login, String password) {
    page.getByLabel(words.of("login.user")).fill(login);
    page.getByLabel(words.of("login.password"), new Page.GetByLabelOptions().setExact(true))
        .fill(password);
    button("login.submit").click();
    assertThat(at("state-selector")).isVisible();
    // Before the floor knows of the desk nobody can be ready.
    assertThat(at("state-selector")).not().hasAttribute("data-state", "LOGGED_OUT");
  }

  /// Chooses the other language of the page and waits until it is kept.
  void choose(String language) {
    page.waitForResponse(
        answer -> answer.url().endsWith("/api/me/language"),
        () -> button("language." + language).click());
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }

  /// Goes Ready by the menu of the state selector. What waits may ring at once.
  void ready() {
    choosePresence("state.ready");
    assertThat(at("state-selector"))
        .hasAttribute("data-state", Pattern.compile("^(READY|RINGING|BUSY)$"));
  }

  /// Not Ready as soon as nothing is in hand any more.
  void takeABreak() {
    choosePresence("reason.BREAK");
    assertThat(page.getByRole(AriaRole.MENU)).hasCount(0);
  }

  /// Waits for the answer, so that what is chosen next comes after it. Chosen before the desk is
  /// connected it is asked for again.
  private void choosePresence(String key) {
    at("state-selector").click();
    var item =
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(words.of(key)))
            .first();
    var answer =
        page.waitForResponse(
            one -> one.url().endsWith("/api/desk/presence") && one.status() != 409, item::click);
    if (!answer.ok()) throw new AssertionError(answer.status() + " " + answer.text());
  }

  /// Looks into the check of the telephone, whose microphone these browsers allow unasked: calls
  /// can come.
  void setUpTelephone() {
    at("telephone").click();
    assertThat(at("telephone")).hasAttribute("data-state", "CONNECTED");
  }

  void closeDialog() {
    page.keyboard().press("Escape");
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  /// Adds an address to the contact of the conversation.
  void addAddress(String address) {
    var panel = at("contact-panel");
    panel
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(words.of("contact.addAddress")).setExact(true))
        .click();
    var field = panel.getByLabel(words.of("contact.newAddress"));
    field.fill(address);
    field.press("Enter");
    assertThat(panel).containsText(address);
  }

  /// The call on the line is in this state.
  void awaitCall(String state) {
    assertThat(at("call-bar")).hasAttribute("data-state", state);
  }

  /// From now on, until the page is loaded anew.
  void keepNotices() {
    page.evaluate(KEEPS_NOTICES);
  }

  /// This was said, perhaps a while ago.
  void awaitNotice(String text) {
    Await.until(() -> String.valueOf(page.evaluate("said")).contains(text));
  }

  boolean hears(int hertz) {
    return Ears.hears(page, hertz);
  }

  boolean hearsAmongOthers(int hertz) {
    return Ears.hearsAmongOthers(page, hertz);
  }

  /// The consultation beside the call on the line is in this state.
  void awaitConsultation(String state) {
    assertThat(at("consultation")).hasAttribute("data-state", state);
  }

  /// Asks a colleague into the call on the line.
  void consult(String colleague) {
    at("call-consult").click();
    at("colleague").filter(new Locator.FilterOptions().setHasText(colleague)).click();
  }

  /// Calls a colleague by the first letters of the name.
  void callColleague(String letters) {
    at("dial-number").fill(letters);
    assertThat(at("person")).hasCount(1);
    at("dial-number").press("Enter");
  }

  /// The call with a colleague is in this state.
  void awaitSideCall(String state) {
    assertThat(at("side-call")).hasAttribute("data-state", state);
  }

  /// Answers a colleague who calls, or asks into a call.
  void answerColleague() {
    at("side-offer")
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words.of("offer.accept")))
        .click();
    assertThat(at("side-offer")).isHidden();
  }

  /// Accepts the offer on the screen; the conversation is then open.
  void accept() {
    assertThat(at("offer")).isVisible();
    at("offer")
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words.of("offer.accept")))
        .click();
    assertThat(at("offer")).isHidden();
  }

  void say(String text) {
    at("composer").fill(text);
    at("send").click();
    assertThat(message(text)).isVisible();
  }

  /// Writes a note for colleagues that names one of them, chosen from the list by the keyboard.
  void note(String beginning, String colleague, String words) {
    at("note-tab").click();
    assertThat(at("note")).isFocused();
    at("note").pressSequentially("@" + beginning);
    assertThat(at("mention-option")).hasText(colleague);
    at("note").press("Enter");
    assertThat(at("mention-list")).hasCount(0);
    at("note").pressSequentially(words);
    assertThat(at("note")).hasValue("@" + colleague + " " + words);
    at("note").press("Enter");
    assertThat(message(words)).hasAttribute("data-internal", "true");
    assertThat(message(words)).not().hasAttribute("data-delivery", "SENDING");
  }

  /// Back from notes to the customer.
  void leaveNotes() {
    at("note-tab").click();
    assertThat(at("note")).hasCount(0);
  }

  private void openMenuOf(String text) {
    message(text).hover();
    message(text).getByTestId("message-menu").click();
  }

  /// Makes other words of a message of one's own.
  void edit(String text, String words) {
    openMenuOf(text);
    at("message-edit").click();
    at("message-words").fill(words);
    at("message-save").click();
    assertThat(at("message-words")).hasCount(0);
    assertThat(message(words).getByTestId("message-changed")).isVisible();
  }

  /// Takes a message of one's own back.
  void withdraw(String text) {
    openMenuOf(text);
    at("message-withdraw").click();
    at("message-withdraw-yes").click();
    assertThat(at("message-withdraw-yes")).hasCount(0);
    assertThat(message(text)).hasCount(0);
  }

  /// Puts the emoji in that is found by this word, by the keyboard alone.
  void emoji(String word, String sign) {
    at("emoji").press("Enter");
    assertThat(at("emoji-search")).isFocused();
    at("emoji-search").fill(word);
    assertThat(at("emoji-option").first()).hasText(sign);
    at("emoji-search").press("Enter");
    assertThat(at("emoji-search")).hasCount(0);
    assertThat(at("composer")).isFocused();
  }

  /// Looks at a picture in full, and puts it away by the keyboard.
  void look(Locator picture, String file) {
    picture.click();
    assertThat(at("lightbox-picture")).isVisible();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowLeft");
    assertThat(at("lightbox-picture")).isVisible();
    Picture.take(page, file);
    page.keyboard().press("Escape");
    assertThat(at("lightbox-picture")).hasCount(0);
  }

  /// Where nothing but a template arrives: from another account of ours, the named one.
  void chooseAccount(String name) {
    at("to-choice").click();
    page.getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(name))
        .first()
        .click();
    assertThat(at("approved")).isVisible();
    assertThat(at("composer")).hasCount(0);
  }

  /// Chooses a template by its name and language, as they stand in the list.
  void chooseApproved(String name, String language) {
    at("approved-template").click();
    page.getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(name))
        .filter(new Locator.FilterOptions().setHasText(language))
        .click();
  }

  void fillApproved(String parameter, String value) {
    page.locator("[data-testid=approved-value][data-parameter='" + parameter + "']").fill(value);
  }

  /// Chooses a result, writes notes and completes.
  void complete(String disposition, String notes) {
    at("notes").fill(notes);
    at("disposition").click();
    page.getByRole(
            AriaRole.OPTION,
            new Page.GetByRoleOptions().setName(words.of(disposition)).setExact(true))
        .click();
    at("complete").click();
  }

  Locator entries() {
    return at("conversation-entry");
  }

  Locator entry(String name) {
    return entries().filter(new Locator.FilterOptions().setHasText(name));
  }

  Locator message(String text) {
    return at("timeline")
        .getByTestId("message")
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  /// What became of a message that went out.
  Locator delivery(String text) {
    return message(text).getByTestId("delivery");
  }

  /// The way to write by a channel, in the composer.
  Locator channel(String channel) {
    return page.locator("[data-testid=channel-tab][data-channel=" + channel + "]");
  }

  /// Writes anew to the customer of the activity that is open, by a channel.
  void writeAgain(String channel) {
    at("write-again").click();
    var dialog = at("write-dialog");
    var tab = dialog.locator("[data-testid=channel-tab][data-channel=" + channel + "]");
    tab.click();
    assertThat(tab).hasAttribute("aria-selected", "true");
  }

  /// Ends the one thing that is written live in the conversation.
  void endWriting() {
    at("end-writing").click();
    assertThat(at("end-writing")).hasCount(0);
  }

  /// Ends the two things that are written live in the conversation.
  void endBothWritings() {
    at("end-writing").click();
    at("end-one").first().click();
    assertThat(at("end-writing")).not().hasAttribute("aria-haspopup", "menu");
    assertThat(at("end-writing")).not().hasAttribute("data-loading", "true");
    endWriting();
  }

  /// Ends SMS in the conversation; its other interactions go on.
  void endSms() {
    var sms = page.locator("[data-testid=strip-interaction][data-channel=SMS]");
    int live =
        page.locator("[data-testid=strip-interaction][data-state=ACTIVE]:not([data-channel=VOICE])")
            .count();
    at("end-writing").click();
    if (live > 1)
      at("end-one").filter(new Locator.FilterOptions().setHasText(words.of("channel.sms"))).click();
    assertThat(sms).not().hasAttribute("data-state", "ACTIVE");
  }

  Locator button(String key) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words.of(key)));
  }

  /// The page of help `name`, which the screen that is open leads to.
  void openHelp(String name) {
    at("help-menu").click();
    at("help-on-" + name).click();
    awaitHelp(name);
  }

  void awaitHelp(String name) {
    assertThat(at("help")).hasAttribute("data-page", name);
  }

  /// Back to the conversations.
  void leaveHelp() {
    page.locator("nav.rail a[href='/conversations']").click();
    assertThat(at("help")).hasCount(0);
  }

  /// The way to a section, in the bar at the side: help about it is named alike.
  Locator link(String key) {
    return page.locator(".rail")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words.of(key)));
  }

  Locator tab(String key) {
    return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(words.of(key)));
  }

  Locator at(String testId) {
    return page.getByTestId(testId);
  }

  /// What the page's script has thrown so far and nobody caught.
  List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void close() {
    context.close();
  }
}
