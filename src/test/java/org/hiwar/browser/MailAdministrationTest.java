package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hiwar.email.TokenHouse;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An administrator sets up a mailbox that is logged in to by OAuth 2 and tells senders that their
/// mail has come: an expired refresh token is found by the test, and with the right one a mail is
/// acknowledged, which the agent sees on the line of time. The agent postpones it; what comes after
/// the administrator has made a list of it, the agent takes.
@Tag("browser")
class MailAdministrationTest {
  private static final String BOOKINGS = "bookings@shop.example";
  private static final String LAYLA = "layla@customer.example";
  private static final String TOLD = "وصلتنا رسالتك، وسنرد عليك اليوم.";

  private static DemoHiwar hiwar;
  private static URI address;
  private static Chromium chromium;
  private static TokenHouse house;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "mailbox-").toAbsolutePath();
    house = new TokenHouse();
    hiwar = DemoHiwar.start(data);
    address = hiwar.address();
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    if (chromium != null) chromium.close();
    if (hiwar != null) hiwar.close();
    if (house != null) house.close();
  }

  @Test
  void aMailboxByOAuthAcknowledgesWhatComes() {
    try (var screens = new AdminScreens(chromium.browser(), address, "en")) {
      screens.logIn("admin", "admin-demo");
      screens.section("accounts");
      fillIn(screens);
      tested(screens, false);
      assertThat(screens.at("account-test"))
          .containsText(screens.words("channel.test.refresh-token-expired"));
      screens.picture("mailbox-expired");
      screens.field("setting-refresh-token").fill(house.settings(Map.of()).get("refresh-token"));
      screens.save();
      tested(screens, true);
      assertThat(screens.at("account-test")).containsText(screens.words("channel.test.token"));
      acknowledge(screens);
      var sam = seenByTheAgent();
      postponed(sam);
      taken(screens, sam);
      Assertions.assertThat(sam.errors()).isEmpty();
      sam.page().context().close();
      screens.speak("ar");
      screens.section("accounts");
      screens.open("Bookings");
      screens.at("setting-acknowledgement-ar").scrollIntoViewIfNeeded();
      screens.picture("mailbox");
      Assertions.assertThat(screens.errors()).isEmpty();
    }
  }

  private static void fillIn(AdminScreens screens) {
    screens.makeNew();
    screens.choose("account-channel", screens.words("channel.email"));
    screens.field("account-name").fill("Bookings");
    screens.field("account-address").fill(BOOKINGS);
    screens.choose("account-service", "Orders by email");
    screens.choose("setting-imap-security", screens.words("channel.choice.noTls"));
    screens.choose("setting-smtp-security", screens.words("channel.choice.noTls"));
    assertThat(screens.at("setting-token-endpoint")).hasCount(0);
    screens.choose("setting-log-in", screens.words("channel.choice.oauth2"));
    assertThat(screens.at("setting-secret")).hasCount(0);
    var settings = house.settings(Map.of());
    for (var name :
        new String[] {
          "imap-host",
          "imap-port",
          "smtp-host",
          "smtp-port",
          "user",
          "token-endpoint",
          "client-id",
          "client-secret"
        }) screens.field("setting-" + name).fill(settings.get(name));
    screens.saveRefused();
    assertThat(screens.problemAt("setting-refresh-token"))
        .hasText(screens.words("account.settingMissing"));
    screens.field("setting-refresh-token").fill("withdrawn");
    screens.saveNew();
  }

  private static void tested(AdminScreens screens, boolean works) {
    screens.at("account-test-run").click();
    assertThat(screens.at("account-test")).hasAttribute("data-works", Boolean.toString(works));
  }

  /// Off at first; the text is asked for where it is on.
  private static void acknowledge(AdminScreens screens) {
    assertThat(screens.field("setting-acknowledge-ar")).not().isChecked();
    assertThat(screens.at("setting-acknowledgement-ar")).hasCount(0);
    screens.field("setting-acknowledge-ar").check();
    screens.field("setting-acknowledge-en").check();
    screens.field("setting-acknowledgement-ar").fill(TOLD);
    screens.field("setting-signature").fill("{name}\n{service}");
    screens.save();
    screens.field("setting-acknowledgement-ar").scrollIntoViewIfNeeded();
    screens.picture("mailbox");
  }

  private static AgentWindow seenByTheAgent() {
    var sam = new AgentWindow(chromium.browser(), address, Words.in("en"));
    sam.logIn("sam", "sam-demo");
    sam.ready();
    comes("one", LAYLA, "=?utf-8?B?2K3YrNiy2Yo=?=", "هل يمكنني تغيير رحلتي؟");
    Await.until(() -> house.mail.of(LAYLA).size() == 1);
    sam.accept();
    var told = sam.message(TOLD);
    assertThat(told).hasAttribute("data-author", "SYSTEM");
    assertThat(told.getByTestId("delivery")).hasAttribute("data-state", "SENT");
    assertThat(told).containsText(Words.in("en").of("timeline.sentAutomatically"));
    signs(sam);
    Picture.take(sam.page(), "administration/en-acknowledged");
    sam.choose("ar");
    assertThat(told).containsText(Words.in("ar").of("timeline.sentAutomatically"));
    Picture.take(sam.page(), "administration/ar-acknowledged");
    sam.at("send").click();
    Await.until(() -> house.mail.of(LAYLA).size() == 2);
    assertThat(sam.message("نعم، إلى أي يوم؟")).containsText("مع التحية،");
    return sam;
  }

  private static void comes(String id, String from, String subject, String text) {
    house.mail.comes(
        "From: "
            + from
            + "\nTo: "
            + BOOKINGS
            + "\nSubject: "
            + subject
            + "\nMessage-ID: <"
            + id
            + "@customer.example>\n"
            + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
            + "Content-Transfer-Encoding: 8bit\n\n"
            + text
            + "\n");
  }

  /// The mail leaves the desk and waits among what is postponed, from where it is taken again.
  private static void postponed(AgentWindow sam) {
    sam.at("postpone").click();
    sam.at("postpone-note").fill("بانتظار شركة الطيران");
    Picture.take(sam.page(), "email/ar-postpone");
    sam.at("postpone-submit").click();
    assertThat(sam.entries()).hasCount(0);
    sam.at("rail-queue").click();
    assertThat(sam.at("postponed-mail")).containsText("بانتظار شركة الطيران");
    assertThat(sam.at("queue-empty")).isVisible();
    Picture.take(sam.page(), "email/ar-postponed");
    sam.at("postponed-mail").getByTestId("take").click();
    assertThat(sam.at("postponed-mail")).hasCount(0);
    sam.at("queue-held").click();
    assertThat(sam.entries()).hasCount(1);
    var words = Words.in("ar");
    assertThat(sam.at("timeline")).containsText(words.of("postpone.backByAgent"));
    Picture.take(sam.page(), "email/ar-taken-again");
  }

  private static void taken(AdminScreens screens, AgentWindow sam) {
    screens.section("services");
    screens.open("Orders by email");
    screens.at("service-tab-mails").click();
    screens.at("mail-way").locator("input[value=PULLED]").check();
    screens.choose("mail-precedence", screens.words("mailService.high"));
    screens.field("mail-within").fill("2");
    screens.save();
    screens.picture("mail-service");
    sam.choose("en");
    sam.at("rail-queue").click();
    assertThat(sam.at("queue-empty")).isVisible();
    comes("two", "omar@customer.example", "My next trip", "Do you fly to Aleppo in May?");
    assertThat(sam.at("waiting-mail")).containsText("My next trip");
    Picture.take(sam.page(), "email/en-queue");
    sam.at("take-next").click();
    assertThat(sam.at("waiting-mail")).hasCount(0);
    sam.at("queue-held").click();
    sam.entry("Aleppo").click();
    assertThat(sam.message("Do you fly to Aleppo in May?")).isVisible();
  }

  /// The text of the mailbox is there from the beginning, then that which the agent writes for
  /// oneself.
  private static void signs(AgentWindow sam) {
    assertThat(sam.at("composer")).hasValue(Pattern.compile("\\s*-- \nSam.*\nOrders by email"));
    assertThat(sam.at("send")).isDisabled();
    sam.page().locator("button.user").click();
    sam.at("signature").click();
    sam.at("signature-text").fill("مع التحية،\n{name}");
    Picture.take(sam.page(), "administration/en-signature");
    sam.at("signature-save").click();
    assertThat(sam.at("signature-text")).hasCount(0);
    var signed = Pattern.compile("\\s*-- \nمع التحية،\nSam.*");
    assertThat(sam.at("composer")).hasValue(signed);
    sam.at("composer").fill("نعم، إلى أي يوم؟" + sam.at("composer").inputValue());
  }
}
