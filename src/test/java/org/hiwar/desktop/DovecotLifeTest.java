package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hiwar.Requirement;
import org.hiwar.email.Dovecot;
import org.hiwar.email.TortureMails;
import org.hiwar.testing.Await;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// From a mailbox on Dovecot to the agent and back by its submission, whatever becomes of the
/// mailbox and whoever writes to it.
@Tag("mail")
class DovecotLifeTest {
  private static final String LAYLA = "layla@customer.example";

  private final DovecotMailbox box = new DovecotMailbox();
  private final Dovecot dovecot = box.dovecot;

  @AfterEach
  void close() {
    box.close();
  }

  private void comes(String id, String from, String subject, String text) {
    dovecot.comes(
        "From: "
            + from
            + "\nTo: "
            + Dovecot.OURS
            + "\nSubject: "
            + subject
            + "\nMessage-ID: <"
            + id
            + "@customer.example>\nContent-Type: text/plain; charset=utf-8\n\n"
            + text
            + "\n");
  }

  private void answers(OpenDesk desk, JsonNode chat, String subject, String text) {
    var body = new HashMap<String, @Nullable Object>();
    body.put("contact", null);
    body.put("account", null);
    body.putAll(
        Map.of(
            "id", UUID.randomUUID(),
            "conversation", id(chat),
            "to", List.of(LAYLA),
            "cc", List.of(),
            "subject", subject,
            "text", text,
            "files", List.of(),
            "inReplyTo", chat.at("/messages/0/id").asString()));
    desk.agent().send("POST", "/api/emails", body).ok();
    desk.shows(
        "sent",
        s -> s.at("/conversations/0/messages/1/delivery/state").asString("").equals("SENT"));
    Await.until(() -> !box.outside.of(LAYLA).isEmpty());
  }

  /// After the mailbox was made anew its mails come a second time, and stand there once.
  @Test
  @Requirement("S0-74")
  void aMailIsAnsweredAndStaysOneWhenTheMailboxIsMadeAnew() throws Exception {
    try (var desk = OpenDesk.of(box.shop.agent("amal", "en")).ready()) {
      comes("first", LAYLA, "My booking", "Can I change my flight?");
      var chat = desk.acceptOffer();
      answers(desk, chat, "Re: My booking", "Yes.");
      var ours = box.outside.of(LAYLA).getFirst();
      assertThat(ours.getSubject()).isEqualTo("Re: My booking");
      assertThat(ours.getHeader("In-Reply-To")).containsExactly("<first@customer.example>");

      dovecot.stop();
      dovecot.losesItsNumbers();
      dovecot.start();
      comes("second", LAYLA, "Re: My booking", "To Friday.");
      desk.shows("the next mail", s -> texts(s.at("/conversations/0")).contains("To Friday."));
      Await.until(() -> box.fates().equals(Map.of("TAKEN", 3L)));
      assertThat(texts(desk.state().at("/conversations/0")))
          .containsExactly("Can I change my flight?", "Yes.", "To Friday.");
    }
  }

  /// Each is set aside with its reason and counted, and the mail behind it comes in.
  @Test
  void mailsThatWereMadeToHarmAreSetAsideAndHoldUpNobody() {
    try (var desk = OpenDesk.of(box.shop.agent("amal", "en")).ready()) {
      TortureMails.ASIDE.values().forEach(dovecot::comes);
      comes("good", LAYLA, "My booking", "Can I change my flight?");
      assertThat(texts(desk.acceptOffer())).containsExactly("Can I change my flight?");

      var fates = new TreeMap<>(Map.of("TAKEN", 1L));
      fates.putAll(
          TortureMails.ASIDE.keySet().stream().collect(Collectors.toMap(code -> code, _ -> 1L)));
      Await.until(() -> box.fates().equals(fates));
      assertThat(box.kept("email-too-large")).isLessThan(100_000);
    }
  }

  /// What stands in a header becomes no header of the answer.
  @Test
  void aSubjectWithLinesInItAddsNobodyToTheAnswer() throws Exception {
    try (var desk = OpenDesk.of(box.shop.agent("amal", "en")).ready()) {
      comes(
          "lines",
          "=?utf-8?Q?Layla=0D=0ABcc:_thief@z.example?= <" + LAYLA + ">",
          "=?utf-8?Q?one=0D=0ABcc:_thief@z.example=0D=0A=0D=0Abody?=",
          "Hello");
      var chat = desk.acceptOffer();
      var view = view(desk, chat);
      assertThat(view.get("subject").asString()).doesNotContain("\r", "\n");
      answers(desk, chat, "Re: one\r\nBcc: thief@z.example\r\n\r\nbody", "Good day");
      var ours = box.outside.of(LAYLA).getFirst();
      assertThat(ours.getHeader("Bcc")).isNull();
      assertThat(ours.getAllRecipients()).hasSize(1);
      assertThat(box.outside.of("thief@z.example")).isEmpty();
    }
  }

  private static JsonNode view(OpenDesk desk, JsonNode chat) {
    var path = "/api/messages/" + chat.at("/messages/0/id").asString() + "/email";
    return desk.agent().get(path).ok().body();
  }

  @Test
  void aSenderWhoOnlyLooksLikeAnotherIsMarked() {
    try (var desk = OpenDesk.of(box.shop.agent("amal", "en")).ready()) {
      // The first a is a Cyrillic one.
      comes("like", "Support <support@xn--pypal-4ve.example>", "Your account", "Log in here");
      var marks = view(desk, desk.acceptOffer()).get("marks");
      assertThat(marks.valueStream().map(JsonNode::asString)).containsExactly("lookalike-domain");
    }
  }
}
