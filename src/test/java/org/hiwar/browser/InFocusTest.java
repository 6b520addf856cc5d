package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two customers at once: one of them is in focus, by the keyboard alone, and all around it belongs
/// to that one. A second tab agrees with the first, and one of the two rings. Then the agent's
/// language changes on the spot, and at the end the agent's browser is gone in the middle of a
/// chat.
@Tag("browser")
class InFocusTest {
  private static final String JANE = "Jane Miller";
  private static final String OMAR = "Omar Nasser";

  /// Keeps how often the page has sounded.
  private static final String COUNTS_TONES =
      """
      (() => {
        window.tones = 0
        const start = OscillatorNode.prototype.start
        OscillatorNode.prototype.start = function (...when) { window.tones++; start.apply(this, when) }
      })()\
      """;

  @Test
  @Requirement({"S0-1", "S0-23", "S0-24", "S0-26", "S0-29", "S0-31", "S0-34"})
  void oneConversationIsInFocusAndNothingOfAnotherRemains() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "in-focus-").toAbsolutePath();
    try (var hiwar = DemoHiwar.start(data);
        var chromium = new Chromium()) {
      var address = hiwar.address();
      try (var jane = new CustomerWindow(chromium.browser(), address, "en");
          var omar = new CustomerWindow(chromium.browser(), address, "en")) {
        try (var agent = new AgentWindow(chromium.browser(), address, Words.in("en"))) {
          agent.logIn("sam", "sam-demo");
          agent.ready();
          arrive(jane, JANE, "jane@example.com", "My suitcase is lost");
          agent.accept();
          oneTabRings(agent, address, () -> arrive(omar, OMAR, "", "Can I add a bag?"));
          agent.accept();
          assertThat(agent.entries()).hasCount(2);

          agent.entry(JANE).click();
          inFocus(agent, JANE, "My suitcase is lost", OMAR, "Can I add a bag?");
          agent.page().keyboard().press("Alt+" + step(agent, OMAR));
          inFocus(agent, OMAR, "Can I add a bag?", JANE, "My suitcase is lost");
          agent.entry(OMAR).focus();
          agent.page().keyboard().press(step(agent, JANE));
          inFocus(agent, JANE, "My suitcase is lost", OMAR, "Can I add a bag?");

          omar.say("A blue one");
          assertThat(agent.entry(OMAR)).containsText("A blue one");
          assertThat(agent.entry(OMAR).locator(".badge")).isVisible();
          agent.say("We are looking for it.");
          assertThat(jane.message("We are looking for it.")).isVisible();

          inAnotherTab(agent, address, jane);

          var arabic = Words.in("ar");
          agent.button("language.ar").click();
          assertThat(agent.page().locator("html")).hasAttribute("dir", "rtl");
          assertThat(agent.at("contact-panel")).containsText("jane@example.com");
          assertThat(agent.at("state-selector")).containsText(arabic.of("state.busy"));
          assertThat(agent.entries()).hasCount(2);
        }
        // The agent's browser is gone; nobody has saved anything.
        jane.say("Are you still there?");
        try (var again = new AgentWindow(chromium.browser(), address, Words.in("en"))) {
          again.logIn("sam", "sam-demo");
          again.entry(JANE).click();
          for (var text :
              new String[] {
                "My suitcase is lost", "We are looking for it.", "Are you still there?"
              }) assertThat(again.message(text)).isVisible();
        }
      }
    }
  }

  /// What is offered while one tab is open rings there alone when the other one comes, and in that
  /// one when the first is closed.
  private static void oneTabRings(AgentWindow agent, URI address, Runnable arrives) {
    var page = agent.page();
    var conversations = address.resolve("/conversations").toString();
    var tab = Chromium.page(page.context());
    tab.addInitScript(COUNTS_TONES);
    tab.navigate(conversations);
    tab.getByTestId("conversation-entry").click();
    page.navigate("about:blank");
    arrives.run();
    Await.until(() -> tones(tab) > 0);
    page.addInitScript(COUNTS_TONES);
    page.navigate(conversations);
    assertThat(agent.at("offer")).isVisible();
    // Browsers let a page sound only after it was touched.
    agent.entry(JANE).click();
    Await.until(() -> standsInLine(page));
    Assertions.assertThat(tones(page)).isZero();
    tab.close();
    Await.until(() -> tones(page) > 0);
  }

  private static int tones(Page page) {
    return (Integer) page.evaluate("() => window.tones");
  }

  private static boolean standsInLine(Page page) {
    return (Boolean)
        page.evaluate(
            "async () => (await navigator.locks.query()).pending.some((one) =>"
                + " one.name.includes('ring'))");
  }

  /// Two tabs of one agent show the same, by the one line that they share; it outlives the tab that
  /// is closed.
  private static void inAnotherTab(AgentWindow agent, URI address, CustomerWindow jane) {
    var own = new CopyOnWriteArrayList<String>();
    var tab = Chromium.page(agent.page().context());
    tab.onWebSocket(socket -> own.add(socket.url()));
    tab.navigate(address.resolve("/conversations").toString());
    var entry =
        tab.getByTestId("conversation-entry").filter(new Locator.FilterOptions().setHasText(JANE));
    assertThat(tab.getByTestId("sync-light")).hasAttribute("data-sync", "in-sync");
    jane.say("It has a red ribbon");
    assertThat(agent.message("It has a red ribbon")).isVisible();
    assertThat(entry).containsText("It has a red ribbon");
    agent.say("That helps.");
    assertThat(entry).containsText("That helps.");
    entry.click();
    tab.getByTestId("composer").fill("It is found!");
    tab.getByTestId("send").click();
    assertThat(agent.message("It is found!")).isVisible();
    Assertions.assertThat(own).isEmpty();
    tab.close();
    jane.say("Wonderful");
    assertThat(agent.message("Wonderful")).isVisible();
  }

  private static void arrive(CustomerWindow customer, String name, String address, String text) {
    customer.openChat();
    customer.introduce(name, address);
    customer.say(text);
  }

  /// The key that leads from the one in focus to the other of two.
  private static String step(AgentWindow agent, String other) {
    var first = agent.entries().first();
    return first.textContent().contains(other) ? "ArrowUp" : "ArrowDown";
  }

  private static void inFocus(
      AgentWindow agent, String name, String text, String other, String otherText) {
    var selected = agent.entries().and(agent.page().locator("[aria-selected=true]"));
    assertThat(selected).hasCount(1);
    assertThat(selected).containsText(name);
    assertThat(agent.at("contact-panel")).containsText(name);
    assertThat(agent.at("contact-panel")).not().containsText(other);
    assertThat(agent.message(text)).isVisible();
    assertThat(agent.at("timeline").filter(new Locator.FilterOptions().setHasText(otherText)))
        .hasCount(0);
  }
}
