package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Mails in the agent's hand: why one is where it is, that it is another matter, and that it is
/// not.
@Tag("browser")
class EmailThreadsTest {
  private static DemoHiwar hiwar;
  private static Chromium chromium;
  private static URI address;

  @BeforeAll
  static void start() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "threads-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    chromium = Ears.hearing(700);
    address = hiwar.address();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) chromium.close();
    if (hiwar != null) hiwar.close();
  }

  /// What is written, in the language of both.
  private record Letters(
      String subject,
      String asks,
      String answer,
      String asksMore,
      String answerToMore,
      String more,
      String note) {}

  @Test
  @Requirement("S0-74")
  void aMailIsPartedAndJoinedInEnglish() {
    partAndJoin(
        "en",
        "sam",
        new Letters(
            "My booking",
            "Can I fly on Thursday instead?",
            "Yes, the flight at 9:40 has a seat for you.",
            "Thank you. My last invoice is wrong, too.",
            "Which line of it is wrong?",
            "The third line.",
            "Please book the room for one more night."));
  }

  @Test
  @Requirement("S0-74")
  void aMailIsPartedAndJoinedInArabic() {
    partAndJoin(
        "ar",
        "amal",
        new Letters(
            "حجزي",
            "هل يمكنني السفر يوم الخميس؟",
            "نعم، في رحلة التاسعة وأربعين دقيقة مقعد لك.",
            "شكرًا. وفاتورتي الأخيرة فيها خطأ أيضًا.",
            "في أي سطر منها الخطأ؟",
            "في السطر الثالث.",
            "يرجى حجز الغرفة ليلة أخرى."));
  }

  private static void partAndJoin(String language, String login, Letters letters) {
    try (var agent = new AgentWindow(chromium.browser(), address, Words.in(language));
        var mail = new MailWindow(chromium.browser(), address, language)) {
      agent.logIn(login, login + "-demo");
      agent.ready();
      mail.write(letters.subject(), letters.asks());
      agent.accept();
      answer(agent, letters.asks(), letters.answer());
      mail.read(letters.subject());
      assertThat(mail.text()).containsText(letters.answer());
      mail.reply(letters.asksMore());
      why(agent, letters.asksMore(), "ANSWERS");
      Picture.take(agent.page(), "email/" + language + "-why-here");
      agent.at("email-split").click();
      assertThat(changed(agent, letters.asksMore())).hasAttribute("data-kind", "SPLIT");
      assertThat(changed(agent, letters.asks())).hasCount(0);

      // What answers it follows.
      answer(agent, letters.asksMore(), letters.answerToMore());
      assertThat(changed(agent, letters.answerToMore())).hasAttribute("data-kind", "SPLIT");
      mail.read(letters.subject());
      assertThat(mail.text()).containsText(letters.answerToMore());
      mail.reply(letters.more());
      assertThat(changed(agent, letters.more())).hasAttribute("data-kind", "SPLIT");
      Picture.take(agent.page(), "email/" + language + "-another-matter");

      why(agent, letters.more(), "ANSWERS");
      agent.at("email-merge").click();
      assertThat(changed(agent, letters.more())).hasAttribute("data-kind", "MERGED");
      assertThat(changed(agent, letters.asksMore())).hasAttribute("data-kind", "MERGED");
      Picture.take(agent.page(), "email/" + language + "-joined");
      why(agent, letters.more(), "ANSWERS");
      agent.at("email-undo").click();
      assertThat(changed(agent, letters.more())).hasAttribute("data-kind", "SPLIT");
      why(agent, letters.more(), "ANSWERS");
      agent.at("email-undo").click();
      assertThat(changed(agent, letters.more())).hasCount(0);
      assertThat(changed(agent, letters.asksMore())).hasCount(0);
      passOn(agent, language, letters);
      Assertions.assertThat(agent.errors()).isEmpty();
      agent.takeABreak();
    }
  }

  /// A mail that is passed on is there after a reload as it was begun.
  private static void passOn(AgentWindow agent, String language, Letters letters) {
    agent.message(letters.asks()).getByTestId("email-forward").click();
    assertThat(agent.at("mail-subject")).hasValue("Fwd: " + letters.subject());
    assertThat(agent.at("mail-quoted")).isVisible();
    agent.at("mail-to").fill("hotel@partner.example");
    agent.at("composer").fill(letters.note());
    agent.page().reload();
    assertThat(agent.at("composer")).hasValue(letters.note());
    assertThat(agent.at("mail-to")).hasValue("hotel@partner.example");
    assertThat(agent.at("mail-quoted")).isVisible();
    Picture.take(agent.page(), "email/" + language + "-passed-on");
    agent.at("send").click();
    assertThat(agent.message(letters.note())).hasAttribute("data-author", "AGENT");
    assertThat(agent.message(letters.note()).getByTestId("email-subject"))
        .hasText("Fwd: " + letters.subject());
  }

  private static void answer(AgentWindow agent, String mail, String text) {
    agent.message(mail).getByTestId("email-reply").first().click();
    agent.say(text);
    assertThat(agent.message(text).getByTestId("delivery")).hasAttribute("data-state", "SENT");
  }

  /// Opens what is said of the place of a mail, and what can be done about it.
  private static void why(AgentWindow agent, String mail, String why) {
    agent.message(mail).getByTestId("email-why").click();
    assertThat(agent.at("email-why-words")).hasAttribute("data-why", why);
    assertThat(agent.at("email-split")).isVisible();
  }

  private static Locator changed(AgentWindow agent, String mail) {
    return agent.message(mail).getByTestId("email-changed");
  }
}
