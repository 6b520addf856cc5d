package org.hiwar.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.texts;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.Requirement;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.IncomingPhoneCall;
import org.hiwar.email.MailHouse;
import org.hiwar.floor.Floors;
import org.hiwar.floor.core.Command;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.HostileTexts;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Mail from the mailbox to the agent and back, over a real mail server of the test.
@Tag("api")
class EmailLifeTest {
  private static final String LAYLA = "layla@customer.example";

  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final MailHouse mail = new MailHouse();
  private final AccountStore accounts = RunningHiwar.bean(AccountStore.class);
  private final Account account = account();

  private Account account() {
    var made =
        new Account(
            shop.workspace(),
            new AccountId(TestDatabase.ids().next()),
            "email",
            "Orders by mail",
            MailHouse.OURS,
            shop.mail(),
            null,
            mail.settings(
                Map.of(
                    "sender-name",
                    "The shop",
                    "plus-addresses",
                    "true",
                    "authserv-id",
                    "mx.shop.example")),
            true,
            1);
    assertThat(accounts.add(made)).isTrue();
    return made;
  }

  @AfterEach
  void close() {
    accounts.remove(shop.workspace(), account.id());
    mail.close();
  }

  private void comes(String id, String before, String text) {
    mail.comes(
        "From: Layla <"
            + LAYLA
            + ">\nTo: "
            + MailHouse.OURS
            + "\nSubject: My booking\nMessage-ID: <"
            + id
            + "@customer.example>\n"
            + before
            + "Content-Type: text/plain; charset=utf-8\n\n"
            + text
            + "\n");
  }

  private Answer write(OpenDesk desk, Map<String, ?> more) {
    var body = new HashMap<String, @Nullable Object>();
    body.put("id", UUID.randomUUID());
    body.put("conversation", null);
    body.put("contact", null);
    body.put("account", null);
    body.put("to", List.of());
    body.put("cc", List.of());
    body.put("subject", "");
    body.put("text", "");
    body.put("files", List.of());
    body.put("inReplyTo", null);
    body.put("quoted", null);
    body.putAll(more);
    return desk.agent().send("POST", "/api/emails", body);
  }

  private String file(OpenDesk desk) {
    var upload =
        RunningHiwar.bean(Attachments.class)
            .upload(
                shop.workspace(),
                UserId.of(desk.agent().id()),
                "الحجز.pdf",
                "%PDF-1.7 booking".getBytes(UTF_8));
    return ((Attachments.Upload.Kept) upload).file().id().toString();
  }

  private MimeMessage sent(String to, int which) {
    Await.until(() -> mail.of(to).size() > which);
    return mail.of(to).get(which);
  }

  private static String messageId(JsonNode conversation, int message) {
    return conversation.at("/messages/" + message + "/id").asString();
  }

  @Test
  @Requirement({"S0-46", "S0-53", "S0-74"})
  void aMailIsAnsweredAndTheNextOneComesBackToTheSameInteraction() throws Exception {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      comes("first", "", "Can I change my flight?");
      var chat = desk.acceptOffer();
      assertThat(texts(chat)).containsExactly("Can I change my flight?");
      assertThat(chat.at("/interactions/0/channel").asString()).isEqualTo("email");
      assertThat(chat.at("/interactions/0/party").asString()).isEqualTo(LAYLA);
      assertThat(chat.at("/contact/name").asString()).isEqualTo("Layla");
      var view = desk.agent().get("/api/messages/" + messageId(chat, 0) + "/email").ok().body();
      assertThat(view.get("subject").asString()).isEqualTo("My booking");
      assertThat(view.at("/from/address").asString()).isEqualTo(LAYLA);
      assertThat(view.get("trust").asString()).isEqualTo("PRESENTED");
      assertThat(chat.at("/interactions/0/trust").asString()).isEqualTo("PRESENTED");
      assertThat(view.get("why").asString()).isEqualTo("NEW");

      var answer =
          Map.of(
              "id", UUID.randomUUID(),
              "conversation", id(chat),
              "to", List.of(LAYLA),
              "subject", "Re: My booking",
              "text", "Yes.\nTo which day?",
              "files", List.of(file(desk)),
              "inReplyTo", messageId(chat, 0));
      var wrote = write(desk, answer).ok().body();
      assertThat(wrote.get("interaction").asString())
          .isEqualTo(chat.at("/interactions/0/id").asString());
      assertThat(write(desk, answer).ok().body()).isEqualTo(wrote);
      desk.shows(
          "sent",
          s -> s.at("/conversations/0/messages/1/delivery/state").asString("").equals("SENT"));

      var ours = sent(LAYLA, 0);
      assertThat(ours.getSubject()).isEqualTo("Re: My booking");
      assertThat(ours.getFrom()[0]).hasToString("The shop <" + MailHouse.OURS + ">");
      assertThat(ours.getHeader("In-Reply-To")).containsExactly("<first@customer.example>");
      assertThat(ours.getHeader("References")).containsExactly("<first@customer.example>");
      assertThat(ours.getReplyTo()[0].toString()).contains("orders+h").endsWith("@shop.example>");
      var parts = (MimeMultipart) ours.getContent();
      assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
      var words = (MimeMultipart) parts.getBodyPart(0).getContent();
      assertThat(words.getBodyPart(0).getContent().toString().replace("\r", "").strip())
          .isEqualTo("Yes.\nTo which day?");
      var shown =
          desk.agent()
              .get("/api/messages/" + messageId(desk.state().at("/conversations/0"), 1) + "/email");
      assertThat(shown.ok().body().at("/to/0/address").asString()).isEqualTo(LAYLA);

      comes("second", "In-Reply-To: " + ours.getHeader("Message-ID")[0] + "\n", "To Friday.");
      desk.shows("the next mail", s -> texts(s.at("/conversations/0")).contains("To Friday."));
      var now = desk.state().at("/conversations/0");
      assertThat(now.at("/messages/2/interaction").asString())
          .isEqualTo(wrote.get("interaction").asString());
      assertThat(now.get("interactions").size()).isEqualTo(1);
      assertThat(mail.of(LAYLA)).hasSize(1);
    }
  }

  @Test
  void aGuestAnswersFromTheMailboxUnderTheirOwnName() throws Exception {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en"))) {
      comes("first", "", "Can I change my flight?");
      var chat = amal.acceptOffer();
      GuestLifeTest.invite(amal, OpenDesk.interaction(chat), sam).ok();
      GuestLifeTest.joins(sam);
      var wrote =
          write(
                  sam,
                  Map.of(
                      "conversation", id(chat),
                      "to", List.of(LAYLA),
                      "subject", "Re: My booking",
                      "text", "Sam here.",
                      "inReplyTo", messageId(chat, 0)))
              .ok()
              .body();
      assertThat(wrote.get("interaction").asString()).isEqualTo(OpenDesk.interaction(chat));
      var shown =
          amal.shows(
              "what the guest has sent",
              s -> s.at("/conversations/0/messages/1/delivery/state").asString("").equals("SENT"));
      assertThat(shown.at("/conversations/0/messages/1/author/id").asString())
          .isEqualTo(sam.agent().id());
      assertThat(shown.at("/conversations/0/interactions")).hasSize(1);
      var ours = sent(LAYLA, 0);
      assertThat(ours.getSubject()).isEqualTo("Re: My booking");
      assertThat(ours.getFrom()[0]).hasToString("The shop <" + MailHouse.OURS + ">");
    }
  }

  /// Decision 23: of each interaction it is kept how its sender was proved, whatever comes after.
  @Test
  void howFarTheSenderWasProvedStaysWithTheInteractionAndItsActivity() throws Exception {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      comes(
          "proved",
          "Authentication-Results: mx.shop.example; dmarc=pass header.from=customer.example\n",
          "It is really me.");
      var proved = desk.acceptOffer();
      assertThat(proved.at("/interactions/0/trust").asString()).isEqualTo("ATTESTED");
      comes("another", "Authentication-Results: mx.shop.example; dmarc=fail\n", "Me, too.");
      desk.shows("both", s -> s.at("/conversations/0/interactions").size() == 2);
      var contact = proved.at("/contact/id").asString();
      var activities = desk.agent().get("/api/contacts/" + contact + "/activities").ok().body();
      assertThat(activities.get("items").valueStream().map(one -> one.get("trust").asString()))
          .as("one contact, and its address is proved for good; the second mail is not")
          .containsExactly("PRESENTED", "ATTESTED");
    }
  }

  @Test
  @Requirement({"S0-8", "S0-72", "S0-73", "S0-74"})
  void duringACallAMailIsSentToAnAddressThatTheContactThenHas() throws Exception {
    try (var desk = OpenDesk.of(shop.agent("amal", "en", "ar")).ready()) {
      floor(new Command.DeviceReady(UserId.of(desk.agent().id())));
      var calls = RunningHiwar.bean(Calls.class);
      var call =
          new IncomingPhoneCall(shop.voice(), "+4915112345678", "+4930901820", "en", Instant.now());
      calls.announce(shop.workspace(), calls.arrive(shop.workspace(), call, _ -> List.of()));
      var talk = desk.acceptOffer();
      assertThat(write(desk, Map.of("conversation", id(talk), "text", "x")).problem())
          .isEqualTo("no-address");
      write(
              desk,
              Map.of(
                  "conversation", id(talk),
                  "to", List.of("Layla@Customer.example"),
                  "subject", "حجزك الجديد",
                  "text", "مرحبا، هذا حجزك الجديد.",
                  "files", List.of(file(desk))))
          .ok();
      desk.shows(
          "the call goes on beside the mail",
          s ->
              s.at("/conversations/0/interactions").size() == 2
                  && s.at("/conversations/0/interactions")
                      .valueStream()
                      .allMatch(i -> i.get("state").asString().equals("ACTIVE")));
      var ours = sent(LAYLA, 0);
      assertThat(ours.getSubject()).isEqualTo("حجزك الجديد");
      var words = (MimeMultipart) ((MimeMultipart) ours.getContent()).getBodyPart(0).getContent();
      assertThat(words.getBodyPart(0).getContent().toString().strip())
          .isEqualTo("مرحبا، هذا حجزك الجديد.");
      assertThat(words.getBodyPart(1).getContent().toString()).contains("dir=\"auto\"");
      var contact = talk.at("/contact/id").asString();
      assertThat(
              desk.agent().get("/api/contacts/" + contact).ok().body().get("addresses").toString())
          .contains(LAYLA);

      // The answer names nothing but the address that only this mail has named.
      var token = ours.getReplyTo()[0].toString().replaceAll(".*<|>.*", "");
      mail.comes("From: " + LAYLA + "\nTo: " + token + "\nSubject: thanks\n\nشكرًا\n");
      desk.shows("the answer", s -> texts(s.at("/conversations/0")).contains("شكرًا"));
      assertThat(desk.state().get("conversations").size()).isEqualTo(1);
      assertThat(desk.state().at("/conversations/0/interactions").size()).isEqualTo(2);
    }
  }

  @Test
  void anAnswerToAllLeavesOurselvesOutAndHasTheMailBelow() throws Exception {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      var before = "Cc: Sami <sami@customer.example>, " + MailHouse.OURS + "\n";
      comes("first", before, "Can I change my flight?");
      var chat = desk.acceptOffer();
      var view = desk.agent().get("/api/messages/" + messageId(chat, 0) + "/email").ok().body();
      assertThat(view.at("/answer/to").size()).isEqualTo(1);
      assertThat(view.at("/answer/cc").size()).isZero();
      assertThat(view.at("/answerAll/to/0/address").asString()).isEqualTo(LAYLA);
      assertThat(view.at("/answerAll/cc").size()).isEqualTo(1);
      assertThat(view.at("/answerAll/cc/0/address").asString()).isEqualTo("sami@customer.example");
      assertThat(
              write(
                      desk,
                      Map.of("conversation", id(chat), "to", List.of(MailHouse.OURS), "text", "x"))
                  .problem())
          .isEqualTo("no-address");
      write(
              desk,
              Map.of(
                  "conversation", id(chat),
                  "to", List.of(LAYLA, "LAYLA@customer.example", MailHouse.OURS),
                  "cc", List.of(LAYLA, "sami@customer.example"),
                  "subject", "Re: My booking",
                  "text", "Yes.",
                  "inReplyTo", messageId(chat, 0),
                  "quoted", messageId(chat, 0)))
          .ok();
      var ours = sent(LAYLA, 0);
      assertThat(ours.getAllRecipients()).hasSize(2);
      assertThat(sent("sami@customer.example", 0).getSubject()).isEqualTo("Re: My booking");
      var words = ((MimeMultipart) ours.getContent()).getBodyPart(0).getContent().toString();
      assertThat(words.replace("\r", ""))
          .startsWith("Yes.\n\nOn ")
          .contains("Layla <" + LAYLA + "> wrote:\n> Can I change my flight?");
      desk.shows("without it", s -> texts(s.at("/conversations/0")).contains("Yes."));
    }
  }

  @Test
  void aMailIsPassedOnWholeWithItsFiles() throws Exception {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      mail.comes(
          "From: "
              + LAYLA
              + "\nTo: "
              + MailHouse.OURS
              + "\nSubject: My booking\nMIME-Version: 1.0\n"
              + "Content-Type: multipart/mixed; boundary=b\n\n"
              + "--b\nContent-Type: text/plain\n\nHere is the ticket.\n"
              + "--b\nContent-Type: application/pdf\n"
              + "Content-Disposition: attachment; filename=ticket.pdf\n\n"
              + "%PDF-1.7 ticket\n--b--\n");
      desk.acceptOffer();
      desk.shows("its file", s -> s.at("/conversations/0/messages/0/files").size() == 1);
      var chat = desk.state().at("/conversations/0");
      var copies =
          desk.agent()
              .send("POST", "/api/attachments/copies", Map.of("message", messageId(chat, 0)))
              .ok()
              .body();
      assertThat(copies.at("/0/name").asString()).isEqualTo("ticket.pdf");
      write(
              desk,
              Map.of(
                  "conversation", id(chat),
                  "to", List.of("hotel@partner.example"),
                  "subject", "Fwd: My booking",
                  "files", List.of(copies.at("/0/id").asString()),
                  "quoted", messageId(chat, 0)))
          .ok();
      var parts = (MimeMultipart) sent("hotel@partner.example", 0).getContent();
      assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("ticket.pdf");
      assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), UTF_8))
          .startsWith("%PDF-1.7 ticket");
      var words = (MimeMultipart) parts.getBodyPart(0).getContent();
      assertThat(words.getBodyPart(0).getContent().toString())
          .contains("From: " + LAYLA, "Subject: My booking", "Here is the ticket.");
    }
  }

  @Test
  void whatCameBackIsShownAtTheMailAndAbsenceNotesReachNobody() throws Exception {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      comes("first", "", "Hello");
      var chat = desk.acceptOffer();
      write(
              desk,
              Map.of(
                  "conversation", id(chat),
                  "to", List.of(LAYLA),
                  "subject", "Re: My booking",
                  "text", "Good day",
                  "inReplyTo", messageId(chat, 0)))
          .ok();
      var ours = sent(LAYLA, 0).getHeader("Message-ID")[0];
      comes("away", "Auto-Submitted: auto-replied\nIn-Reply-To: " + ours + "\n", "I am away");
      mail.comes(
          "From: MAILER-DAEMON@mx.example\nReturn-Path: <>\nTo: "
              + MailHouse.OURS
              + "\n"
              + "Subject: Undelivered\n"
              + "MIME-Version: 1.0\n"
              + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
              + "--b\n\n"
              + "Sorry\n"
              + "--b\n"
              + "Content-Type: message/delivery-status\n\n"
              + "Reporting-MTA: dns; mx.example\n\n"
              + "Action: failed\n"
              + "Status: 5.1.1\n\n"
              + "--b\n"
              + "Content-Type: message/rfc822\n\n"
              + "Message-ID: "
              + ours
              + "\nSubject: Re: My booking\n\nGood day\n--b--\n");
      desk.shows(
          "it came back",
          s ->
              s.at("/conversations/0/messages/1/delivery/failure")
                  .asString("")
                  .equals("mailbox-unknown"));
      assertThat(texts(desk.state().at("/conversations/0"))).containsExactly("Hello", "Good day");
    }
  }

  @Test
  @Requirement("S0-46")
  void htmlIsShownInAFrameWithoutRightsAndPicturesFromElsewhereOnlyWhenAskedFor() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      mail.comes(
          "From: "
              + LAYLA
              + "\nTo: "
              + MailHouse.OURS
              + "\n"
              + "Subject: page\n"
              + "MIME-Version: 1.0\n"
              + "Content-Type: multipart/related; boundary=b\n\n"
              + "--b\n"
              + "Content-Type: text/html\n\n"
              + "<p onclick=alert(1)>Hello<script>alert(1)</script><img"
              + " src=\"https://pictures.example/p.png\"><img src=\"cid:logo\"></p>\n"
              + "--b\n"
              + "Content-Type: image/png\n"
              + "Content-ID: <logo>\n"
              + "Content-Transfer-Encoding: base64\n\n"
              + "iVBORw0KGgoAAA==\n"
              + "--b--\n");
      var chat = desk.acceptOffer();
      assertThat(texts(chat)).containsExactly("Hello");
      var path = "/api/messages/" + messageId(chat, 0) + "/email";
      var view = desk.agent().get(path).ok().body();
      assertThat(view.get("html").asBoolean()).isTrue();
      assertThat(view.get("remote").asBoolean()).isTrue();

      var browser = shop.browser("amal");
      var frame = browser.download(path + "/frame");
      var page = new String(frame.body(), UTF_8);
      assertThat(page)
          .contains("Hello", "data:image/png;base64,")
          .doesNotContain("script", "onclick", "pictures.example");
      assertThat(frame.headers().allValues("Content-Security-Policy")).hasSize(1);
      assertThat(frame.headers().firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'; img-src data:;")
          .contains("sandbox");
      assertThat(frame.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
      var asked = browser.download(path + "/frame?pictures=true");
      assertThat(asked.statusCode()).isEqualTo(200);
      assertThat(new String(asked.body(), UTF_8))
          .as("the browser is told of nobody, asked for or not")
          .contains("Hello")
          .doesNotContain("pictures.example");
      assertThat(asked.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("img-src data:;");
    }
  }

  @Test
  void aMailOfAMegabyteIsShownByItsBeginningAndWhatTurnsWritingIsNoPartOfItsNames() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      mail.comes(
          "From: \"\u202E<b>Layla\u200B\" <"
              + LAYLA
              + ">\nTo: "
              + MailHouse.OURS
              + "\n"
              + "Subject: \u2067exe.\u202Egpj <script>\n"
              + "Message-ID: <tall@x.example>\n"
              + "MIME-Version: 1.0\n"
              + "Content-Type: multipart/mixed; boundary=b\n\n"
              + "--b\n"
              + "Content-Type: text/plain; charset=utf-8\n\n"
              + HostileTexts.TURNED
              + "x".repeat(1024 * 1024)
              + "\n"
              + "--b\n"
              + "Content-Disposition: attachment; filename*=utf-8''exe.%E2%80%AEgpj\n\n"
              + "<svg/>\n"
              + "--b--\n");
      var chat = desk.acceptOffer();
      assertThat(texts(chat).getFirst()).hasSize(4_000).startsWith(HostileTexts.TURNED);
      assertThat(chat.at("/contact/name").asString()).isEqualTo("<b>Layla");
      assertThat(chat.at("/messages/0/files/0/name").asString()).isEqualTo("exe.gpj");
      var view = desk.agent().get("/api/messages/" + messageId(chat, 0) + "/email").ok().body();
      assertThat(view.get("subject").asString()).isEqualTo("exe.gpj <script>");
    }
  }

  private void floor(Command command) {
    RunningHiwar.bean(Floors.class).submit(shop.workspace(), command, "").join();
  }
}
