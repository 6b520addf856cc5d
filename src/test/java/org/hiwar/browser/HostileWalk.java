package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.HostileTexts;
import org.hiwar.testing.VisitorClient;

/// A visitor writes all that does harm, an administrator calls things by a name that does, and a
/// file brings calling records whose values do. An agent and the administrator look at every screen
/// that shows it, in both languages, by light and by night: nothing runs, and nothing is wider than
/// where it stands.
final class HostileWalk {
  private static final String LOGIN = "amal";
  private static final String NAME = "<img src=x onerror=alert('ran')>exe.\u202Egpj";

  private static final String SEND =
      """
      const send = (method, path, body) =>
        fetch(path, {method, body: typeof body === 'string' ? body : JSON.stringify(body), headers: {'X-Hiwar': '1', 'Content-Type': typeof body === 'string' ? 'application/octet-stream' : 'application/json'}});
      """;

  /// What an administrator may call by a name, called so.
  private static final String CALLED =
      "async name => {"
          + SEND
          + """
            await send('POST', '/api/login', {workspace: 'demo', login: 'admin', password: 'admin-demo'});
            const long = name + 'W'.repeat(55);
            const texts = [{language: 'en', subject: '', text: long + '{{customer.name}}'}];
            const made = [
              await send('POST', '/api/services', {name: long, medium: 'CHAT', zone: 'Asia/Damascus'}),
              await send('POST', '/api/teams', {name: long, members: [], services: []}),
              await send('POST', '/api/not-ready-reasons', {name: long}),
              await send('POST', '/api/templates', {name: long, shortcut: 'hostile', channels: null, services: null, texts}),
              await send('POST', '/api/contact-fields', {key: 'hostile', nameAr: name, nameEn: name, type: 'TEXT', choices: [], shown: true}),
            ];
            return made.filter(one => one.status !== 201).map(one => one.url);
          }\
          """;

  /// Offers ring until the pictures of them are taken; answers what was refused.
  private static final String RINGS_LONG =
      "async () => {"
          + SEND
          + """
            const refused = [];
            for (const {id, medium} of await (await fetch('/api/services')).json()) {
              if (medium !== 'CHAT') continue;
              const {settings} = await (await fetch(`/api/services/${id}`)).json();
              const answer = await send('PUT', `/api/services/${id}`, {...settings, offerSeconds: 600});
              if (!answer.ok) refused.push(await answer.text());
            }
            return refused;
          }\
          """;

  /// Company, tags and fields of the only contact of the desk.
  private static final String TOLD =
      "async name => {"
          + SEND
          + """
            const desk = await (await fetch('/api/desk')).json();
            const {id, version} = await (await fetch(`/api/contacts/${desk.conversations[0].contact.id}`)).json();
            const [field] = await (await fetch('/api/contact-fields')).json();
            const fields = {[field.id]: name + 'W'.repeat(120)};
            const details = {company: 'W'.repeat(200), timeZone: null, tags: [name, 'W'.repeat(40)], fields, consents: {}, version};
            return (await send('PUT', `/api/contacts/${id}/details`, details)).status;
          }\
          """;

  /// The list of the demonstration is this file from now on.
  private static final String BROUGHT =
      "async file => {"
          + SEND
          + """
            const [list] = await (await fetch('/api/lists')).json();
            const begun = await send('POST', `/api/lists/${list.id}/imports?fileName=a.csv&policy=REPLACE&columns=1,2,3,4,5`, file);
            return (await begun.json()).id;
          }\
          """;

  private static final String STATE =
      "async id => (await (await fetch(`/api/imports/${id}`)).json()).standing.state";

  private static final String TURNED =
      "async turn => {"
          + SEND
          + """
            const [campaign] = await (await fetch('/api/campaigns')).json();
            return (await send('POST', `/api/campaigns/${campaign.id}/${turn}`, {})).status;
          }\
          """;

  /// The last field of the record at hand says something else from now on.
  private static final String CORRECTED =
      "async value => {"
          + SEND
          + """
            const [preview] = (await (await fetch('/api/desk')).json()).previews;
            const place = `/api/previews/${preview.id}/correction`;
            const field = (await (await fetch(place)).json()).fields.at(-1);
            return (await send('PUT', place, {fields: [{field: field.name, was: field.value, value}]})).status;
          }\
          """;

  /// What is wider than the place it has.
  private static final String TOO_WIDE =
      """
      () => [document.documentElement, ...document.querySelectorAll('.scroll, main, .sheet, .bubble, .panel, .offer, .dock')]
        .filter(one => one.scrollWidth > one.clientWidth + 1)
        .map(one => `${one.className} ${one.scrollWidth} in ${one.clientWidth}`)\
      """;

  private static final String DARK =
      "dark => document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' :"
          + " 'light')";

  private final Browser browser;
  private final URI address;
  private final List<String> wide = new ArrayList<>();

  HostileWalk(Browser browser, URI address) {
    this.browser = browser;
    this.address = address;
  }

  void walk() {
    var visitor = new VisitorClient(address, "demo", "web");
    visitor.connect();
    try (var admin = new AdminScreens(browser, address, "en");
        var agent = new AgentWindow(browser, address, Words.in("ar"))) {
      Assertions.assertThat(admin.page().evaluate(CALLED, NAME)).isEqualTo(List.of());
      Assertions.assertThat(admin.page().evaluate(RINGS_LONG)).isEqualTo(List.of());
      var ran = HostileMailTest.watch(agent.page());
      var ranOutside = HostileMailTest.watch(admin.page());
      agent.logIn(LOGIN, LOGIN + "-demo");
      agent.ready();
      for (var text : HostileTexts.ALL) visitor.say(UUID.randomUUID(), text, NAME, null).join();
      talk(agent);
      visitor.end();
      agent.complete("disposition.RESOLVED", String.join("\n", HostileTexts.ALL));
      assertThat(agent.entries()).hasCount(0);
      past(agent);
      review(admin, agent);
      administer(admin);
      Assertions.assertThat(wide).isEmpty();
      Assertions.assertThat(ran).isEmpty();
      Assertions.assertThat(ranOutside).isEmpty();
      Assertions.assertThat(agent.errors()).isEmpty();
    } finally {
      visitor.end();
      visitor.close();
      leave();
    }
  }

  private void talk(AgentWindow agent) {
    looked(agent.page(), "offer");
    agent.accept();
    assertThat(agent.message("far below")).isVisible();
    assertThat(agent.entries().first()).containsText("exe.gpj");
    Assertions.assertThat(agent.page().evaluate(TOLD, NAME)).isEqualTo(200);
    assertThat(agent.at("contact-panel")).containsText("WWW");
    agent.at("timeline").hover();
    agent.page().mouse().wheel(0, -100_000);
    looked(agent.page(), "timeline-top");
    agent.page().mouse().wheel(0, 100_000);
    looked(agent.page(), "timeline");
  }

  private void past(AgentWindow agent) {
    agent.page().navigate(address.resolve("/contacts?query=exe").toString());
    agent.at("contact-entry").first().click();
    assertThat(agent.at("contact-details")).containsText("WWW");
    looked(agent.page(), "contact");
    agent.tab("activities.title").click();
    agent.at("activity").first().click();
    assertThat(agent.at("transcript")).containsText("far below");
    looked(agent.page(), "activity");
  }

  /// A record is offered and accepted, and what it says is put right.
  private void review(AdminScreens admin, AgentWindow agent) {
    var begun = admin.page().evaluate(BROUGHT, file());
    Await.until(() -> "DONE".equals(admin.page().evaluate(STATE, begun)));
    agent.setUpTelephone();
    agent.closeDialog();
    turn(admin, "start");
    try {
      assertThat(agent.at("preview-offer")).containsText("exe.");
      looked(agent.page(), "record-offer");
      agent.button("offer.accept").click();
      assertThat(agent.at("record")).containsText("exe.");
      looked(agent.page(), "record");
      var town = HostileTexts.TURNED + "W".repeat(3_000);
      Assertions.assertThat(agent.page().evaluate(CORRECTED, town)).isEqualTo(204);
      agent.at("record-tab-history").click();
      assertThat(agent.at("history-change")).containsText("WWW");
      looked(agent.page(), "record-history");
      agent.at("record-correct").click();
      assertThat(agent.at("correction-field").first()).isVisible();
      looked(agent.page(), "record-correction");
      agent.at("correction-cancel").click();
      assertThat(agent.at("record-correction")).hasCount(0);
      agent.at("preview-complete").click();
      assertThat(agent.at("record")).hasCount(0);
    } finally {
      turn(admin, "stop");
    }
  }

  private static void turn(AdminScreens admin, String turn) {
    Assertions.assertThat((Integer) admin.page().evaluate(TURNED, turn)).isBetween(200, 204);
  }

  /// One record: a name that turns and has no end, one that is tall, and a town of all that has no
  /// place to break.
  private static String file() {
    var first = (NAME + "W".repeat(300)).replace("\"", "\"\"");
    var town = "\u2067\u202D\u202Eabc\u2066" + "\uFDFD".repeat(1_000) + "\u0301".repeat(2_000);
    return "Mobile,Home,First name,Last name,Town\n+4917604069001,,\"%s\",\"%s\",\"%s\"\n"
        .formatted(first, HostileTexts.TALL, town);
  }

  private void administer(AdminScreens admin) {
    admin.page().navigate(address.resolve("/administration/services").toString());
    for (var section : List.of("services", "reasons", "teams", "templates", "contact-fields")) {
      admin.section(section);
      admin.item("exe.gpj").click();
      assertThat(admin.sheet().locator("h1")).containsText("exe.gpj");
      looked(admin.page(), "admin-" + section);
    }
    admin.section("lists");
    admin.item("Spring customers").click();
    assertThat(admin.at("list-records")).containsText("exe.");
    looked(admin.page(), "admin-lists");
    admin.section("audit-log");
    looked(admin.page(), "admin-audit-log");
  }

  /// In both languages, by light and by night; in the end in that of the beginning.
  private void looked(Page page, String what) {
    for (int times = 0; times < 2; times++) {
      var other = page.locator(".ib.wide");
      var language = other.getAttribute("lang");
      other.click();
      assertThat(page.locator("html")).hasAttribute("lang", language);
      for (var dark : List.of(true, false)) {
        page.evaluate(DARK, dark);
        for (var one : (List<?>) page.evaluate(TOO_WIDE))
          wide.add(what + " " + language + ": " + one);
        Assertions.assertThat(page.title()).isNotEqualTo("ran");
        Picture.takeToLook(page, "hostile/" + language + "-" + what + (dark ? "-dark" : ""));
      }
    }
  }

  /// Whatever came of it, nothing rings here any more.
  private void leave() {
    try (var agent = AgentClient.logIn(address, "demo", LOGIN, LOGIN + "-demo")) {
      agent.leaveFloor();
    }
  }
}
