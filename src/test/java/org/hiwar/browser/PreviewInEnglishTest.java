package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.testing.Await;
import org.hiwar.testing.HiwarProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A record in English, by light and by night. The agent looks at another window when it comes:
/// sound and a notification tell of it.
@Tag("browser")
class PreviewInEnglishTest {
  private static final String START =
      """
      async () => {
        const command = body => ({method: 'POST', body, headers: {'X-Hiwar': '1', 'Content-Type': 'application/json'}});
        await fetch('/api/login', command(JSON.stringify({workspace: 'demo', login: 'admin', password: 'admin-demo'})));
        const [campaign] = await (await fetch('/api/campaigns')).json();
        return (await fetch(`/api/campaigns/${campaign.id}/start`, command(null))).status;
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

  @Test
  @Requirement({"S2-11", "S2-15", "S2-23", "S2-59", "S2-85"})
  void aRecordComesWhileTheAgentLooksElsewhere() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "preview-english-").toAbsolutePath();
    try (var hiwar = HiwarProcess.start(Map.of("SERVER_PORT", "0", "HIWAR_DATA", data.toString()));
        var chromium = Ears.hearing(700)) {
      var address = URI.create(hiwar.awaitAddress());
      try (var agent = new AgentWindow(chromium.browser(), address, Words.in("en"));
          var operator = new AgentWindow(chromium.browser(), address, Words.in("en"))) {
        Assertions.assertThat((Integer) operator.page().evaluate(START)).isBetween(200, 204);
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
