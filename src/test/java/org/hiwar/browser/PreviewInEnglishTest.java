package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.hiwar.testing.VisitorClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An agent's work in English. A record comes, by light and by night, while the agent looks at
/// another window: sound and a notification tell of it. And a whole day is worked by the keyboard
/// alone.
@Tag("browser")
class PreviewInEnglishTest {
  private static final String TURN =
      """
      async turn => {
        const command = body => ({method: 'POST', body, headers: {'X-Hiwar': '1', 'Content-Type': 'application/json'}});
        await fetch('/api/login', command(JSON.stringify({workspace: 'demo', login: 'admin', password: 'admin-demo'})));
        const [campaign] = await (await fetch('/api/campaigns')).json();
        return (await fetch(`/api/campaigns/${campaign.id}/${turn}`, command(null))).status;
      }\
      """;

  /// A page out of sight that may notify, and that keeps what it would have shown and sounded.
  private static final String OUT_OF_SIGHT =
      """
      (() => {
        document.hasFocus = () => false
        window.told = []
        window.tones = 0
        window.Notification = class {
          static permission = 'granted'
          constructor(title, more) { window.told.push(`${title}: ${more.body}`) }
          close() { window.told.push('closed') }
        }
        const start = OscillatorNode.prototype.start
        OscillatorNode.prototype.start = function (...when) { window.tones++; start.apply(this, when) }
      })()\
      """;

  private static final Words WORDS = Words.in("en");

  private static DemoHiwar hiwar;
  private static Chromium chromium;
  private static URI address;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "preview-english-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    chromium = Ears.hearing(700);
    address = hiwar.address();
  }

  @AfterAll
  static void close() {
    if (chromium != null) chromium.close();
    if (hiwar != null) hiwar.close();
  }

  @AfterEach
  void stopTheCampaign() {
    turn("stop");
  }

  /// An operator starts or stops the campaign of the demonstration.
  private static void turn(String turn) {
    try (var operator = new AgentWindow(chromium.browser(), address, WORDS)) {
      Assertions.assertThat((Integer) operator.page().evaluate(TURN, turn)).isBetween(200, 204);
    }
  }

  @Test
  @Requirement({"S2-11", "S2-15", "S2-23", "S2-59", "S2-85"})
  void aRecordComesWhileTheAgentLooksElsewhere() {
    try (var agent = new AgentWindow(chromium.browser(), address, WORDS)) {
      turn("start");
      agent.page().addInitScript(OUT_OF_SIGHT);
      agent.page().reload();
      agent.logIn("sam", "sam-demo");
      agent.setUpTelephone();
      agent.closeDialog();
      agent.ready();
      comes(agent);
      reviewed(agent);
      Assertions.assertThat(agent.errors()).isEmpty();
    }
  }

  /// From the log-in to the log-out: no mouse is touched, and at every stop one sees where the
  /// keyboard is.
  @Test
  @Requirement({"S0-26", "S2-44"})
  void aWorkingDayByKeyboardAlone() {
    try (var agent = new AgentWindow(chromium.browser(), address, WORDS)) {
      var keys = new Keyboard(agent.page());
      keys.awaitAt(agent.page().locator("input[name=login]"));
      keys.type("sam");
      keys.press("Tab");
      keys.type("sam-demo");
      keys.press("Enter");
      assertThat(agent.at("state-selector")).isVisible();
      setUpTelephone(agent, keys);
      keys.command("ready", "ready");
      assertThat(agent.at("state-selector")).hasAttribute("data-state", "READY");
      chat(agent, keys);
      transfer(agent, keys);
      find(agent, keys);
      followUp(agent, keys);
      review(agent, keys);
      keys.command("log out", "leave");
      assertThat(agent.page().locator("input[name=login]")).isVisible();
      Assertions.assertThat(agent.errors()).isEmpty();
    }
  }

  private static void setUpTelephone(AgentWindow agent, Keyboard keys) {
    keys.tabTo("[data-testid=telephone]");
    keys.press("Enter");
    assertThat(agent.at("telephone")).hasAttribute("data-state", "CONNECTED");
    assertThat(agent.page().getByRole(AriaRole.DIALOG)).isVisible();
    keys.press("Escape");
    assertThat(agent.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    keys.awaitAt(agent.at("telephone"));
  }

  /// An offer takes nothing from what is being typed; once it is accepted, one can answer.
  private static void chat(AgentWindow agent, Keyboard keys) {
    keys.press("/");
    var search = agent.page().getByLabel(WORDS.of("contacts.search"));
    keys.awaitAt(search);
    keys.type("ja");
    var visitor = new VisitorClient(address, "demo", "web");
    visitor.connect();
    visitor.say(UUID.randomUUID(), "Where is my parcel?", "Jane Miller", null).join();
    assertThat(agent.at("offer")).isVisible();
    keys.awaitAt(search);
    keys.type("ne");
    assertThat(search).hasValue("jane");
    keys.press("Control+Enter");
    assertThat(agent.message("Where is my parcel?")).isVisible();
    keys.command("jane", conversation(agent));
    keys.awaitAt(agent.at("composer"));
    keys.type("On its way.");
    keys.press("Enter");
    assertThat(agent.message("On its way.")).isVisible();
    visitor.end();
    keys.press("Alt+r");
    keys.awaitAt(agent.at("disposition"));
    keys.press("ArrowDown");
    assertThat(agent.page().getByRole(AriaRole.OPTION).first()).isVisible();
    keys.press("ArrowDown");
    keys.press("Enter");
    assertThat(agent.at("disposition")).not().hasValue("");
    keys.tabTo("[data-testid=notes]");
    keys.type("Parcel found.");
    assertThat(agent.at("complete")).isEnabled();
    keys.press("Alt+c");
    assertThat(agent.entries()).hasCount(0);
    visitor.close();
  }

  /// What a colleague knows better goes to them, with a word about it.
  private static void transfer(AgentWindow agent, Keyboard keys) {
    var visitor = new VisitorClient(address, "demo", "web");
    visitor.connect();
    visitor.say(UUID.randomUUID(), "And my invoice?", "Omar Haddad", null).join();
    assertThat(agent.at("offer")).isVisible();
    keys.press("Control+Enter");
    assertThat(agent.message("And my invoice?")).isVisible();
    try (var amal = AgentClient.logIn(address, "demo", "amal", "amal-demo");
        var _ = amal.openDesk()) {
      Await.until(() -> amal.ready().status() < 300);
      keys.command("omar", conversation(agent));
      keys.awaitAt(agent.at("composer"));
      keys.tabBackTo("[data-testid=give-away]");
      keys.press("Enter");
      keys.awaitAt(agent.at("give-to"));
      keys.type("\u0623\u0645\u0644");
      assertThat(agent.at("goal-colleague").locator("input")).isEnabled();
      keys.tabTo("[data-testid=goal-colleague] input");
      keys.press("Space");
      keys.tabTo("[data-testid=give-note]");
      keys.type("Asks for an invoice.");
      keys.tabTo("[data-testid=give-submit]");
      keys.press("Enter");
      assertThat(agent.entries()).hasCount(0);
      takenOver(amal);
    }
    visitor.close();
  }

  /// Amal accepts, sees what was noted, and is done with it.
  private static void takenOver(AgentClient amal) {
    var first = "/conversations/0/interactions/0";
    Await.until(() -> amal.snapshot().at(first + "/offer").has("number"));
    var offered = amal.snapshot().at(first);
    var interaction = offered.get("id").asString();
    amal.accept(interaction, offered.at("/offer/number").asInt()).ok();
    Await.until(() -> amal.snapshot().at(first + "/state").asString("").equals("ACTIVE"));
    var taken = amal.snapshot().at("/conversations/0");
    Assertions.assertThat(taken.toString()).contains("Asks for an invoice.");
    amal.end(interaction).ok();
    Await.until(() -> amal.snapshot().at(first + "/state").asString("").equals("WRAP_UP"));
    var over = amal.snapshot().at("/conversations/0");
    var result = over.at("/interactions/0/dispositions/0/id").asString();
    amal.complete(over.get("id").asString(), over.get("lastSeq").asLong(), result, "").ok();
    amal.leaveFloor().ok();
  }

  private static void find(AgentWindow agent, Keyboard keys) {
    keys.press("/");
    keys.awaitAt(agent.page().getByLabel(WORDS.of("contacts.search")));
    keys.press("Control+a");
    keys.type("omar had");
    keys.press("Enter");
    assertThat(agent.at("contact-entry")).hasCount(1);
    keys.tabTo("[data-testid=contact-entry]");
    keys.press("Enter");
    assertThat(agent.page()).hasURL(Pattern.compile(".*/contacts/\\d+.*"));
    assertThat(agent.at("contact-entry")).hasAttribute("aria-current", "true");
  }

  private static String conversation(AgentWindow agent) {
    return "conversation-" + agent.entries().first().getAttribute("data-conversation");
  }

  private static void followUp(AgentWindow agent, Keyboard keys) {
    keys.press("Control+k");
    keys.awaitAt(agent.at("palette-words"));
    keys.type("jane miller");
    assertThat(agent.page().locator("[data-command^=contact-]")).hasCount(1);
    keys.press("Enter");
    assertThat(agent.page()).hasURL(Pattern.compile(".*/contacts/\\d+"));
    keys.tabTo("#contact-tab-activities");
    keys.press("Enter");
    assertThat(agent.at("activities")).isVisible();
    keys.tabTo("[data-testid=activity]");
    keys.press("Enter");
    assertThat(agent.at("transcript")).containsText("On its way.");
    keys.tabTo("[data-testid=schedule-follow-up]");
    keys.press("Enter");
    keys.awaitAt(agent.at("follow-up-note"));
    keys.type("Ask whether it came");
    keys.tabTo("[data-testid=follow-up-save]");
    keys.press("Enter");
    assertThat(agent.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    keys.awaitAt(agent.at("schedule-follow-up"));
    keys.command("follow-ups", "/follow-ups");
    assertThat(agent.at("follow-ups")).containsText("Ask whether it came");
  }

  /// In the middle of the review the agent wants a break, and then does not.
  private static void review(AgentWindow agent, Keyboard keys) {
    turn("start");
    assertThat(agent.at("preview-offer")).isVisible();
    keys.press("Control+Enter");
    assertThat(agent.at("record")).isVisible();
    keys.command("busy break", "not-ready-");
    assertThat(agent.at("state-selector")).containsText(WORDS.of("state.thenNotReady"));
    keys.command("ready", "ready");
    assertThat(agent.at("state-selector")).not().containsText(WORDS.of("state.thenNotReady"));
    keys.command("busy break", "not-ready-");
    assertThat(agent.at("state-selector")).containsText(WORDS.of("state.thenNotReady"));
    keys.press("Alt+c");
    assertThat(agent.at("record")).hasCount(0);
    assertThat(agent.at("state-selector")).hasAttribute("data-state", "NOT_READY");
  }

  private static void comes(AgentWindow agent) {
    assertThat(agent.at("preview-offer").locator("h2")).hasText("Preview");
    var told = "() => window.told.join()";
    Await.until(() -> ((String) agent.page().evaluate(told)).startsWith("Preview: "));
    Await.until(() -> ((Integer) agent.page().evaluate("() => window.tones")) > 1);
    pictures(agent, "offer");
    agent.button("offer.accept").click();
    Await.until(() -> ((String) agent.page().evaluate(told)).endsWith("closed"));
  }

  private static void reviewed(AgentWindow agent) {
    assertThat(agent.at("record-panel")).containsText("Campaign record");
    assertThat(agent.at("record-numbers")).containsText("Recommended number");
    assertThat(agent.at("preview-help")).hasText("If in doubt, ask Administrator.");
    pictures(agent, "record");
    agent.at("preview-complete").click();
    assertThat(agent.at("record")).hasCount(0);
  }

  private static void pictures(AgentWindow agent, String what) {
    Picture.take(agent.page(), "preview/" + what);
    agent.button("theme.dark").click();
    Picture.take(agent.page(), "preview/" + what + "-dark");
    agent.button("theme.light").click();
  }
}
