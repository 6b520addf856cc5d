package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.testing.DemoHiwar;
import org.hiwar.testing.VisitorClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who calls where the number does not tell is asked, and not guessed. Two of a family have one
/// telephone: the desktop shows both, and the agent says who it is. A number is withheld: the agent
/// finds the contact by name. In the end a supervisor finds that the two are one, and that they are
/// not, and deletes one of them for good.
@Tag("browser")
class WhoCallsTest {
  private static final String JANE = "Jane Miller";
  private static final String JOHN = "John Miller";
  private static final Words WORDS = Words.in("en");

  @Test
  @Requirement({"S0-54", "S0-57", "S0-61"})
  void whoCallsFromASharedOrAWithheldNumberIsWhoTheAgentSays() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "who-calls-").toAbsolutePath();
    try (var hiwar = DemoHiwar.start(data);
        var chromium = Ears.hearing(700)) {
      var address = hiwar.address();
      try (var phone = new PhoneWindow(chromium.browser(), address, "en");
          var agent = new AgentWindow(chromium.browser(), address, WORDS)) {
        phone.switchOn();
        agent.logIn("sam", "sam-demo");
        agent.setUpTelephone();
        agent.closeDialog();
        agent.ready();
        for (var name : List.of(JANE, JOHN)) hasTheNumber(agent, address, name, phone.number());
        calledFromTheSharedNumber(agent, phone);
        calledWithTheNumberWithheld(agent, phone);
        Assertions.assertThat(agent.errors()).isEmpty();
      }
      try (var supervisor = new AgentWindow(chromium.browser(), address, Words.in("ar"))) {
        mergedAndUndone(supervisor);
        deletedForGood(supervisor);
        Assertions.assertThat(supervisor.errors()).isEmpty();
      }
    }
  }

  /// Somebody chats, and the agent notes the number.
  private static void hasTheNumber(AgentWindow agent, URI address, String name, String number) {
    var visitor = new VisitorClient(address, "demo", "web");
    visitor.connect();
    visitor.say(UUID.randomUUID(), "Hello", name, null).join();
    assertThat(agent.at("offer")).containsText(name);
    agent.accept();
    agent.addAddress(number);
    visitor.end();
    agent.complete("disposition.RESOLVED", "");
    assertThat(agent.entries()).hasCount(0);
    visitor.close();
  }

  private static void calledFromTheSharedNumber(AgentWindow agent, PhoneWindow phone) {
    phone.call("+493023125101");
    assertThat(agent.at("offer")).containsText(phone.number());
    assertThat(agent.at("offer")).not().containsText("Miller");
    agent.accept();
    agent.awaitCall("CONNECTED");
    var candidates = agent.at("candidates");
    assertThat(candidates.getByTestId("candidate")).hasCount(2);
    assertThat(candidates).containsText(JANE);
    assertThat(candidates).containsText(JOHN);
    assertThat(agent.entries()).not().containsText("Miller");
    Picture.take(agent.page(), "call/en-candidates");

    choose(candidates, JOHN);
    assertThat(candidates).hasCount(0);
    isWith(agent, JOHN);
    end(agent, phone);
    hasCalls(agent, JOHN, 1);
    hasCalls(agent, JANE, 0);
  }

  private static void calledWithTheNumberWithheld(AgentWindow agent, PhoneWindow phone) {
    agent.link("rail.conversations").click();
    phone.press("withheld");
    phone.call("+493023125101");
    agent.accept();
    agent.awaitCall("CONNECTED");
    assertThat(agent.at("candidates")).hasCount(0);
    agent.at("find-caller-text").fill("Nobody of this name");
    assertThat(agent.at("find-caller")).containsText(WORDS.of("contact.findNone"));
    agent.at("find-caller-text").fill("jane");
    assertThat(agent.at("find-caller").getByTestId("candidate")).hasCount(1);
    Picture.take(agent.page(), "call/en-withheld");
    choose(agent.at("find-caller"), JANE);
    assertThat(agent.at("find-caller")).hasCount(0);
    isWith(agent, JANE);
    end(agent, phone);
    hasCalls(agent, JANE, 1);
  }

  /// Each has had a chat and a call. John goes into Jane, with his name, and is parted from her
  /// again.
  private static void mergedAndUndone(AgentWindow supervisor) {
    supervisor.logIn("rana", "rana-demo");
    supervisor.choose("ar");
    supervisor.link("rail.contacts").click();
    contact(supervisor, JANE).click();
    assertThat(supervisor.at("merge-alike")).isVisible();
    supervisor.at("merge-open").click();
    var found = supervisor.at("merge-found").filter(new Locator.FilterOptions().setHasText(JOHN));
    assertThat(found).hasCount(1);
    Picture.take(supervisor.page(), "contact/ar-merge-find");
    found.getByRole(AriaRole.BUTTON).click();
    supervisor.at("merge-NAME-other").check();
    Picture.take(supervisor.page(), "contact/ar-merge-preview");
    supervisor.at("merge-sure").click();

    assertThat(supervisor.at("merge-note")).containsText(JOHN);
    assertThat(supervisor.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    assertThat(contact(supervisor, JANE)).hasCount(0);
    assertThat(contact(supervisor, JOHN)).hasCount(1);
    supervisor.button("theme.dark").click();
    Picture.take(supervisor.page(), "contact/ar-merged-dark");
    supervisor.tab("activities.title").click();
    assertThat(supervisor.at("activities").getByTestId("activity")).hasCount(4);

    supervisor.tab("contact.details").click();
    supervisor.at("merge-undo").click();
    assertThat(supervisor.at("merge-note")).hasCount(0);
    assertThat(contact(supervisor, JANE)).hasCount(1);
    assertThat(contact(supervisor, JOHN)).hasCount(1);
    supervisor.tab("activities.title").click();
    assertThat(supervisor.at("activities").getByTestId("activity")).hasCount(2);
  }

  /// John goes, with his chat and his call, when the word is typed that says it; in Arabic he is
  /// looked at, in English he is deleted.
  private static void deletedForGood(AgentWindow supervisor) {
    contact(supervisor, JOHN).click();
    assertThat(supervisor.at("contact-export")).isVisible();
    supervisor.at("erase-open").click();
    assertThat(supervisor.at("erase-goes")).containsText("محادثتان");
    Picture.take(supervisor.page(), "contact/ar-erase-dark");
    supervisor.page().keyboard().press("Escape");
    assertThat(supervisor.at("erase-dialog")).hasCount(0);
    supervisor.choose("en");
    supervisor.at("erase-open").click();
    assertThat(supervisor.at("erase-sure")).isDisabled();
    supervisor.at("erase-word").fill("Delete");
    Picture.take(supervisor.page(), "contact/en-erase");
    supervisor.at("erase-sure").click();
    assertThat(contact(supervisor, JOHN)).hasCount(0);
    assertThat(supervisor.at("erase-dialog")).hasCount(0);
    assertThat(contact(supervisor, JANE)).hasCount(1);
  }

  private static Locator contact(AgentWindow agent, String name) {
    return agent
        .at("contact-list")
        .getByTestId("contact-entry")
        .filter(new Locator.FilterOptions().setHasText(name));
  }

  private static void choose(Locator where, String name) {
    where
        .getByTestId("candidate")
        .filter(new Locator.FilterOptions().setHasText(name))
        .getByRole(AriaRole.BUTTON)
        .click();
  }

  private static void isWith(AgentWindow agent, String name) {
    assertThat(agent.at("contact-panel").getByRole(AriaRole.HEADING).first()).hasText(name);
    assertThat(agent.entry(name)).isVisible();
  }

  private static void end(AgentWindow agent, PhoneWindow phone) {
    agent.at("call-end").click();
    phone.awaitStage("IDLE");
    agent.complete("disposition.RESOLVED", "");
    assertThat(agent.entries()).hasCount(0);
  }

  private static void hasCalls(AgentWindow agent, String name, int calls) {
    agent.link("rail.contacts").click();
    contact(agent, name).click();
    agent.tab("activities.title").click();
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(1 + calls);
  }
}
