package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;

import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.Requirement;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.email.MailHouse;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What an agent says of mails: that one is another matter, and that two threads are one. Over a
/// real mail server of the test.
@Tag("api")
class EmailThreadLifeTest {
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
            mail.settings(Map.of("plus-addresses", "true")),
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

  private void comes(String id, String subject, String to, String before, String text) {
    mail.comes(
        "From: Layla <"
            + LAYLA
            + ">\nTo: "
            + to
            + "\nSubject: "
            + subject
            + "\nMessage-ID: <"
            + id
            + "@customer.example>\n"
            + before
            + "Content-Type: text/plain; charset=utf-8\n\n"
            + text
            + "\n");
  }

  /// An answer to a mail of ours, sent where ours wanted answers.
  private void answers(MimeMessage ours, String id, String text) throws Exception {
    comes(
        id,
        ours.getSubject(),
        ours.getReplyTo()[0].toString(),
        "In-Reply-To: " + ours.getHeader("Message-ID")[0] + "\n",
        text);
  }

  /// Answers a mail as the agent, and waits until the answer is with the customer.
  private MimeMessage write(OpenDesk desk, String answered, String text) {
    int before = mail.of(LAYLA).size();
    var body = new HashMap<String, @Nullable Object>();
    body.put("id", UUID.randomUUID());
    body.put("conversation", id(conversation(desk)));
    body.put("contact", null);
    body.put("account", null);
    body.put("to", List.of(LAYLA));
    body.put("cc", List.of());
    body.put("subject", "Re: My booking");
    body.put("text", text);
    body.put("files", List.of());
    body.put("inReplyTo", message(desk, answered).get("id").asString());
    desk.agent().send("POST", "/api/emails", body).ok();
    Await.until(() -> mail.of(LAYLA).size() > before);
    return mail.of(LAYLA).get(before);
  }

  private static JsonNode conversation(OpenDesk desk) {
    return desk.state().at("/conversations/0");
  }

  private static boolean has(JsonNode state, String text) {
    return state
        .at("/conversations/0/messages")
        .valueStream()
        .anyMatch(one -> one.get("text").asString().equals(text));
  }

  /// The message with this text, when it is shown and all else of the mail is kept, too.
  private static JsonNode message(OpenDesk desk, String text) {
    desk.shows(text, state -> has(state, text));
    var message =
        conversation(desk)
            .get("messages")
            .valueStream()
            .filter(one -> one.get("text").asString().equals(text))
            .findFirst()
            .orElseThrow();
    var path = "/api/messages/" + message.get("id").asString() + "/email";
    Await.until(() -> desk.agent().get(path).status() == 200);
    return message;
  }

  private static String interaction(OpenDesk desk, String text) {
    return message(desk, text).get("interaction").asString();
  }

  private static JsonNode view(OpenDesk desk, String text) {
    var path = "/api/messages/" + message(desk, text).get("id").asString() + "/email";
    // Its words are told a moment before all else of it is kept.
    Await.until(() -> desk.agent().get(path).status() == 200);
    return desk.agent().get(path).ok().body();
  }

  private static String thread(OpenDesk desk, String text) {
    return view(desk, text).get("thread").asString();
  }

  private static Answer say(OpenDesk desk, String text, String what, @Nullable Object body) {
    return desk.agent()
        .send(
            "POST",
            "/api/conversations/"
                + id(conversation(desk))
                + "/emails/"
                + message(desk, text).get("id").asString()
                + "/"
                + what,
            body);
  }

  private Set<String> audited() {
    return TestDatabase.database()
        .in(
            shop.workspace().value(),
            db ->
                db.sql("select what from audit_event where workspace = ? and what like 'email-%'")
                    .param(shop.workspace().value())
                    .query(String.class)
                    .set());
  }

  private static boolean ended(JsonNode state, String interaction) {
    return state
        .at("/conversations/0/interactions")
        .valueStream()
        .anyMatch(
            one ->
                one.get("id").asString().equals(interaction)
                    && one.get("endedBy").asString("").equals("AGENT"));
  }

  /// Accepts the mail that came beside what the agent has.
  private static void acceptAnother(OpenDesk desk) {
    desk.shows("another mail", state -> offered(state) != null);
    var offer = Objects.requireNonNull(offered(desk.state()));
    desk.agent().accept(offer.get("id").asString(), offer.at("/offer/number").asInt()).ok();
    desk.shows("accepted", state -> offered(state) == null);
  }

  private static @Nullable JsonNode offered(JsonNode state) {
    return state
        .at("/conversations/0/interactions")
        .valueStream()
        .filter(one -> one.get("state").asString().equals("OFFERED"))
        .findFirst()
        .orElse(null);
  }

  @Test
  @Requirement("S0-74")
  void aMailThatIsAnotherMatterHasAThreadOfItsOwnThatAnswersFollow() throws Exception {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      comes("first", "My booking", MailHouse.OURS, "", "Can I change my flight?");
      desk.acceptOffer();
      var booking = write(desk, "Can I change my flight?", "To which day?");
      answers(booking, "second", "My invoice is wrong, too.");
      var invoice = write(desk, "My invoice is wrong, too.", "Which line of it?");
      var one = interaction(desk, "Can I change my flight?");
      assertThat(interaction(desk, "Which line of it?")).isEqualTo(one);
      assertThat(say(desk, "Can I change my flight?", "split", null).problem())
          .isEqualTo("whole-thread");

      say(desk, "My invoice is wrong, too.", "split", null).ok();
      desk.shows(
          "an interaction of its own",
          state ->
              state.at("/conversations/0/interactions").size() == 2
                  && !state.at("/conversations/0/messages/3/interaction").asString().equals(one));
      var other = interaction(desk, "My invoice is wrong, too.");
      assertThat(other).isNotEqualTo(one).isEqualTo(interaction(desk, "Which line of it?"));
      assertThat(interaction(desk, "To which day?")).isEqualTo(one);
      var why = view(desk, "Which line of it?");
      assertThat(why.at("/changed/kind").asString()).isEqualTo("SPLIT");
      assertThat(why.at("/changed/other").asString()).isEqualTo("My booking");
      assertThat(why.at("/changed/by").asString()).isNotEmpty();
      assertThat(view(desk, "To which day?").get("changed").isNull()).isTrue();
      assertThat(thread(desk, "Which line of it?")).isNotEqualTo(thread(desk, "To which day?"));

      // Ours was sent before, and wants answers at the address of the whole.
      answers(invoice, "third", "The third line.");
      answers(booking, "fourth", "To Friday.");
      assertThat(interaction(desk, "The third line.")).isEqualTo(other);
      assertThat(interaction(desk, "To Friday.")).isEqualTo(one);
      assertThat(thread(desk, "The third line.")).isEqualTo(why.get("thread").asString());

      say(desk, "The third line.", "undo", null).ok();
      assertThat(thread(desk, "The third line.")).isEqualTo(thread(desk, "To Friday."));
      assertThat(view(desk, "The third line.").get("changed").isNull()).isTrue();
      assertThat(say(desk, "The third line.", "undo", null).problem()).isEqualTo("thread-changed");
      // One thread, one interaction that goes on, with all its mails; the other one has ended.
      desk.shows("what was begun for the part has ended", state -> ended(state, other));
      for (var text : List.of("My invoice is wrong, too.", "Which line of it?", "The third line."))
        assertThat(interaction(desk, text)).isEqualTo(one);
      answers(invoice, "fifth", "And the fifth.");
      assertThat(thread(desk, "And the fifth.")).isEqualTo(thread(desk, "To Friday."));
      assertThat(interaction(desk, "And the fifth.")).isEqualTo(one);
      assertThat(audited()).containsExactlyInAnyOrder("email-thread.split", "email-thread.undone");
    }
  }

  @Test
  @Requirement("S0-74")
  void threadsOfOneContactAreJoinedByOneOfTwoWhoTryAndPartedAgain() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var other = OpenDesk.of(shop.agent("sam", "en"))) {
      comes("first", "My booking", MailHouse.OURS, "", "Can I change my flight?");
      desk.acceptOffer();
      comes("second", "A question", MailHouse.OURS, "", "About my flight on Friday.");
      acceptAnother(desk);
      var asked = interaction(desk, "About my flight on Friday.");
      var booking = thread(desk, "Can I change my flight?");
      var question = thread(desk, "About my flight on Friday.");
      assertThat(question).isNotEqualTo(booking);
      var place =
          "/api/conversations/"
              + id(conversation(desk))
              + "/emails/"
              + message(desk, "About my flight on Friday.").get("id").asString();
      var threads = desk.agent().get(place + "/other-threads").ok().body();
      assertThat(threads.size()).isEqualTo(1);
      assertThat(threads.at("/0/thread").asString()).isEqualTo(booking);
      assertThat(threads.at("/0/subject").asString()).isEqualTo("My booking");
      assertThat(other.agent().send("POST", place + "/merge", Map.of("into", booking)).status())
          .isEqualTo(404);
      assertThat(desk.agent().send("POST", place + "/merge", Map.of("into", "1")).status())
          .isEqualTo(404);

      // At once: the second sees that they are one.
      var tries =
          Stream.of(place, place)
              .map(
                  where ->
                      CompletableFuture.supplyAsync(
                          () ->
                              desk.agent().send("POST", where + "/merge", Map.of("into", booking))))
              .toList();
      var statuses = tries.stream().map(CompletableFuture::join).map(Answer::status).toList();
      assertThat(statuses).containsExactlyInAnyOrder(200, 409);
      assertThat(say(desk, "Can I change my flight?", "merge", Map.of("into", question)).problem())
          .isEqualTo("thread-changed");
      assertThat(thread(desk, "About my flight on Friday.")).isEqualTo(booking);
      var changed = view(desk, "About my flight on Friday.").get("changed");
      assertThat(changed.get("kind").asString()).isEqualTo("MERGED");
      assertThat(changed.get("other").asString()).isEqualTo("My booking");
      desk.shows(
          "both are about one thread",
          state ->
              state
                      .at("/conversations/0/interactions")
                      .valueStream()
                      .map(i -> i.get("thread").asString())
                      .collect(Collectors.toSet())
                      .size()
                  == 1);

      comes(
          "third",
          "Re: A question",
          MailHouse.OURS,
          "In-Reply-To: <second@customer.example>\n",
          "At noon.");
      assertThat(thread(desk, "At noon.")).isEqualTo(booking);
      assertThat(conversation(desk).get("interactions").size()).isEqualTo(2);

      say(desk, "At noon.", "undo", null).ok();
      assertThat(thread(desk, "At noon.")).isEqualTo(question);
      assertThat(thread(desk, "Can I change my flight?")).isEqualTo(booking);
      desk.shows(
          "what came meanwhile is where it belongs",
          state -> state.at("/conversations/0/messages/2/interaction").asString().equals(asked));
      comes(
          "fourth",
          "Re: A question",
          MailHouse.OURS,
          "In-Reply-To: <third@customer.example>\n",
          "Or later.");
      assertThat(interaction(desk, "Or later.")).isEqualTo(asked);
      assertThat(thread(desk, "Or later.")).isEqualTo(question);
      assertThat(audited()).containsExactlyInAnyOrder("email-thread.merged", "email-thread.undone");
    }
  }
}
