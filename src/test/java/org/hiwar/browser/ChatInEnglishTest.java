package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hiwar.Requirement;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a stranger does first, in English: a customer writes on the shop's page, an agent answers
/// in the desktop, and everything is kept with the contact. The picture of the README is taken
/// here.
@Tag("browser")
class ChatInEnglishTest {
  private static final Words WORDS = Words.in("en");
  private static final String WIDGET = "#hiwar-demo-web";

  @Test
  @Requirement({"S0-1", "S0-3", "S0-7", "S0-25", "S0-27", "S0-32", "S0-62", "S0-69"})
  void aCustomerChatsFromAWebPageAndAnAgentAnswersInTheDesktop() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "chat-in-english-").toAbsolutePath();
    try (var hiwar = DemoHiwar.start(data);
        var chromium = new Chromium()) {
      var address = hiwar.address();
      try (var agent = new AgentWindow(chromium.browser(), address, WORDS);
          var jane = new CustomerWindow(chromium.browser(), address, "en")) {
        Picture.take(agent.page(), "english/log-in");
        agent.logIn("sam", "sam-demo");
        assertThat(agent.page().locator("html")).hasAttribute("dir", "ltr");
        agent.ready();

        jane.openByKeyboard();
        Axe.pass(jane.page(), WIDGET);
        jane.introduce("Jane Miller", "jane@example.com");
        jane.say("Hello, I need to move my flight to Thursday. Booking RX-40721");
        assertThat(agent.at("offer")).containsText("Jane Miller");
        Picture.take(agent.page(), "english/offer");
        agent.accept();
        agent.say("Good morning Jane, I have found it. There is a seat at 09:40.");
        assertThat(jane.message("There is a seat at 09:40.")).isVisible();
        assertThat(agent.message("There is a seat at 09:40.").getByTestId("delivery"))
            .hasAttribute("data-state", "READ");
        jane.say("Perfect, please take that one.");
        assertThat(agent.message("Perfect, please take that one.")).isVisible();
        assertThat(jane.message("Perfect, please take that one.")).hasAttribute("data-read", "");
        agent.say("Done. You will get the new itinerary in a minute.");
        assertThat(jane.message("new itinerary")).isVisible();
        Axe.pass(jane.page(), WIDGET);
        agent.edit("Done. You will get", "Done. The new itinerary is in your mailbox.");
        assertThat(jane.message("is in your mailbox.")).isVisible();
        assertThat(jane.message("in a minute.")).hasCount(0);
        assertThat(jane.page().getByText("edited")).isVisible();
        agent.at("message-changed").click();
        assertThat(agent.at("message-earlier")).containsText("in a minute.");
        agent.closeDialog();
        agent.at("composer").fill("Have a good flight ");
        agent.emoji("plane", "✈️");
        assertThat(agent.at("composer")).hasValue("Have a good flight ✈️");
        agent.at("send").click();
        assertThat(jane.message("Have a good flight ✈️")).isVisible();
        Picture.take(agent.page(), "english/conversation");
        Picture.take(jane.page(), "english/customer");
        agent.button("theme.dark").click();
        Picture.take(agent.page(), "english/conversation-dark");
        agent.button("theme.light").click();

        jane.page().reload();
        assertThat(jane.message("There is a seat at 09:40.")).isVisible();
        agent.page().reload();
        assertThat(agent.message("Perfect, please take that one.")).isVisible();

        jane.endChat();
        jane.rateByKeyboard(4, "Quick and kind");
        Axe.pass(jane.page(), WIDGET);
        assertThat(jane.transcript()).contains("<html lang=\"en\"", "There is a seat at 09:40.");
        agent.complete("disposition.RESOLVED", "Moved to Thursday 09:40.");
        assertThat(agent.entries()).hasCount(0);
        agent.link("rail.contacts").click();
        agent.at("contact-entry").first().click();
        tellMore(agent);
        agent.tab("activities.title").click();
        agent.at("activity").first().click();
        assertThat(agent.at("transcript")).containsText("There is a seat at 09:40.");
        assertThat(agent.at("activity-rating")).hasAttribute("data-stars", "4");
        assertThat(agent.at("activity-rating")).containsText("Quick and kind");
        Picture.take(agent.page(), "english/activities");

        agent.link("rail.conversations").click();
        agent.openHelp("contacts");
        assertThat(agent.at("help")).containsText(WORDS.of("help.contacts.what"));
        Picture.take(agent.page(), "english/help");
        assertThat(agent.errors()).isEmpty();
      }
    }
  }

  /// What else is known of Jane is noted, and finds her.
  private static void tellMore(AgentWindow agent) {
    agent.at("details-edit").click();
    agent.at("details-company").fill("Skyway Travel");
    agent.at("details-tags").fill("frequent flyer");
    Picture.take(agent.page(), "english/contact-details-edited");
    agent.at("details-save").click();
    assertThat(agent.at("contact-details")).containsText("Skyway Travel");
    assertThat(agent.at("contact-details")).containsText("frequent flyer");
    Picture.take(agent.page(), "english/contact-details");
  }
}
