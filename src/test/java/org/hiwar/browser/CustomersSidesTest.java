package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.hiwar.testing.HiwarProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The pages of the customer besides the shop's, each with an agent at the other end.
@Tag("browser")
class CustomersSidesTest {
  private static HiwarProcess hiwar;
  private static Chromium chromium;
  private static URI address;

  @BeforeAll
  static void start() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "customers-").toAbsolutePath();
    hiwar = HiwarProcess.start(Map.of("SERVER_PORT", "0", "HIWAR_DATA", data.toString()));
    chromium = Ears.hearing(700);
    address = URI.create(hiwar.awaitAddress().replaceAll("/$", ""));
  }

  @AfterAll
  static void stop() {
    if (chromium != null) chromium.close();
    if (hiwar != null) hiwar.close();
  }

  private static AgentWindow agent(String login, String language) {
    var agent = new AgentWindow(chromium.browser(), address, Words.in(language));
    agent.logIn(login, login + "-demo");
    agent.ready();
    return agent;
  }

  @Test
  void aTelephoneWritesSmsWithAnAgent() {
    try (var agent = agent("amal", "ar");
        var phone = new PhoneWindow(chromium.browser(), address, "ar")) {
      phone.switchOn();
      phone.sms("مرحبًا، أين طلبي رقم 4711؟");
      agent.accept();
      assertThat(agent.message("أين طلبي رقم 4711؟")).isVisible();
      agent.say("طلبك في الطريق إليك، ويصل غدًا قبل الظهر.");
      assertThat(phone.message("ويصل غدًا قبل الظهر")).isVisible();
      assertThat(agent.message("ويصل غدًا قبل الظهر").getByTestId("delivery"))
          .hasAttribute("data-state", "DELIVERED");
      phone.sms("شكرًا");
      assertThat(agent.message("شكرًا")).isVisible();
      Picture.take(phone.page(), "customer/ar-sms");
      Picture.take(agent.page(), "customer/ar-sms-agent");
      Assertions.assertThat(agent.errors()).isEmpty();
      agent.takeABreak();
    }
  }

  @Test
  void aMailboxWritesWithAnAgent() {
    try (var agent = agent("sam", "en");
        var mail = new MailWindow(chromium.browser(), address, "en")) {
      mail.write("My booking", "Can I fly on Thursday instead?");
      agent.accept();
      assertThat(agent.message("Can I fly on Thursday instead?")).isVisible();
      agent.at("email-reply").click();
      agent.say("Yes, the flight at 9:40 has a seat for you.");
      mail.read("My booking");
      assertThat(mail.text()).containsText("the flight at 9:40");
      Picture.take(mail.page(), "customer/en-mail");
      Picture.take(agent.page(), "customer/en-mail-agent");
      mail.reply("Thank you, I take it.");
      assertThat(agent.message("Thank you, I take it.")).isVisible();
      Assertions.assertThat(agent.errors()).isEmpty();
      agent.takeABreak();
    }
  }

  @Test
  void theStartPageLeadsToEverySideInItsLanguage() {
    for (var language : List.of("en", "ar"))
      try (var context = chromium.browser().newContext()) {
        var page = Chromium.page(context);
        page.setViewportSize(1100, 760);
        page.navigate(address.resolve("/demo?lang=" + language).toString());
        assertThat(page.locator("html")).hasAttribute("lang", language);
        Picture.take(page, "customer/" + language + "-sides");
        var sides = page.getByTestId("sides").getByRole(AriaRole.LINK);
        for (var side : sides.all()) {
          var there = Chromium.page(context);
          var answer =
              there.navigate(
                  address
                      .resolve("/demo/index.html")
                      .resolve(side.getAttribute("href"))
                      .toString());
          Assertions.assertThat(answer.status()).isEqualTo(200);
          assertThat(there.locator("html")).hasAttribute("lang", language);
          assertThat(there.locator("h1")).not().isEmpty();
          there.close();
        }
      }
  }
}
