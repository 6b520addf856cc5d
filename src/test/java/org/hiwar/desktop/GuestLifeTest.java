package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.Map;
import java.util.UUID;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.VisitorClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What agents see when one asks another into what is written with a customer.
@Tag("api")
class GuestLifeTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  private static JsonNode chats(VisitorClient visitor, OpenDesk desk) {
    visitor.connect();
    visitor.say("Hello");
    return desk.acceptOffer();
  }

  private static String path(String interaction, String what) {
    return "/api/interactions/" + interaction + "/" + what;
  }

  private static String guest(String interaction, OpenDesk guest) {
    return path(interaction, "guests/" + guest.agent().id());
  }

  static Answer invite(OpenDesk host, String interaction, OpenDesk guest) {
    return host.agent()
        .send(
            "POST",
            path(interaction, "guests"),
            Map.of("colleague", guest.agent().id(), "note", "Look at the invoice"));
  }

  static JsonNode joins(OpenDesk guest) {
    var asked = guest.conversation("OFFERED");
    guest.agent().send("POST", path(interaction(asked), "join"), null).ok();
    return guest.conversation("ACTIVE");
  }

  private static void leaves(OpenDesk guest, String interaction) {
    guest.agent().send("POST", path(interaction, "leave"), null).ok();
  }

  /// Why the last conversation has left the desk; empty where the agent knows that themselves.
  static String farewell(OpenDesk desk) {
    return desk.window().events("conversationRemoved").getLast().get("why").asString("");
  }

  private static String why(JsonNode state) {
    return state.at("/conversations/0/interactions/0/participants/0/why").asString("");
  }

  private static String state(JsonNode conversation) {
    return conversation.at("/interactions/0/state").asString();
  }

  @Test
  void aColleagueIsAskedWithANoteJoinsReadsAllAndWritesAsThemselves() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en"));
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      invite(amal, interaction(chat), sam).ok();
      var asked = sam.conversation("OFFERED");
      assertThat(asked.get("guest").asBoolean()).isTrue();
      assertThat(state(asked)).isEqualTo("INVITED");
      assertThat(asked.at("/interactions/0/host/id").asString()).isEqualTo(amal.agent().id());
      assertThat(asked.at("/interactions/0/participants/0/note").asString())
          .isEqualTo("Look at the invoice");
      assertThat(asked.at("/interactions/0/participants/0/until").isNull()).isFalse();
      sam.presence("NOT_READY", "RINGING");
      var joined = joins(sam);
      assertThat(id(joined)).isEqualTo(id(chat));
      assertThat(state(joined)).isEqualTo("GUEST");
      assertThat(texts(joined)).contains("Hello");
      amal.shows(
          "who is in it",
          s ->
              !s.at("/conversations/0/interactions/0/participants/0/joinedAt").isNull()
                  && s.at("/conversations/0/interactions/0/participants/0/agent/id")
                      .asString()
                      .equals(sam.agent().id()));
      sam.agent().say(id(chat), interaction(chat), UUID.randomUUID(), "I am Sam").ok();
      Await.until(
          () ->
              visitor.heard("message").stream()
                  .anyMatch(one -> one.path("text").asString("").equals("I am Sam")));
      amal.shows("what a guest says", s -> texts(s.at("/conversations/0")).contains("I am Sam"));
      visitor.say("Thanks, both of you");
      sam.shows(
          "what is said to all",
          s -> texts(s.at("/conversations/0")).contains("Thanks, both of you"));
      amal.shows(
          "what is said to all",
          s -> texts(s.at("/conversations/0")).contains("Thanks, both of you"));
    }
  }

  @Test
  void whatAGuestHasReadIsTheirOwn() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en"));
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      invite(amal, interaction(chat), sam).ok();
      joins(sam);
      visitor.say("And this?");
      var shown =
          sam.shows("the message", s -> texts(s.at("/conversations/0")).contains("And this?"));
      long last = shown.at("/conversations/0/lastSeq").asLong();
      assertThat(shown.at("/conversations/0/readSeq").asLong()).isLessThan(last);
      sam.agent().read(id(chat), last).ok();
      sam.shows("read by Sam", s -> s.at("/conversations/0/readSeq").asLong() == last);
      amal.verify();
      assertThat(amal.state().at("/conversations/0/readSeq").asLong()).isLessThan(last);
      visitor.say("Hello?");
      amal.shows("one more", s -> s.at("/conversations/0/lastSeq").asLong() == last + 1);
      amal.agent().read(id(chat), last + 1).ok();
      amal.shows("read by Amal", s -> s.at("/conversations/0/readSeq").asLong() == last + 1);
      sam.shows("one more", s -> s.at("/conversations/0/lastSeq").asLong() == last + 1);
      assertThat(sam.state().at("/conversations/0/readSeq").asLong()).isEqualTo(last);
    }
  }

  @Test
  void whoDeclinesOrDoesNotComeInWritesNothingAndTheHostSeesWhy() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en"));
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      invite(amal, interaction(chat), sam).ok();
      sam.conversation("OFFERED");
      var said = sam.agent().say(id(chat), interaction(chat), UUID.randomUUID(), "Too early");
      assertThat(said.status()).isEqualTo(404);
      leaves(sam, interaction(chat));
      sam.isEmpty();
      assertThat(farewell(sam)).isEmpty();
      amal.shows("that Sam does not come", s -> why(s).equals("DECLINED"));
      assertThat(sam.agent().send("POST", path(interaction(chat), "join"), null).problem())
          .isEqualTo("invitation-over");
      sam.presence("NOT_READY", "IDLE");
      invite(amal, interaction(chat), sam).ok();
      sam.conversation("OFFERED");
      amal.agent().send("DELETE", guest(interaction(chat), sam), null).ok();
      sam.isEmpty();
      assertThat(farewell(sam)).isEqualTo("WITHDRAWN");
    }
  }

  @Test
  void theHostTakesAGuestOutWhoWritesNothingAnyMoreAndMayBeAskedAgain() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en"));
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      invite(amal, interaction(chat), sam).ok();
      joins(sam);
      var guest = guest(interaction(chat), sam);
      assertThat(sam.agent().send("DELETE", guest, null).status()).isEqualTo(404);
      amal.agent().send("DELETE", guest, null).ok();
      sam.isEmpty();
      assertThat(farewell(sam)).isEqualTo("REMOVED");
      var told = sam.agent().snapshot().at("/outs/0");
      assertThat(told.get("why").asString()).isEqualTo("REMOVED");
      assertThat(told.at("/conversation/id").asString()).isEqualTo(id(chat));
      assertThat(told.at("/conversation/messages")).isEmpty();
      amal.shows("that Sam is out", s -> why(s).equals("REMOVED"));
      assertThat(sam.agent().say(id(chat), interaction(chat), UUID.randomUUID(), "Wait").status())
          .isEqualTo(404);
      amal.agent().send("DELETE", guest, null).ok();
      invite(amal, interaction(chat), sam).ok();
      joins(sam);
      leaves(sam, interaction(chat));
      sam.isEmpty();
      assertThat(farewell(sam)).isEmpty();
      amal.shows(
          "both visits",
          s ->
              s.at("/conversations/0/interactions/0/participants/1/why")
                  .asString("")
                  .equals("LEFT"));
    }
  }

  @Test
  void itEndsForAllAndOnlyTheHostCompletesAndTheActivityTellsWhoTookPart() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en"));
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      invite(amal, interaction(chat), sam).ok();
      joins(sam);
      assertThat(sam.agent().end(interaction(chat)).status()).isEqualTo(404);
      amal.agent().end(interaction(chat)).ok();
      sam.isEmpty();
      assertThat(farewell(sam)).isEqualTo("ENDED");
      sam.presence("NOT_READY", "IDLE");
      amal.conversation("WRAP_UP");
      amal.agent().complete(id(chat), 1, null, "").ok();
      amal.isEmpty();
      var activity = amal.agent().get("/api/activities/" + interaction(chat)).ok().body();
      assertThat(activity.at("/activity/agent/id").asString()).isEqualTo(amal.agent().id());
      assertThat(activity.at("/activity/participants/0/agent/id").asString())
          .isEqualTo(sam.agent().id());
      assertThat(activity.at("/activity/participants/0/why").asString()).isEqualTo("OVER");
    }
  }

  @Test
  void theHostLeavesByHandingOverToAGuestWhoGoesOn() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en"));
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      var over = path(interaction(chat), "hand-over");
      var toSam = Map.of("colleague", sam.agent().id());
      assertThat(amal.agent().send("POST", over, toSam).problem()).isEqualTo("no-guest");
      invite(amal, interaction(chat), sam).ok();
      joins(sam);
      amal.agent().send("POST", over, toSam).ok();
      amal.isEmpty();
      sam.shows(
          "that it is theirs",
          s ->
              !s.at("/conversations/0/guest").asBoolean()
                  && s.at("/conversations/0/interactions/0/state").asString().equals("ACTIVE"));
      visitor.say("Go on");
      sam.shows("what comes next", s -> texts(s.at("/conversations/0")).contains("Go on"));
      assertThat(why(sam.state())).isEqualTo("HOST");
      assertThat(amal.agent().end(interaction(chat)).status()).isEqualTo(404);
      sam.agent().end(interaction(chat)).ok();
      sam.conversation("WRAP_UP");
    }
  }

  @Test
  void aGuestWhoLogsOffIsOutAndStaysWhenTheirHostGivesItAway() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var sam = OpenDesk.of(shop.agent("sam", "en"));
        var rana = OpenDesk.of(shop.agent("rana", "en"));
        var visitor = shop.visitor("en")) {
      var chat = chats(visitor, amal);
      invite(amal, interaction(chat), sam).ok();
      joins(sam);
      invite(amal, interaction(chat), rana).ok();
      joins(rana);
      sam.agent().leaveFloor().ok();
      sam.isEmpty();
      amal.shows("that Sam has gone", s -> why(s).equals("AWAY"));
      rana.shows("that Sam has gone", s -> why(s).equals("AWAY"));
      try (var lina = OpenDesk.of(shop.agent("lina", "en")).ready()) {
        var toLina = Map.of("colleague", lina.agent().id(), "whole", false, "note", "To you, Lina");
        amal.agent().send("POST", path(interaction(chat), "transfer"), toLina).ok();
        amal.isEmpty();
        lina.acceptOffer();
        rana.shows(
            "the new host",
            s ->
                s.at("/conversations/0/interactions/0/host/id")
                    .asString("")
                    .equals(lina.agent().id()));
      }
    }
  }
}
