package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.Requirement;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.sms.simulator.SmscSimulator;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.HostileTexts;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServiceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Text messages from a telephone to an agent's desk and back, over SMPP.
@Tag("api")
class SmsLifeTest {
  private static final String OURS = "+963112233445";
  private static final String CUSTOMER = "+963944555666";

  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final SmscSimulator centre = SmscSimulator.start("hiwar", "secret");
  private final AccountStore accounts = RunningHiwar.bean(AccountStore.class);
  private final AccountId account = new AccountId(TestDatabase.ids().next());

  @BeforeEach
  void connect() {
    var settings =
        Map.of(
            "provider", "smpp",
            "host", "127.0.0.1",
            "port", Integer.toString(centre.port()),
            "systemId", "hiwar",
            "password", "secret");
    assertThat(
            accounts.add(
                new Account(
                    shop.workspace(),
                    account,
                    "sms",
                    "Orders by SMS",
                    OURS,
                    ServiceId.of(shop.service()),
                    null,
                    settings,
                    true,
                    1)))
        .isTrue();
    Await.until(() -> centre.sessions() == 1);
  }

  @AfterEach
  void disconnect() {
    accounts.remove(shop.workspace(), account);
    Await.until(() -> centre.sessions() == 0);
    centre.close();
  }

  private static List<String> deliveries(JsonNode conversation) {
    return conversation
        .get("messages")
        .valueStream()
        .map(message -> message.at("/delivery/state").asString(""))
        .filter(state -> !state.isEmpty())
        .toList();
  }

  @Test
  @Requirement({"S0-46", "S0-87"})
  void aTextMessageReachesTheDeskAndItsAnswerTheTelephone() {
    var question = "مرحبا 😀، أين طلبي؟ ".repeat(12).strip();
    var answer = "It leaves today, {order} [7] for 20 €. ".repeat(9).strip();
    centre.sendReceipts();
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      assertThat(centre.send(CUSTOMER, OURS, question)).isTrue();

      var chat = desk.acceptOffer();
      assertThat(texts(chat)).containsExactly(question);
      assertThat(chat.at("/interactions/0/channel").asString()).isEqualTo("sms");
      assertThat(chat.at("/interactions/0/party").asString()).isEqualTo(CUSTOMER);

      desk.window().writes(id(chat), interaction(chat), UUID.randomUUID(), answer);
      desk.shows(
          "delivered", s -> deliveries(s.at("/conversations/0")).equals(List.of("DELIVERED")));
      assertThat(centre.received())
          .singleElement()
          .satisfies(one -> assertThat(one.text()).isEqualTo(answer))
          .satisfies(one -> assertThat(one.to()).isEqualTo(CUSTOMER));
    }
  }

  @Test
  @Requirement({"S0-19", "S0-87"})
  void whatTheCustomerWritesNextJoinsTheConversationOfThisAgent() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      assertThat(centre.send(CUSTOMER, OURS, "hello")).isTrue();
      var chat = desk.acceptOffer();
      assertThat(centre.send(CUSTOMER, OURS, "are you there?")).isTrue();
      desk.shows(
          "both", s -> texts(s.at("/conversations/0")).equals(List.of("hello", "are you there?")));

      desk.agent().end(interaction(chat)).ok();
      assertThat(centre.send(CUSTOMER, OURS, "one more thing")).isTrue();
      desk.shows(
          "a second interaction of the same conversation",
          s ->
              s.get("conversations").size() == 1
                  && id(s.at("/conversations/0")).equals(id(chat))
                  && s.at("/conversations/0/interactions").size() == 2);
    }
  }

  @Test
  void aGuestAnswersFromTheSameNumberUnderTheirOwnName() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en"))) {
      assertThat(centre.send(CUSTOMER, OURS, "hello")).isTrue();
      var chat = amal.acceptOffer();
      GuestLifeTest.invite(amal, interaction(chat), sam).ok();
      GuestLifeTest.joins(sam);
      sam.window().writes(id(chat), interaction(chat), UUID.randomUUID(), "Sam here.");
      var shown =
          amal.shows(
              "what the guest has sent",
              s -> deliveries(s.at("/conversations/0")).equals(List.of("SENT")));
      assertThat(shown.at("/conversations/0/messages/1/text").asString()).isEqualTo("Sam here.");
      assertThat(shown.at("/conversations/0/messages/1/author/id").asString())
          .isEqualTo(sam.agent().id());
      assertThat(shown.at("/conversations/0/interactions")).hasSize(1);
      assertThat(centre.received())
          .singleElement()
          .satisfies(one -> assertThat(one.text()).isEqualTo("Sam here."))
          .satisfies(one -> assertThat("+" + one.from()).isEqualTo(OURS))
          .satisfies(one -> assertThat(one.to()).isEqualTo(CUSTOMER));
    }
  }

  @Test
  @Requirement("S0-87")
  void aMessageThatDoesNotArriveSaysSo() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      assertThat(centre.send(CUSTOMER, OURS, "hello")).isTrue();
      var chat = desk.acceptOffer();
      desk.window().writes(id(chat), interaction(chat), UUID.randomUUID(), "It leaves today.");
      Await.until(() -> !centre.received().isEmpty());
      var id = centre.received().getFirst().ids().getFirst();
      assertThat(centre.receipt(id, CUSTOMER, OURS, "UNDELIV")).isTrue();

      desk.shows(
          "failed, and why",
          s ->
              s.at("/conversations/0/messages")
                  .valueStream()
                  .anyMatch(
                      one ->
                          one.at("/delivery/state").asString("").equals("FAILED")
                              && one.at("/delivery/failure").asString("").equals("undeliverable")));
    }
  }

  @Test
  void whateverCharactersATelephoneSendsAreShownAsTheyAre() {
    var hostile = List.of(HostileTexts.SCRIPT, HostileTexts.TURNED, HostileTexts.TALL);
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      for (var text : hostile) assertThat(centre.send(CUSTOMER, OURS, text)).isTrue();
      desk.acceptOffer();
      desk.shows("all of them", s -> texts(s.at("/conversations/0")).equals(hostile));
    }
  }
}
