package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hiwar.testing.DemoHiwar;
import org.hiwar.testing.PhotoFiles;
import org.hiwar.testing.VisitorClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The pages of the customer besides the shop's, each with an agent at the other end.
@Tag("browser")
@Order(1)
class CustomersSidesTest {
  private static DemoHiwar hiwar;
  private static Chromium chromium;
  private static URI address;

  @BeforeAll
  static void start() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "customers-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    chromium = Ears.hearing(700);
    address = hiwar.address();
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
  void aMessengerWritesWithAnAgentAndBothSeeWhatWasRead() {
    try (var agent = agent("amal", "ar");
        var messenger =
            new MessengerWindow(
                chromium.browser(), address, "ar", ColorScheme.LIGHT, "+4917604069002")) {
      messenger.write("مرحبًا، وصلتني السماعة مكسورة.");
      agent.accept();
      assertThat(agent.message("وصلتني السماعة مكسورة")).isVisible();
      messenger.send(picture(), "هكذا تبدو");
      assertThat(agent.message("هكذا تبدو").getByTestId("file"))
          .hasAttribute("data-type", "image/png");
      agent.look(agent.message("هكذا تبدو").getByTestId("file"), "customer/ar-picture");
      agent.say("نعتذر منك، نرسل إليك سماعة جديدة اليوم. إلى أين؟");
      assertThat(messenger.message("سماعة جديدة اليوم")).isVisible();
      assertThat(agent.message("سماعة جديدة اليوم").getByTestId("delivery"))
          .hasAttribute("data-state", "READ");
      assertThat(messenger.message("هكذا تبدو")).hasAttribute("data-state", "READ");
      messenger.sendPlace();
      assertThat(agent.message("\uD83D\uDCCD")).isVisible();
      byTemplate(agent);
      messenger.openOther();
      assertThat(messenger.message("مرحباً ليلى، طلبك رقم 4711 جاهز.")).isVisible();
      Picture.take(messenger.page(), "customer/ar-messenger");
      Picture.take(agent.page(), "customer/ar-messenger-agent");
      agent.endBothWritings();
      agent.complete("disposition.RESOLVED", "");
      assertThat(agent.entry("ليلى حداد")).hasCount(0);
      Assertions.assertThat(agent.errors()).isEmpty();
      agent.takeABreak();
    }
  }

  /// By the other number, to which the customer has never written, nothing but a template arrives.
  private static void byTemplate(AgentWindow agent) {
    agent.chooseAccount("Orders");
    agent.chooseApproved("order_ready", "العربية");
    assertThat(agent.at("send")).isDisabled();
    agent.fillApproved("customer", "ليلى");
    Picture.take(agent.page(), "customer/ar-template");
    agent.fillApproved("order", "4711");
    var text = "مرحباً ليلى، طلبك رقم 4711 جاهز. أجب عن هذه الرسالة إن كان لديك سؤال.";
    assertThat(agent.at("approved-preview")).hasText(text);
    Picture.take(agent.page(), "customer/ar-template-filled");
    agent.at("send").click();
    assertThat(agent.delivery(text)).hasAttribute("data-state", "DELIVERED");
  }

  @Test
  void aMessengerInTheDarkGetsThePictureOfAnAgent() {
    try (var agent = agent("sam", "en");
        var messenger =
            new MessengerWindow(
                chromium.browser(), address, "en", ColorScheme.DARK, "+4917604069003")) {
      assertThat(messenger.page().locator("html")).hasAttribute("data-theme", "dark");
      messenger.write("Which colours does the lamp come in?");
      agent.accept();
      assertThat(agent.message("Which colours does the lamp come in?")).isVisible();
      looksThroughDocuments(agent);
      agent.at("attach-file").setInputFiles(picture());
      assertThat(agent.at("attached")).hasAttribute("data-state", "READY");
      agent.look(agent.at("attached-picture"), "customer/en-picture");
      agent.say("This one is in stock.");
      assertThat(messenger.message("This one is in stock.").getByTestId("entry-picture"))
          .isVisible();
      assertThat(messenger.message("Which colours")).hasAttribute("data-state", "READ");
      messenger.speak(2);
      listen(agent);
      messenger.write("I take it, thank you.");
      assertThat(agent.message("I take it, thank you.")).isVisible();
      agent.chooseAccount("الطلبات");
      agent.fillApproved("1", "The lamp is on its way.");
      Picture.take(agent.page(), "customer/en-template");
      Picture.take(messenger.page(), "customer/en-messenger-dark");
      Picture.take(agent.page(), "customer/en-messenger-agent");
      agent.endWriting();
      agent.complete("disposition.RESOLVED", "");
      assertThat(agent.entry("Thomas Reed")).hasCount(0);
      Assertions.assertThat(agent.errors()).isEmpty();
      agent.takeABreak();
    }
  }

  private static final String IS_DRAWN =
      """
      page => page.getContext('2d').getImageData(0, 0, page.width, page.height).data.some(part => part < 90)\
      """;

  /// A PDF page by page, and a text as it is; both are dropped again.
  private static void looksThroughDocuments(AgentWindow agent) {
    attach(
        agent,
        new FilePayload(
            "bill.pdf", "application/pdf", PdfFile.of("The first page", "The second page")));
    assertThat(agent.at("lightbox-words")).hasText("The first page");
    Assertions.assertThat(agent.at("lightbox-page").evaluate(IS_DRAWN)).isEqualTo(true);
    agent.at("page-next").click();
    assertThat(agent.at("lightbox-words")).hasText("The second page");
    assertThat(agent.at("page-next")).isDisabled();
    Picture.take(agent.page(), "customer/en-pdf");
    drop(agent);

    var html = "<script>document.title = 'run'</script>\nمرحبًا";
    attach(agent, new FilePayload("page.html", "text/html", html.getBytes(StandardCharsets.UTF_8)));
    assertThat(agent.at("lightbox-text")).hasText(html);
    Assertions.assertThat(agent.page().title()).isNotEqualTo("run");
    drop(agent);
  }

  private static void attach(AgentWindow agent, FilePayload file) {
    agent.at("attach-file").setInputFiles(file);
    assertThat(agent.at("attached")).hasAttribute("data-state", "READY");
    agent.at("attached-look").click();
  }

  private static void drop(AgentWindow agent) {
    agent.page().keyboard().press("Escape");
    assertThat(agent.at("lightbox")).hasCount(0);
    agent.at("attached").locator(".file-drop").click();
    assertThat(agent.at("attached")).hasCount(0);
  }

  /// The agent plays what the customer has said: what cannot be played is refused.
  private static void listen(AgentWindow agent) {
    assertThat(agent.at("file").last()).hasAttribute("data-type", Pattern.compile("audio/.*"));
    agent.at("sound").evaluate("sound => { sound.muted = true; return sound.play() }");
  }

  @Test
  void aVisitorOfTheShopSendsFilesAndGetsOne() throws Exception {
    try (var agent = agent("sam", "en");
        var shop = new CustomerWindow(chromium.browser(), address, "en")) {
      shop.openChat();
      shop.introduce("Jane Brook", "jane@example.com");
      shop.say("My lamp came broken.");
      agent.accept();
      var document = new FilePayload("bill.pdf", "application/pdf", "%PDF-1.7 bill".getBytes());
      var program = new FilePayload("bill.exe", "application/pdf", "%PDF-1.7 bill".getBytes());
      shop.at("widget-picker").setInputFiles(new FilePayload[] {picture(), document, program});
      assertThat(attached(shop, "READY")).hasCount(2);
      assertThat(attached(shop, "FAILED")).containsText("cannot be sent");
      Axe.pass(shop.page(), "#hiwar-demo-web");
      Picture.take(shop.page(), "customer/en-files-going");
      attached(shop, "FAILED").getByTestId("widget-attached-remove").press("Enter");
      assertThat(attached(shop, "FAILED")).hasCount(0);
      shop.say("So it looks");
      assertThat(shop.at("widget-attached")).hasCount(0);
      assertThat(agent.message("So it looks").getByTestId("file")).hasCount(2);
      agent.look(
          agent.message("So it looks").locator("[data-type='image/png']"), "customer/en-file");
      agent.at("attach-file").setInputFiles(picture());
      assertThat(agent.at("attached")).hasAttribute("data-state", "READY");
      agent.say("This is the new one.");
      assertThat(shop.at("widget-file")).hasCount(3);
      var saved = shop.page().waitForDownload(() -> shop.at("widget-file").last().click());
      Assertions.assertThat(saved.suggestedFilename()).isEqualTo("photo.png");
      Assertions.assertThat(Files.readAllBytes(saved.path())).isEqualTo(picture().buffer);
      shop.page().reload();
      assertThat(shop.at("widget-file")).hasCount(3);
      Axe.pass(shop.page(), "#hiwar-demo-web");
      Picture.take(shop.page(), "customer/en-files");
      shop.endChat();
      agent.complete("disposition.RESOLVED", "");
      assertThat(agent.entry("Jane Brook")).hasCount(0);
      Assertions.assertThat(agent.errors()).isEmpty();
      agent.takeABreak();
    }
  }

  @Test
  void aMessageThatWasLeftIsMarkedAtTheDeskAndInTheActivity() {
    try (var agent = agent("amal", "ar");
        var visitor = new VisitorClient(address, "demo", "web", "ar", _ -> {})) {
      visitor.connect();
      visitor.leaveMessage("هل توصلون إلى حمص؟", "ريم سعد", "reem@example.com").join();
      assertThat(agent.at("message-left").first()).isVisible();
      Picture.take(agent.page(), "customer/ar-left-offer");
      agent.accept();
      assertThat(agent.message("هل توصلون إلى حمص؟")).isVisible();
      assertThat(agent.at("message-left").first()).hasText("رسالة متروكة");
      Picture.take(agent.page(), "customer/ar-left");
      visitor.end();
      agent.complete("disposition.RESOLVED", "");
      assertThat(agent.entry("ريم سعد")).hasCount(0);
      Assertions.assertThat(agent.errors()).isEmpty();
      agent.takeABreak();
    }
  }

  private static Locator attached(CustomerWindow shop, String state) {
    return shop.page().locator("[data-testid=widget-attached][data-state=" + state + "]");
  }

  private static FilePayload picture() {
    return new FilePayload("photo.png", "image/png", PhotoFiles.of("png", 480, 320, Color.ORANGE));
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

  /// No rule of WCAG 2.2 at the levels A and AA that a program can check is broken anywhere, in
  /// either language, by light or by night, and in a small window nothing is out of reach.
  @Test
  void everyPageCanBeUsedByEverybody() {
    var axe = new Axe();
    var small = new SmallWindow();
    for (var language : List.of("ar", "en")) {
      var pages = new EveryPage(chromium.browser(), address, language, axe, small);
      pages.logIn();
      pages.customers();
      pages.desk(language.equals("ar") ? "amal" : "sam");
      pages.administration();
    }
    Assertions.assertThat(axe.found()).isEmpty();
    Assertions.assertThat(small.found()).isEmpty();
  }
}
