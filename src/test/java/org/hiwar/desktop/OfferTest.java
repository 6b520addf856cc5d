package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.offerNumber;

import java.time.Duration;
import org.hiwar.Requirement;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who is offered a chat, and what becomes of an offer that is not accepted.
@Tag("api")
class OfferTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  @Test
  @Requirement("S0-25")
  void aRejectedOfferGoesToTheNextAgentAndTheFirstIsNotReady() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var offered = amal.conversation("OFFERED");
      try (var sam = OpenDesk.of(shop.agent("sam", "en")).ready()) {
        sam.isEmpty();
        amal.verifyAction(
            () -> amal.agent().decline(interaction(offered), offerNumber(offered)).ok(),
            "not ready, and nothing offered",
            s ->
                s.get("conversations").isEmpty()
                    && s.at("/presence/reason").asString("").equals("DECLINED"));
        amal.presence("NOT_READY", "IDLE");
        var second = sam.conversation("OFFERED");
        assertThat(id(second)).isEqualTo(id(offered));
        assertThat(offerNumber(second)).isEqualTo(offerNumber(offered) + 1);
        assertThat(amal.agent().accept(interaction(offered), offerNumber(offered)).problem())
            .isEqualTo("offer-gone");
        sam.acceptOffer();
      }
    }
  }

  @Test
  void anOfferThatNobodyAnswersGoesToTheNextAgentAndTheFirstIsNotReady() {
    var hurried = ChatWorkspace.fresh(rules -> rules.offer(Duration.ofSeconds(5)));
    try (var amal = OpenDesk.of(hurried.agent("amal", "en")).ready();
        var visitor = hurried.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      amal.shows(
          "an answer not given",
          s ->
              s.at("/presence/reason").asString("").equals("NO_ANSWER")
                  && s.get("conversations").isEmpty());
      amal.presence("NOT_READY", "IDLE");
      var rana = hurried.supervisor("rana");
      reported(rana, 1, 0);
      try (var sam = OpenDesk.of(hurried.agent("sam", "en")).ready()) {
        sam.acceptOffer();
        amal.isEmpty();
        reported(rana, 0, 1);
        amal.presence("NOT_READY", "IDLE");
        amal.ready().presence("READY", "IDLE");
      }
    }
  }

  /// An offer that nobody answered is no answer: the customer was received once, and waits.
  private static void reported(AgentClient supervisor, int waiting, int answered) {
    Await.until(
        () -> {
          var line = supervisor.get("/api/service-reports").ok().body().at("/lines/0");
          return line.path("received").asInt(-1) == 1
              && line.path("waiting").asInt(-1) == waiting
              && line.path("answered").asInt(-1) == answered;
        });
  }

  @Test
  void anOfferIsWithdrawnWhenTheCustomerLeaves() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var offered = amal.conversation("OFFERED");
      visitor.end();
      amal.isEmpty();
      amal.presence("READY", "IDLE");
      assertThat(amal.agent().accept(interaction(offered), offerNumber(offered)).problem())
          .isEqualTo("offer-gone");
    }
  }

  @Test
  @Requirement("S0-33")
  void aChatAbandonedWhileWaitingIsKeptWithItsContact() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en"));
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Is anybody there?");
      visitor.end();
      await().until(() -> visitor.state().equals("ENDED"));
      var contact = amal.agent().get("/api/contacts").ok().body().at("/items/0/id").asString();
      await()
          .untilAsserted(
              () -> {
                var activity =
                    amal.agent()
                        .get("/api/contacts/" + contact + "/activities")
                        .ok()
                        .body()
                        .at("/items/0");
                assertThat(activity.get("outcome").asString("")).isEqualTo("ABANDONED");
                assertThat(activity.get("agent").isNull()).isTrue();
                assertThat(activity.get("firstText").asString()).isEqualTo("Is anybody there?");
              });
    }
  }

  @Test
  @Requirement("S0-33")
  void aWaitingCustomerWhosePageIsGoneHasLeft() {
    var impatient = ChatWorkspace.fresh(rules -> rules.abandonAfter(Duration.ofSeconds(1)));
    try (var amal = OpenDesk.of(impatient.agent("amal", "en"));
        var visitor = impatient.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      visitor.close();
      var contact = amal.agent().get("/api/contacts").ok().body().at("/items/0/id").asString();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  amal.agent()
                      .get("/api/contacts/" + contact + "/activities")
                      .ok()
                      .body()
                      .at("/items/0/outcome")
                      .asString("")
                      .equals("ABANDONED"));
      amal.ready().isEmpty();
    }
  }

  @Test
  @Requirement("S0-3")
  void aChatThatOneAgentHasIsNotTheOthers() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      await().until(() -> amal.conversation().isPresent() || sam.conversation().isPresent());
      var one = amal.conversation().isPresent() ? amal : sam;
      var other = one == amal ? sam : amal;
      var chat = one.acceptOffer();
      other.isEmpty();
      assertThat(other.agent().accept(interaction(chat), 1).status()).isBetween(404, 409);
      assertThat(
              other
                  .agent()
                  .say(id(chat), interaction(chat), java.util.UUID.randomUUID(), "mine")
                  .status())
          .isEqualTo(404);
      assertThat(other.agent().end(interaction(chat)).status()).isEqualTo(404);
      assertThat(other.agent().notes(interaction(chat), "mine", null).status()).isEqualTo(404);
      assertThat(other.agent().read(id(chat), 1).status()).isEqualTo(404);
      assertThat(other.agent().complete(id(chat), 1, null, "").status()).isEqualTo(404);
      one.conversation("ACTIVE");
    }
  }

  @Test
  void aChatIsOfferedToWhoSpeaksItsLanguage() {
    try (var sam = OpenDesk.of(shop.agent("sam", "en")).ready();
        var amal = OpenDesk.of(shop.agent("amal", "ar")).ready();
        var visitor = shop.visitor("ar")) {
      visitor.connect();
      visitor.say("مرحبا");
      amal.conversation("OFFERED");
      sam.isEmpty();
    }
  }

  @Test
  void aCustomerWhoComesBackIsOfferedToTheLastAgentFirst() {
    var loyal = ChatWorkspace.fresh(ChatWorkspace.Rules::prefersLastAgent);
    try (var amal = OpenDesk.of(loyal.agent("amal", "en")).ready();
        var visitor = loyal.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var first = amal.acceptOffer();
      visitor.end();
      amal.conversation("WRAP_UP");
      try (var sam = OpenDesk.of(loyal.agent("sam", "en")).ready()) {
        amal.agent().complete(id(first), 1, null, "").ok();
        amal.isEmpty();
        visitor.say("Me again");
        amal.conversation("OFFERED");
        sam.isEmpty();
      }
    }
  }
}
