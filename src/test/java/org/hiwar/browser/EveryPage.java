package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;

/// A walk through every page of the product in one language, by light and by night and in a small
/// window: axe looks at each, and with `-Dwrite` its picture is taken.
final class EveryPage {
  private static final List<String> OF_CUSTOMERS = List.of("index", "phone", "messenger", "mail");

  /// Goes to another page as a click on a link does, without loading the desktop anew.
  private static final String GO =
      "path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')) }";

  /// Nothing is being read any more, and the letters are there.
  private static final String SETTLED =
      """
      async () => {
        await document.fonts.ready
        await new Promise(requestAnimationFrame)
        return document.querySelector('.slow, [data-loading=true]') === null
      }\
      """;

  private static final String PAINT =
      "theme => document.documentElement.setAttribute('data-mantine-color-scheme', theme)";

  private final Browser browser;
  private final URI address;
  private final String language;
  private final Words words;
  private final Axe axe;
  private final SmallWindow small;

  EveryPage(Browser browser, URI address, String language, Axe axe, SmallWindow small) {
    this.browser = browser;
    this.address = address;
    this.language = language;
    this.words = Words.in(language);
    this.axe = axe;
    this.small = small;
  }

  /// The pages of the demonstration, where customers are.
  void customers() {
    try (var context = context()) {
      for (var name : OF_CUSTOMERS) {
        var page = Chromium.page(context);
        open(page, "/demo/" + name + ".html?lang=" + language);
        assertThat(page.locator("h1")).not().isEmpty();
        lookAsTheSystemIs(page, "demo-" + name);
        page.close();
      }
    }
  }

  /// Before anybody is logged in.
  void logIn() {
    try (var context = context()) {
      var page = Chromium.page(context);
      open(page, "/login");
      assertThat(page.locator("input[name=login]")).isVisible();
      lookPainted(page, "login");
    }
  }

  /// What agents work with: an empty desk, a customer who chats, and every section beside.
  void desk(String login) {
    try (var agent = new AgentWindow(browser, address, words);
        var customer = new CustomerWindow(browser, address, language)) {
      var page = agent.page();
      still(page);
      agent.logIn(login, login + "-demo");
      agent.ready();
      assertThat(page.locator(".empty")).isVisible();
      look(page, "desk-empty");
      chat(agent, customer);
      supervision();
      byKeys(agent);
      settings(agent);
      agent.takeABreak();
      customer.endChat();
      agent.complete("disposition.RESOLVED", "");
      assertThat(agent.entries()).hasCount(0);
      for (var path : List.of("/queue", "/contacts", "/follow-ups", "/colleagues", "/help"))
        visit(page, path, "main .sheet, main.sheet", path.substring(1));
      go(page, "/contacts");
      SmallWindow.during(page, () -> open(agent));
      look(page, "contact");
      agent.tab("activities.title").click();
      agent.at("activity").first().click();
      assertThat(agent.at("transcript")).isVisible();
      look(page, "activities");
      Assertions.assertThat(agent.errors()).isEmpty();
    }
  }

  /// What is opened from a list comes into view, though it stands below.
  private static void open(AgentWindow agent) {
    var opened = agent.page().locator("main > .sheet");
    assertThat(opened).not().isInViewport();
    agent.at("contact-entry").first().click();
    assertThat(agent.at("address").first()).isVisible();
    assertThat(opened).isInViewport();
  }

  private void chat(AgentWindow agent, CustomerWindow customer) {
    var here = customer.page();
    still(here);
    lookAsTheSystemIs(here, "shop");
    customer.openChat();
    lookAsTheSystemIs(here, "widget-form");
    customer.introduce(
        words.language().equals("ar") ? "ليلى حداد" : "Jane Miller", "l@example.com");
    customer.say(
        words.language().equals("ar")
            ? "مرحبًا، أحتاج إلى تغيير عنوان الطلب RX-40721."
            : "Hello, I need to change the address of order RX-40721.");
    assertThat(agent.at("offer")).isVisible();
    look(agent.page(), "offer");
    agent.accept();
    agent.say(words.language().equals("ar") ? "بالتأكيد. إلى أين نرسله؟" : "Of course. Where to?");
    assertThat(customer.at("widget-message")).hasCount(2);
    look(agent.page(), "conversation");
    lookAsTheSystemIs(here, "widget-chat");
  }

  /// What a supervisor sees meanwhile: who has what, and the conversation that is read along.
  private void supervision() {
    try (var rana = AgentClient.logIn(address, "demo", "rana", "rana-demo")) {
      rana.send("PUT", "/api/me/language", Map.of("language", language)).ok();
    }
    try (var rana = new AgentWindow(browser, address, words)) {
      var page = rana.page();
      still(page);
      rana.logIn("rana", "rana-demo");
      visit(page, "/supervision", "[data-testid=supervised]", "supervision");
      assertThat(rana.at("supervised-team")).hasText("Customer care");
      rana.at("supervised").first().click();
      assertThat(rana.at("timeline").getByTestId("message")).hasCount(2);
      look(page, "supervision-look");
      if (language.equals("ar")) supervisionOfNoTeam(rana);
      Assertions.assertThat(rana.errors()).isEmpty();
    }
  }

  /// Somebody else supervises the team from now on: what was read is gone from the page that is
  /// open, and comes back with the team.
  private void supervisionOfNoTeam(AgentWindow rana) {
    try (var administrator = AgentClient.logIn(address, "demo", "admin", "admin-demo")) {
      var team = administrator.get("/api/teams").ok().body().path(0);
      var path = "/api/teams/" + team.path("id").asString();
      administrator.send("PUT", path, Map.of("supervisors", List.of())).ok();
      assertThat(rana.at("look")).containsText(words.of("supervision.notYours"));
      assertThat(rana.at("timeline")).hasCount(0);
      assertThat(rana.at("supervision-empty")).containsText(words.of("supervision.noTeamTitle"));
      axe.look(rana.page(), language + "-supervision-none");
      Picture.takeToLook(rana.page(), "supervision-none");
      administrator.send("PUT", path, Map.of("supervisors", team.path("supervisors"))).ok();
      assertThat(rana.at("supervised-team")).isVisible();
      assertThat(rana.at("timeline")).isVisible();
    }
  }

  /// What the keyboard brings up, over the page that is open.
  private void byKeys(AgentWindow agent) {
    var page = agent.page();
    page.keyboard().press("Control+k");
    assertThat(agent.at("command").first()).isVisible();
    lookPainted(page, "palette");
    page.keyboard().press("Escape");
    assertThat(agent.at("palette")).hasCount(0);
    agent.at("help-menu").click();
    agent.page().locator("[role=menuitem]:has-text('" + words.of("rail.shortcuts") + "')").click();
    assertThat(agent.at("shortcut").first()).isVisible();
    lookPainted(page, "shortcuts");
    page.keyboard().press("Escape");
    assertThat(agent.at("shortcuts")).hasCount(0);
  }

  /// A denser desk, which stays so when the page is loaded anew.
  private void settings(AgentWindow agent) {
    var page = agent.page();
    var entry = agent.entries().first();
    double height = entry.boundingBox().height;
    page.locator("header.top .user").click();
    agent.at("open-settings").click();
    agent.at("density-compact").check();
    lookPainted(page, "settings");
    agent.closeDialog();
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-density", "compact");
    assertThat(entry).isVisible();
    Assertions.assertThat(entry.boundingBox().height).isLessThan(height - 8);
    assertThat(page.getByTestId("sync-light")).hasAttribute("data-sync", "in-sync");
    look(page, "compact");
    page.locator("header.top .user").click();
    agent.at("open-settings").click();
    agent.at("density-comfortable").check();
    assertThat(page.locator("html")).hasAttribute("data-density", "comfortable");
    agent.closeDialog();
  }

  /// Every section of the administration, with the first of what is listed there open.
  void administration() {
    try (var screens = new AdminScreens(browser, address, language)) {
      var page = screens.page();
      still(page);
      screens.logIn("admin", "admin-demo");
      screens.use(language);
      for (var link : page.locator(".admin-nav a[data-testid^=admin-]").all()) {
        link.click();
        var section = link.getAttribute("data-testid").substring("admin-".length());
        assertThat(screens.sheet()).hasAttribute("data-section", section);
        settle(page);
        openFirst(page);
        look(page, "admin-" + section);
        if (section.equals("reports")) servicesReport(page);
      }
      screens.use("en");
      Assertions.assertThat(screens.errors()).isEmpty();
    }
  }

  private void servicesReport(Page page) {
    page.getByTestId("report-of-services").click();
    assertThat(page.getByTestId("service-line").first()).isVisible();
    look(page, "admin-reports-services");
  }

  private static void openFirst(Page page) {
    var items = page.getByTestId("admin-item");
    if (items.count() == 0) return;
    items.first().click();
    assertThat(items.first()).hasAttribute("aria-current", "page");
    settle(page);
  }

  private void visit(Page page, String path, String shows, String name) {
    go(page, path);
    assertThat(page.locator(shows).first()).isVisible();
    look(page, name);
  }

  private static void go(Page page, String path) {
    page.evaluate(GO, path);
    assertThat(page).hasURL(Pattern.compile(".*" + path + ".*"));
  }

  /// A page of the desktop, whose colours are chosen in its bar.
  private void look(Page page, String name) {
    take(page, name, "light");
    button(page, "theme.dark").click();
    take(page, name, "dark");
    button(page, "theme.light").click();
  }

  private Locator button(Page page, String key) {
    return page.locator("header.top").getByLabel(words.of(key));
  }

  /// A page that has no button for it.
  private void lookPainted(Page page, String name) {
    take(page, name, "light");
    page.evaluate(PAINT, "dark");
    take(page, name, "dark");
    page.evaluate(PAINT, "light");
  }

  /// A page that follows the system.
  private void lookAsTheSystemIs(Page page, String name) {
    take(page, name, "light");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    take(page, name, "dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private void take(Page page, String name, String theme) {
    settle(page);
    var picture = language + "-" + name + (theme.equals("dark") ? "-dark" : "");
    if (theme.equals("dark")) axe.lookAtColours(page, picture);
    else axe.look(page, picture);
    Picture.takeToKeep(page, "pages/" + picture);
    if (theme.equals("light")) small.look(page, picture);
  }

  private static void settle(Page page) {
    Await.until(() -> Boolean.TRUE.equals(page.evaluate(SETTLED)));
  }

  private BrowserContext context() {
    var options = new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale(language);
    return browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
  }

  private static void still(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
  }

  private void open(Page page, String path) {
    page.navigate(address.resolve(path).toString());
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }
}
