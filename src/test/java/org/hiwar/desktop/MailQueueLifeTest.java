package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.email.MailHouse;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Mails that wait for hands, and mails that are set aside.
@Tag("api")
class MailQueueLifeTest {
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
            mail.settings(Map.of()),
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

  private void comes(String id, String from, String subject, String text) {
    mail.comes(
        "From: %s\nTo: %s\nSubject: %s\nMessage-ID: <%s@customer.example>\n%sContent-Type: text/plain; charset=utf-8\n\n%s\n"
            .formatted(
                from,
                MailHouse.OURS,
                subject,
                id,
                subject.startsWith("Re:") ? "In-Reply-To: <first@customer.example>\n" : "",
                text));
  }

  private static Answer postpone(OpenDesk desk, JsonNode chat, Instant until, String note) {
    return desk.agent()
        .send(
            "POST",
            "/api/interactions/" + OpenDesk.interaction(chat) + "/postpone",
            Map.of(
                "until", until.toString(), "note", note, "seenSeq", chat.get("lastSeq").asLong()));
  }

  private static Instant later(Duration duration) {
    return Instant.now().plus(duration);
  }

  private static JsonNode queue(AgentClient agent) {
    return agent.get("/api/queue").ok().body();
  }

  private static Answer take(AgentClient agent, String interaction) {
    return agent.send("POST", "/api/queue/" + interaction + "/take", null);
  }

  private void pulled(int minutes) {
    shop.administrator("root")
        .send(
            "PUT",
            "/api/emails/services/" + shop.mail(),
            Map.of("pulled", true, "precedence", 0, "answerWithinMinutes", minutes))
        .ok();
  }

  @Test
  void aPostponedMailLeavesTheDeskAndComesBackAtItsTime() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var guest = OpenDesk.of(shop.agent("sam", "en"))) {
      comes("first", LAYLA, "My booking", "Can I change my flight?");
      var chat = desk.acceptOffer();
      var amal = desk.agent();
      assertThat(postpone(desk, chat, later(Duration.ofDays(91)), "").problem())
          .isEqualTo("not-then");
      assertThat(postpone(desk, chat, later(Duration.ofHours(-1)), "").problem())
          .isEqualTo("not-then");
      GuestLifeTest.invite(desk, OpenDesk.interaction(chat), guest).ok();
      GuestLifeTest.joins(guest);
      postpone(desk, chat, later(Duration.ofSeconds(3)), "Waits for the airline").ok();
      desk.isEmpty();
      guest.isEmpty();
      assertThat(GuestLifeTest.farewell(guest)).isEqualTo("SET_ASIDE");
      var back = desk.acceptOffer();
      assertThat(id(back)).isEqualTo(id(chat));
      var postponed = back.at("/interactions/0/postponements/0");
      assertThat(postponed.at("/note").asString()).isEqualTo("Waits for the airline");
      assertThat(postponed.at("/backBy").asString()).isEqualTo("SYSTEM");
      assertThat(postponed.at("/agent/id").asString()).isEqualTo(amal.id());
    }
  }

  @Test
  void whatThePostponedCustomerWritesBringsTheMailBackAtOnce() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      comes("first", LAYLA, "My booking", "Can I change my flight?");
      var chat = desk.acceptOffer();
      postpone(desk, chat, later(Duration.ofDays(2)), "").ok();
      desk.isEmpty();
      var waits = queue(desk.agent()).get("postponed");
      assertThat(waits.at("/0/mail/subject").asString()).isEqualTo("My booking");

      comes("second", LAYLA, "Re: My booking", "It is urgent.");
      var back = desk.acceptOffer();
      assertThat(texts(back)).containsExactly("Can I change my flight?", "It is urgent.");
      assertThat(back.at("/interactions/0/postponements/0/backBy").asString())
          .isEqualTo("CUSTOMER");
      assertThat(queue(desk.agent()).get("postponed")).isEmpty();

      postpone(desk, back, later(Duration.ofDays(2)), "").ok();
      desk.isEmpty();
      take(desk.agent(), OpenDesk.interaction(chat)).ok();
      var taken = desk.conversation("ACTIVE");
      assertThat(taken.at("/interactions/0/postponements/1/backBy").asString()).isEqualTo("AGENT");
      var activity = desk.agent().get("/api/activities/" + OpenDesk.interaction(chat)).ok().body();
      assertThat(activity.at("/activity/postponements")).hasSize(2);
    }
  }

  @Test
  void pulledMailsWaitInTheListAndOneOfTwoAgentsGetsOne() {
    pulled(90);
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en")).ready()) {
      comes("first", LAYLA, "My booking", "Can I change my flight?");
      Await.until(() -> queue(amal.agent()).get("waiting").size() == 1);
      comes("other", "omar@customer.example", "A refund", "Where is it?");
      Await.until(() -> queue(amal.agent()).get("waiting").size() == 2);
      var waiting = queue(amal.agent()).get("waiting");
      assertThat(waiting.valueStream().map(w -> w.at("/mail/subject").asString()))
          .containsExactly("My booking", "A refund");
      var arrived = Instant.parse(waiting.at("/0/mail/arrivedAt").asString());
      assertThat(Instant.parse(waiting.at("/0/due").asString()))
          .isEqualTo(arrived.plus(Duration.ofMinutes(90)));
      amal.isEmpty();
      sam.isEmpty();

      var wanted = waiting.at("/0/mail/interaction").asString();
      var answers =
          Stream.of(amal, sam)
              .map(desk -> CompletableFuture.supplyAsync(() -> take(desk.agent(), wanted)))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
      var winner = answers.getFirst().status() == 204 ? amal : sam;
      var loser = winner == amal ? sam : amal;
      assertThat(answers.get(winner == amal ? 1 : 0).problem()).isEqualTo("mail-gone");
      assertThat(texts(winner.conversation("ACTIVE"))).containsExactly("Can I change my flight?");
      loser.isEmpty();
      assertThat(queue(loser.agent()).get("all").asInt()).isEqualTo(1);
    }
  }

  @Test
  void whoServesNoMailsSeesAndTakesNone() {
    pulled(90);
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var boss = shop.supervisor("boss")) {
      comes("first", LAYLA, "My booking", "Can I change my flight?");
      Await.until(() -> queue(amal.agent()).get("waiting").size() == 1);
      var wanted = queue(amal.agent()).at("/waiting/0/mail/interaction").asString();
      var others = ChatWorkspace.fresh().agent("amal", "en");
      assertThat(take(others, wanted).status()).isEqualTo(404);
      assertThat(List.copyOf(queue(boss).get("waiting").valueStream().toList())).isEmpty();
    }
  }
}
