package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.texts;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.email.MailHouse;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever begins a thread is told by ourselves that the mail has come, in their language and as
/// the administration of the account says; programs never are.
@Tag("api")
class AcknowledgementLifeTest {
  private static final String LAYLA = "layla@customer.example";
  private static final String PATH = "/api/channel-accounts";
  private static final String ARABIC = "وصلت رسالتك.\nسنرد اليوم.";

  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final MailHouse mail = new MailHouse();
  private final TestBrowser administrator = administrator();
  private @Nullable String account;

  private TestBrowser administrator() {
    shop.administrator("huda");
    return shop.browser("huda");
  }

  @AfterEach
  void close() {
    if (account != null)
      RunningHiwar.bean(AccountStore.class).remove(shop.workspace(), AccountId.of(account));
    mail.close();
  }

  /// Makes the account with these settings, as an administrator does.
  private void account(Map<String, String> settings) {
    var made = administrator.post(PATH, Map.of("channel", "email", "account", wish(settings)));
    account = made.expect(201).body().get("id").asString();
  }

  private Map<String, @Nullable Object> wish(Map<String, String> settings) {
    var wish = new HashMap<String, @Nullable Object>();
    wish.put("name", "Orders by mail");
    wish.put("address", MailHouse.OURS);
    wish.put("service", shop.mail().toString());
    wish.put("language", null);
    wish.put("settings", mail.settings(settings));
    wish.put("enabled", true);
    return wish;
  }

  private void comes(String from, String id, String more, String text) {
    mail.comes(
        "From: "
            + from
            + "\nTo: "
            + MailHouse.OURS
            + "\nSubject: My booking "
            + id
            + "\nMessage-ID: <"
            + id
            + "@customer.example>\n"
            + more
            + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
            + "Content-Transfer-Encoding: 8bit\n\n"
            + text
            + "\n");
  }

  private long count(String sql) {
    return TestDatabase.database()
        .in(shop.workspace().value(), db -> db.sql(sql).query(Long.class).single());
  }

  /// Whoever is told is told before the item counts as done.
  private void isTakenIn(int items) {
    Await.until(
        () ->
            count("select count(*) from inbound_item where state in ('TAKEN', 'NOTHING')")
                == items);
  }

  private long told() {
    return count("select count(*) from message where author_kind = 'SYSTEM'");
  }

  private static String words(MimeMessage sent) throws Exception {
    var parts = (MimeMultipart) sent.getContent();
    return parts.getBodyPart(0).getContent().toString().replace("\r", "").strip();
  }

  @Test
  void theFirstMailOfAThreadIsAcknowledgedInItsLanguageAndTheTimelineSaysSo() throws Exception {
    account(Map.of("acknowledge-ar", "true", "acknowledgement-ar", ARABIC));
    try (var desk = OpenDesk.of(shop.agent("amal", "ar")).ready()) {
      comes(LAYLA, "first", "", "هل يمكنني تغيير رحلتي؟");
      Await.until(() -> mail.of(LAYLA).size() == 1);
      var told = mail.of(LAYLA).getFirst();
      assertThat(words(told)).isEqualTo(ARABIC);
      assertThat(told.getSubject()).isEqualTo("Re: My booking first");
      assertThat(told.getHeader("Auto-Submitted")).containsExactly("auto-replied");
      assertThat(told.getHeader("In-Reply-To")).containsExactly("<first@customer.example>");

      desk.acceptOffer();
      desk.shows(
          "it was sent",
          s -> s.at("/conversations/0/messages/1/delivery/state").asString("").equals("SENT"));
      var shown = desk.state().at("/conversations/0/messages/1");
      assertThat(shown.at("/author/kind").asString()).isEqualTo("SYSTEM");
      assertThat(shown.get("text").asString()).isEqualTo(ARABIC);
      var view =
          desk.agent().get("/api/messages/" + shown.get("id").asString() + "/email").ok().body();
      assertThat(view.get("why").asString()).isEqualTo("AUTOMATIC");
      assertThat(view.at("/to/0/address").asString()).isEqualTo(LAYLA);

      // An answer to it belongs to the thread, and is not acknowledged again.
      comes(
          LAYLA, "second", "In-Reply-To: " + told.getHeader("Message-ID")[0] + "\n", "إلى الجمعة");
      desk.shows("the next mail", s -> texts(s.at("/conversations/0")).contains("إلى الجمعة"));
      assertThat(desk.state().at("/conversations/0/interactions").size()).isEqualTo(1);
      comes("omar@customer.example", "third", "", "Where is my order?");
      isTakenIn(3);
      assertThat(told()).isEqualTo(1);
    }
  }

  @Test
  void theAdministrationSwitchesItOnAndOffForEachLanguage() throws Exception {
    account(Map.of());
    comes(LAYLA, "a", "", "Hello");
    comes(LAYLA, "b", "", "مرحبا بكم");
    isTakenIn(2);
    assertThat(told()).isZero();

    var on = wish(Map.of("acknowledge-en", "true"));
    administrator.put(PATH + "/" + account, Map.of("version", 1, "account", on)).expect(200);
    comes(LAYLA, "c", "", "Hello again");
    comes(LAYLA, "d", "", "مرحبا من جديد");
    isTakenIn(4);
    Await.until(() -> mail.of(LAYLA).size() == 1);
    assertThat(words(mail.of(LAYLA).getFirst())).startsWith("Thank you for your message.");
    assertThat(told()).isEqualTo(1);
  }

  @Test
  void programsListsAndThoseWhoWriteTooOftenAreToldNothing() {
    account(Map.of("acknowledge-en", "true"));
    var left =
        List.of(
            "Auto-Submitted: auto-generated\n",
            "Precedence: bulk\n",
            "List-Id: <news.customer.example>\n",
            "List-Post: <mailto:news@customer.example>\n",
            "X-Auto-Response-Suppress: OOF\n",
            "X-Spam-Flag: YES\n");
    for (int i = 0; i < left.size(); i++) comes(LAYLA, "left-" + i, left.get(i), "Hello");
    var senders = List.of("no-reply@a.example", "bounces+1@a.example", "owner-news@a.example");
    for (var sender : senders) comes(sender, sender.replace("@", "-"), "", "Hello");
    comes("a@a.example, b@a.example", "several", "", "Hello");
    isTakenIn(left.size() + senders.size() + 1);
    assertThat(told()).isZero();

    for (int i = 0; i < 5; i++) comes(LAYLA, "often-" + i, "", "Hello");
    isTakenIn(left.size() + senders.size() + 6);
    assertThat(told()).isEqualTo(3);
    Await.until(() -> mail.of(LAYLA).size() == 3);
  }

  @Test
  void whatComesBackIsShownAtItAndNotAnsweredEither() throws Exception {
    account(Map.of("acknowledge-en", "true"));
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      comes(LAYLA, "first", "", "Hello");
      Await.until(() -> mail.of(LAYLA).size() == 1);
      desk.acceptOffer();
      mail.comes(
          "From: MAILER-DAEMON@mx.example\nReturn-Path: <>\nTo: "
              + MailHouse.OURS
              + "\nSubject: Undelivered\nMIME-Version: 1.0\n"
              + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
              + "--b\n\nSorry\n--b\nContent-Type: message/delivery-status\n\n"
              + "Reporting-MTA: dns; mx.example\n\nAction: failed\nStatus: 5.1.1\n\n"
              + "--b\nContent-Type: message/rfc822\n\nMessage-ID: "
              + mail.of(LAYLA).getFirst().getHeader("Message-ID")[0]
              + "\nSubject: Re: My booking\n\nThank you\n--b--\n");
      desk.shows(
          "it came back",
          s ->
              s.at("/conversations/0/messages/1/delivery/failure")
                  .asString("")
                  .equals("mailbox-unknown"));
      assertThat(told()).isEqualTo(1);
    }
  }
}
