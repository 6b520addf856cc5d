package org.hiwar.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.texts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hiwar.Requirement;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.Sending;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.IncomingPhoneCall;
import org.hiwar.floor.Floors;
import org.hiwar.floor.core.Command;
import org.hiwar.testchannel.TestChannel;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServicePromise;
import org.hiwar.workspace.ServicePromiseStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.hours.CentreHours;
import org.hiwar.workspace.hours.Holidays;
import org.hiwar.workspace.hours.Hours;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// One conversation by every channel: what comes in by an account, what agents write by it, and how
/// that stands, through inbox, floor, desk and outbox. The provider is played by the test.
@Tag("api")
class ChannelLifeTest {
  private static final String PETRA = "+4915112345678";
  private static final String REFUSED = "this one is refused";

  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final TestChannel channel = RunningHiwar.bean(TestChannel.class);
  private final Account account = account("Orders by test", "+4915550000001", null);

  private Account account(String name, String address, @Nullable String language) {
    var made =
        new Account(
            shop.workspace(),
            new AccountId(TestDatabase.ids().next()),
            TestChannel.NAME,
            name,
            address,
            ServiceId.of(shop.service()),
            language,
            Map.of(),
            true,
            1);
    assertThat(RunningHiwar.bean(AccountStore.class).add(made)).isTrue();
    return made;
  }

  private void comesIn(String body) {
    RunningHiwar.bean(Inbox.class)
        .keep(account, UUID.randomUUID().toString(), body.getBytes(UTF_8))
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  private void customer(String text) {
    comesIn("message|" + UUID.randomUUID() + "|" + PETRA + "|Petra|" + text);
  }

  private Stream<Outgoing> sent(JsonNode conversation) {
    return channel.sent.stream()
        .filter(out -> out.conversation().toString().equals(id(conversation)));
  }

  /// From now on; it opens on no day.
  private void close(ServicePromise.Closed said) {
    var never = new Hours(Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    var hours = new CentreHours(ZoneOffset.UTC, List.of(never), Holidays.NONE);
    RunningHiwar.bean(ServicePromiseStore.class)
        .set(
            shop.workspace(),
            ServiceId.of(shop.service()),
            new ServicePromise(hours, said, Duration.ofDays(1), 80, Duration.ofSeconds(20)));
  }

  @Test
  void whoWritesToAClosedServiceIsToldOnceAndWaits() {
    close(new ServicePromise.Closed("We are closed. " + shop.slug(), "نحن مغلقون."));
    var said = "نحن مغلقون.\nWe are closed. " + shop.slug();
    try (var desk = OpenDesk.of(shop.agent("amal", "en"))) {
      customer("Where is my parcel?");
      Await.until(() -> channel.sent.stream().anyMatch(out -> out.text().equals(said)));
      customer("Hello?");
      desk.ready();
      desk.shows("all", s -> texts(s.at("/conversations/0")).contains("Hello?"));
      var offered = desk.conversation("OFFERED");
      assertThat(offered.get("interactions").size()).isEqualTo(1);
      assertThat(texts(offered)).containsExactly("Where is my parcel?", said, "Hello?");
    }
  }

  @Test
  void whatCustomersAndAgentsChangeOnAChannelIsShownAsEditedInItsPlace() {
    var first = UUID.randomUUID().toString();
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      comesIn("message|" + first + "|" + PETRA + "|Petra|At five");
      var chat = desk.acceptOffer();
      var messages = "/api/conversations/" + id(chat) + "/messages/";
      comesIn("change|" + first + ":1|" + PETRA + "|Petra|At six|" + first);
      desk.shows("changed", s -> texts(s.at("/conversations/0")).equals(List.of("At six")));
      assertThat(desk.state().at("/conversations/0/messages/0/changedAt").isNull()).isFalse();
      assertThat(desk.agent().get(messages + "1/earlier").ok().body().at("/0/text").asString())
          .isEqualTo("At five");
      comesIn("change|" + first + ":2|" + PETRA + "|Petra|At ten|never seen");
      desk.shows("by itself", s -> texts(s.at("/conversations/0")).contains("changed: At ten"));

      var interaction = chat.at("/interactions/0/id").asString();
      desk.agent().say(id(chat), interaction, UUID.randomUUID(), "On its way").ok();
      desk.shows("sent", s -> delivery(s, 2).equals("SENT"));
      var refused = Map.of("text", "No", "mentions", List.of());
      assertThat(desk.agent().send("PUT", messages + "3", refused).problem())
          .isEqualTo("change-refused");
      var better = Map.of("text", "Here it comes", "mentions", List.of());
      desk.agent().send("PUT", messages + "3", better).ok();
      desk.shows("reworded", s -> texts(s.at("/conversations/0")).contains("Here it comes"));
      desk.agent().send("DELETE", messages + "3", null).ok();
      desk.shows("gone", s -> s.at("/conversations/0/messages/2/withdrawn").asBoolean());
      var out = "out-" + sent(chat).findFirst().orElseThrow().id() + " ";
      assertThat(channel.reworded).contains(out + "Here it comes", out + "null");
    }
  }

  @Test
  @Requirement({"S0-41", "S0-53", "S0-87"})
  void aChannelThatNobodyKnowsOfGoesFromEndToEnd() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      customer("Where is my parcel?");
      var offered = desk.conversation("OFFERED");
      assertThat(offered.at("/contact/name").asString()).isEqualTo("Petra");
      var chat = desk.acceptOffer();
      var interaction = chat.at("/interactions/0");
      assertThat(interaction.get("channel").asString()).isEqualTo(TestChannel.NAME);
      assertThat(interaction.get("party").asString()).isEqualTo(PETRA);
      assertThat(interaction.at("/account/name").asString()).isEqualTo("Orders by test");
      assertThat(chat.at("/messages/0/writtenAt").isNull()).isFalse();

      desk.agent()
          .say(id(chat), interaction.get("id").asString(), UUID.randomUUID(), "On its way")
          .ok();
      desk.shows("sent", s -> delivery(s, 1).equals("SENT"));
      var out = sent(chat).findFirst().orElseThrow();
      assertThat(out.to()).isEqualTo(PETRA);
      comesIn("receipt|out-" + out.id() + "|DELIVERED|");
      desk.shows("delivered", s -> delivery(s, 1).equals("DELIVERED"));
      assertThat(desk.window().events("deliveryChanged")).isNotEmpty();

      customer("Thank you");
      desk.shows("the reply", s -> texts(s.at("/conversations/0")).contains("Thank you"));
      desk.agent().end(interaction.get("id").asString()).ok();
      desk.conversation("WRAP_UP");
      desk.agent().complete(id(chat), 3, null, "").ok();
      desk.isEmpty();
      var activities = activities(desk, chat);
      assertThat(activities.get("items").size()).isEqualTo(1);
      assertThat(activities.at("/items/0/channel").asString()).isEqualTo(TestChannel.NAME);
      var detail =
          desk.agent().get("/api/activities/" + interaction.get("id").asString()).ok().body();
      assertThat(detail.at("/messages/1/delivery/state").asString()).isEqualTo("DELIVERED");
    }
  }

  @Test
  @Requirement({"S0-8", "S0-19", "S0-82", "S0-85", "S0-87", "S0-88"})
  void anAgentWritesDuringACallAndGoesOnAfterIt() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      floor(new Command.DeviceReady(user(desk)));
      var call = call();
      var talk = desk.acceptOffer();
      var wrote = write(desk, id(talk), null, null, "The summary follows.").ok().body();
      assertThat(wrote.get("conversation").asString()).isEqualTo(id(talk));
      desk.shows(
          "two interactions, both active",
          s -> states(s).equals(List.of("ACTIVE", "ACTIVE")) && delivery(s, 0).equals("SENT"));
      assertThat(sent(talk).map(Outgoing::text)).containsExactly("The summary follows.");
      customer("Got it");
      desk.shows(
          "the reply to the same agent", s -> texts(s.at("/conversations/0")).contains("Got it"));
      assertThat(desk.state().get("conversations").size()).isEqualTo(1);

      floor(new Command.Leave(new org.hiwar.floor.core.WorkId(call.interaction().value())));
      desk.shows(
          "the call is over and the text goes on",
          s -> states(s).equals(List.of("WRAP_UP", "ACTIVE")));
      assertThat(desk.state().at("/conversations/0/state").asString()).isEqualTo("ACTIVE");
      write(desk, id(talk), null, null, "All is settled now.").ok();
      desk.shows("sent, too", s -> sent(talk).count() == 2 && delivery(s, 2).equals("SENT"));
      desk.agent().end(wrote.get("interaction").asString()).ok();
      desk.conversation("WRAP_UP");
      desk.agent().complete(id(talk), 3, null, "settled").ok();
      desk.isEmpty();

      var after = write(desk, id(talk), null, null, "One thing more.").ok().body();
      assertThat(after.get("conversation").asString()).isNotEqualTo(id(talk));
      var again = desk.conversation("ACTIVE");
      assertThat(again.at("/contact/id")).isEqualTo(talk.at("/contact/id"));
    }
  }

  @Test
  @Requirement({"S0-21", "S0-85"})
  void oneCompleteEndsTheTextsThatAreStillOpenButNoCall() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      floor(new Command.DeviceReady(user(desk)));
      var call = call();
      var talk = desk.acceptOffer();
      var text = write(desk, id(talk), null, null, "The summary follows.").ok().body();
      desk.shows("sent", s -> delivery(s, 0).equals("SENT"));
      assertThat(desk.agent().complete(id(talk), 1, null, "").problem()).isEqualTo("still-live");
      desk.shows("both go on", s -> states(s).equals(List.of("ACTIVE", "ACTIVE")));

      floor(new Command.Leave(new org.hiwar.floor.core.WorkId(call.interaction().value())));
      desk.shows("the call is over", s -> states(s).equals(List.of("WRAP_UP", "ACTIVE")));
      assertThat(desk.agent().complete(id(talk), 0, null, "").problem()).isEqualTo("new-message");
      desk.agent().complete(id(talk), 1, shop.resolved(), "settled").ok();
      desk.isEmpty();
      var detail =
          desk.agent().get("/api/activities/" + text.get("interaction").asString()).ok().body();
      assertThat(detail.at("/activity/notes").asString()).isEqualTo("settled");
      desk.agent().complete(id(talk), 1, shop.resolved(), "settled").ok();

      customer("One thing more");
      var again = desk.acceptOffer();
      assertThat(id(again)).isNotEqualTo(id(talk));
      assertThat(contact(again)).isEqualTo(contact(talk));
    }
  }

  /// Either the agent is told of the message and has not completed, or it begins a conversation of
  /// its own.
  @Test
  @Requirement("S0-34")
  void nothingIsLostWhenTheCustomerWritesWhileTheAgentCompletes() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      customer("0");
      var chat = desk.acceptOffer();
      for (int round = 1; round <= 12; round++) {
        var words = Integer.toString(round);
        long seen = chat.get("lastSeq").asLong();
        var id = id(chat);
        var completed =
            CompletableFuture.supplyAsync(() -> desk.agent().complete(id, seen, null, ""));
        customer(words);
        var answer = completed.orTimeout(60, TimeUnit.SECONDS).join();
        if (answer.problem().equals("new-message")) {
          desk.shows("in the old one", s -> texts(s.at("/conversations/0")).contains(words));
          chat = desk.state().at("/conversations/0");
          assertThat(id(chat)).isEqualTo(id);
        } else {
          answer.ok();
          chat = desk.acceptOffer();
          assertThat(id(chat)).isNotEqualTo(id);
          assertThat(texts(chat)).containsExactly(words);
        }
      }
    }
  }

  @Test
  @Requirement({"S0-33", "S0-87"})
  void whatFailsIsShownAndTriedAgainWhenTheAgentAsks() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      var refusing = new java.util.concurrent.atomic.AtomicBoolean(true);
      channel.provider =
          out ->
              out.text().equals(REFUSED) && refusing.get()
                  ? new Sending.Refused("blocked", "no")
                  : TestChannel.taken(out);
      var wrote = write(desk, null, null, PETRA, REFUSED).ok().body();
      desk.shows("it failed", s -> delivery(s, 0).equals("FAILED blocked"));
      var detail =
          desk.agent().get("/api/activities/" + wrote.get("interaction").asString()).ok().body();
      assertThat(detail.at("/messages/0/delivery/failure").asString()).isEqualTo("blocked");
      refusing.set(false);
      var retry = "/api/messages/" + wrote.get("conversation").asString() + "/1/retry";
      desk.agent().send("POST", retry, null).ok();
      desk.shows("sent after all", s -> delivery(s, 0).equals("SENT"));
      assertThat(desk.agent().send("POST", retry, null).problem()).isEqualTo("not-failed");
    }
  }

  @Test
  void theSameMessageAskedForTwiceIsWrittenOnce() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      var id = UUID.randomUUID();
      var first = write(desk, id, null, null, PETRA, "Once").ok().body();
      var second = write(desk, id, null, null, PETRA, "Once").ok().body();
      assertThat(second).isEqualTo(first);
      var chat = desk.conversation("ACTIVE");
      assertThat(texts(chat)).containsExactly("Once");
      Await.until(() -> sent(chat).count() == 1);
      write(desk, null, contact(chat), null, "Twice").ok();
      desk.shows(
          "in the same interaction",
          s -> texts(s.at("/conversations/0")).equals(List.of("Once", "Twice")));
      assertThat(desk.state().at("/conversations/0/interactions").size()).isEqualTo(1);
    }
  }

  @Test
  @Requirement({"S0-39", "S0-51"})
  void everyWayToACustomerIsShownWithWhatIsInItsWay() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      customer("hello");
      var chat = desk.acceptOffer();
      var way = reach(desk, chat).get(0);
      assertThat(way.get("hindrance").isNull()).isTrue();
      assertThat(way.get("live").asString()).isEqualTo(chat.at("/interactions/0/id").asString());
      assertThat(way.get("preferred").asBoolean()).isTrue();
      assertThat(way.at("/address/value").asString()).isEqualTo(PETRA);

      var optOut = "/api/contacts/" + contact(chat) + "/opt-outs/test/" + PETRA.replace("+", "%2B");
      desk.agent().send("PUT", optOut, null).ok();
      assertThat(reach(desk, chat).get(0).get("hindrance").asString()).isEqualTo("opted-out");
      assertThat(write(desk, id(chat), null, null, "an offer").problem()).isEqualTo("opted-out");
      var known = desk.agent().get("/api/contacts/" + contact(chat)).ok().body();
      assertThat(known.at("/optOuts/0/channel").asString()).isEqualTo("test");
      desk.agent().send("DELETE", optOut, null).ok();
      write(desk, id(chat), null, null, "welcome back").ok();

      assertThat(write(desk, null, null, "no number", "x").problem()).isEqualTo("invalid-address");
      assertThat(write(desk, null, null, "+493012345678", "x").problem()).isEqualTo("landline");
      assertThat(write(desk, id(chat), null, null, "x".repeat(1_001)).problem())
          .isEqualTo("too-long");
      var nobody = write(desk, null, null, null, "x");
      assertThat(nobody.problem()).isEqualTo("no-address");
    }
  }

  /// Every way out: what is begun, what goes on, what is tried again; one channel at a time.
  @Test
  @Requirement("S0-51")
  void whoHasOptedOutOfAChannelGetsNothingByItAndAllByTheOthersUntilTheyAreBack() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("on the page");
      var chat = desk.acceptOffer();
      var page = chat.at("/interactions/0/id").asString();
      var wrote = write(desk, id(chat), null, PETRA, "1").ok().body();
      desk.shows("the first is sent", s -> delivery(s, 1).equals("SENT"));
      var optOut = "/api/contacts/" + contact(chat) + "/opt-outs/test/" + PETRA.replace("+", "%2B");
      desk.agent().send("PUT", optOut, null).ok();

      assertThat(write(desk, id(chat), null, PETRA, "2").problem()).isEqualTo("opted-out");
      assertThat(write(desk, null, contact(chat), PETRA, "2").problem()).isEqualTo("opted-out");
      assertThat(write(desk, null, null, PETRA, "2").problem()).isEqualTo("opted-out");
      var text = wrote.get("interaction").asString();
      desk.agent().say(id(chat), text, UUID.randomUUID(), "2").ok();
      desk.shows("it is not sent", s -> delivery(s, 2).equals("FAILED opted-out"));
      var retry = "/api/messages/" + id(chat) + "/3/retry";
      desk.agent().send("POST", retry, null).ok();
      desk.shows("nor when it is tried again", s -> delivery(s, 2).equals("FAILED opted-out"));
      desk.agent().say(id(chat), page, UUID.randomUUID(), "3, on the page").ok();
      Await.until(() -> visitor.heard("message").toString().contains("3, on the page"));
      assertThat(sent(chat).map(Outgoing::text)).containsExactly("1");

      desk.agent().send("DELETE", optOut, null).ok();
      desk.agent().send("POST", retry, null).ok();
      desk.shows("it is sent now", s -> delivery(s, 2).equals("SENT"));
      assertThat(sent(chat).map(Outgoing::text)).containsExactly("1", "2");
    }
  }

  @Test
  @Requirement("S0-50")
  void theChannelThatACustomerPrefersIsSuggestedWhereNothingGoesOn() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      customer("hello");
      var chat = desk.acceptOffer();
      desk.agent().end(chat.at("/interactions/0/id").asString()).ok();
      desk.conversation("WRAP_UP");
      desk.agent().complete(id(chat), 1, null, "").ok();
      desk.isEmpty();
      var contact = "/api/contacts/" + contact(chat);
      assertThat(preferred(desk, contact)).isEmpty();
      long version = desk.agent().get(contact).ok().body().get("version").asLong();
      var wish = Map.of("channel", TestChannel.NAME, "version", version);
      var saved = desk.agent().send("PUT", contact + "/preferred-channel", wish).ok().body();
      assertThat(saved.get("preferredChannel").asString()).isEqualTo(TestChannel.NAME);
      assertThat(preferred(desk, contact)).containsExactly(TestChannel.NAME);
      assertThat(desk.agent().send("PUT", contact + "/preferred-channel", wish).problem())
          .isEqualTo("changed");
      var unknown = Map.of("channel", "pigeon", "version", version + 1);
      assertThat(desk.agent().send("PUT", contact + "/preferred-channel", unknown).problem())
          .isEqualTo("unknown-channel");
    }
  }

  private static List<String> preferred(OpenDesk desk, String contact) {
    return desk.agent()
        .get(contact + "/reach")
        .ok()
        .body()
        .valueStream()
        .filter(way -> way.get("preferred").asBoolean())
        .map(way -> way.get("channel").asString())
        .distinct()
        .toList();
  }

  @Test
  void whoeverSpeaksALanguageIsWrittenToByTheAccountInIt() {
    account("Bestellungen", "+4915550000002", "de");
    account("الطلبات", "+4915550000003", "ar");
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      customer("مرحبا");
      var chat = desk.acceptOffer();
      var contact = desk.agent().get("/api/contacts/" + contact(chat)).ok().body();
      var named = new HashMap<String, @Nullable Object>();
      named.put("name", "بترا");
      named.put("language", "ar");
      named.put("version", contact.get("version").asLong());
      desk.agent().send("PATCH", "/api/contacts/" + contact(chat), named).ok();
      assertThat(
              reach(desk, chat)
                  .valueStream()
                  .filter(way -> way.get("channel").asString().equals(TestChannel.NAME))
                  .map(way -> way.at("/account/name").asString()))
          .containsExactly("الطلبات", "Orders by test", "Bestellungen");
    }
  }

  @Test
  @Requirement({"S0-18", "S0-20", "S0-58"})
  void everythingOfACustomerIsUnderOneContact() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      floor(new Command.DeviceReady(user(desk)));
      var call = call();
      var talk = desk.acceptOffer();
      floor(new Command.Leave(new org.hiwar.floor.core.WorkId(call.interaction().value())));
      desk.conversation("WRAP_UP");
      desk.agent().complete(id(talk), 0, null, "").ok();
      desk.isEmpty();
      customer("and by text");
      var chat = desk.acceptOffer();
      assertThat(id(chat)).isNotEqualTo(id(talk));
      assertThat(contact(chat)).isEqualTo(contact(talk));
      var items = activities(desk, chat).get("items");
      assertThat(items.valueStream().map(a -> a.get("channel").asString()))
          .containsExactly(TestChannel.NAME, Calls.CHANNEL);
    }
  }

  /// One line of time of everything said and done; and each by its channel.
  @Test
  @Requirement({"S0-42", "S0-43"})
  void theTimelineMergesTheChannelsAndActivitiesAreReadByChannel() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      floor(new Command.DeviceReady(user(desk)));
      visitor.connect();
      visitor.say("1, on the page");
      var chat = desk.acceptOffer();
      var onPage = chat.at("/interactions/0/id").asString();
      write(desk, id(chat), null, PETRA, "2, by text").ok();
      desk.shows("the text", s -> texts(s.at("/conversations/0")).contains("2, by text"));
      visitor.say("3, on the page again");
      desk.shows("on the page", s -> s.at("/conversations/0/lastSeq").asLong() == 3);
      call();
      ringing(desk);
      customer("4, by text");
      var shown = desk.shows("all", s -> s.at("/conversations/0/lastSeq").asLong() == 4);
      var whole = shown.at("/conversations/0");
      desk.agent().say(id(whole), onPage, UUID.randomUUID(), "5, on the page").ok();
      var all =
          desk.shows("the last", s -> s.at("/conversations/0/lastSeq").asLong() == 5)
              .at("/conversations/0");
      assertThat(texts(all))
          .containsExactly(
              "1, on the page",
              "2, by text",
              "3, on the page again",
              "4, by text",
              "5, on the page");
      assertThat(all.get("interactions").valueStream().map(i -> i.get("channel").asString()))
          .containsExactly("web", TestChannel.NAME, Calls.CHANNEL);
      assertThat(channels(desk, chat, "")).containsExactly(Calls.CHANNEL, TestChannel.NAME, "web");
      assertThat(channels(desk, chat, "?channel=" + TestChannel.NAME))
          .containsExactly(TestChannel.NAME);
      assertThat(channels(desk, chat, "?channel=email")).isEmpty();
    }
  }

  /// The call of the same customer rings at the agent, who has the conversation.
  private static void ringing(OpenDesk desk) {
    var offered =
        desk.shows("it rings", s -> states(s).equals(List.of("ACTIVE", "ACTIVE", "OFFERED")));
    var call = offered.at("/conversations/0/interactions/2");
    desk.agent().accept(call.get("id").asString(), call.at("/offer/number").asInt()).ok();
    desk.shows("all active", s -> states(s).equals(List.of("ACTIVE", "ACTIVE", "ACTIVE")));
  }

  private static List<String> channels(OpenDesk desk, JsonNode chat, String query) {
    return desk.agent()
        .get("/api/contacts/" + contact(chat) + "/activities" + query)
        .ok()
        .body()
        .get("items")
        .valueStream()
        .map(activity -> activity.get("channel").asString())
        .toList();
  }

  /// Whoever sits at a page is shown what was said there, and nothing else of the customer.
  @Test
  @Requirement("S0-18")
  void whatIsSaidByAnotherChannelIsNotShownOnThePage() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello from the page");
      var chat = desk.acceptOffer();
      desk.agent()
          .send(
              "POST",
              "/api/contacts/" + contact(chat) + "/addresses",
              Map.of("kind", "PHONE", "value", PETRA))
          .ok();
      customer("secret by text");
      var offered =
          desk.shows("the text rings", s -> states(s).equals(List.of("ACTIVE", "OFFERED")));
      var text = offered.at("/conversations/0/interactions/1");
      desk.agent().accept(text.get("id").asString(), text.at("/offer/number").asInt()).ok();
      desk.shows("both active", s -> states(s).equals(List.of("ACTIVE", "ACTIVE")));
      write(desk, id(chat), null, null, "secret answer").ok();
      desk.agent()
          .say(id(chat), chat.at("/interactions/0/id").asString(), UUID.randomUUID(), "on the page")
          .ok();
      Await.until(() -> visitor.heard("message").toString().contains("on the page"));
      assertThat(visitor.heard("message").toString()).doesNotContain("secret");
    }
  }

  private static String contact(JsonNode conversation) {
    return conversation.at("/contact/id").asString();
  }

  private JsonNode reach(OpenDesk desk, JsonNode chat) {
    return desk.agent()
        .get("/api/contacts/" + contact(chat) + "/reach?conversation=" + id(chat))
        .ok()
        .body();
  }

  private static JsonNode activities(OpenDesk desk, JsonNode chat) {
    return desk.agent().get("/api/contacts/" + contact(chat) + "/activities").ok().body();
  }

  private Answer write(
      OpenDesk desk,
      @Nullable String conversation,
      @Nullable String contact,
      @Nullable String to,
      String text) {
    return write(desk, UUID.randomUUID(), conversation, contact, to, text);
  }

  private Answer write(
      OpenDesk desk,
      UUID id,
      @Nullable String conversation,
      @Nullable String contact,
      @Nullable String to,
      String text) {
    var body = new HashMap<String, @Nullable Object>();
    body.put("id", id);
    body.put("conversation", conversation);
    body.put("contact", contact);
    body.put("channel", TestChannel.NAME);
    body.put("to", to);
    body.put("text", text);
    body.put("files", List.of());
    return desk.agent().send("POST", "/api/messages", body);
  }

  /// State and failure of a message on the desk; empty: it is not shown, or goes nowhere.
  private static String delivery(JsonNode state, int message) {
    var delivery = state.at("/conversations/0/messages/" + message + "/delivery");
    if (delivery.isMissingNode() || delivery.isNull()) return "";
    var failure = delivery.get("failure");
    return delivery.get("state").asString() + (failure.isNull() ? "" : " " + failure.asString());
  }

  private static List<String> states(JsonNode state) {
    return state
        .at("/conversations/0/interactions")
        .valueStream()
        .map(i -> i.get("state").asString())
        .toList();
  }

  private Arrival call() {
    var calls = RunningHiwar.bean(Calls.class);
    var call = new IncomingPhoneCall(shop.voice(), PETRA, "+4930901820", "en", Instant.now());
    var arrival = calls.arrive(shop.workspace(), call, _ -> List.of());
    calls.announce(shop.workspace(), arrival);
    return arrival;
  }

  private void floor(Command command) {
    RunningHiwar.bean(Floors.class).submit(shop.workspace(), command, "").join();
  }

  private static UserId user(OpenDesk desk) {
    return UserId.of(desk.agent().id());
  }
}
