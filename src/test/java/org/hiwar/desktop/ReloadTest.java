package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.texts;

import java.util.UUID;
import org.hiwar.Requirement;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Windows that are reloaded, lost, doubled.
@Tag("api")
class ReloadTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  @AfterEach
  void noDeskEverShowedWhatWasNotTrue() {
    assertThat(RunningHiwar.bean(Desks.class).repairs()).isZero();
  }

  @Test
  @Requirement({"S0-27", "S0-34"})
  void aReloadInTheMiddleOfAChatRestoresTheListWithStatesAndTexts() {
    var login = shop.agent("amal", "en");
    try (var visitor = shop.visitor("en")) {
      visitor.connect();
      try (var amal = OpenDesk.of(login).ready()) {
        visitor.say("Hello");
        var chat = amal.acceptOffer();
        amal.agent().say(id(chat), interaction(chat), UUID.randomUUID(), "Good morning").ok();
        amal.agent().notes(interaction(chat), "half a note", null).ok();
        amal.shows(
            "all of it",
            s ->
                s.at("/conversations/0/lastSeq").asLong() == 2
                    && s.at("/conversations/0/interactions/0/notes")
                        .asString()
                        .equals("half a note"));
      }
      visitor.say("Are you there?");
      try (var again = OpenDesk.of(login)) {
        var chat = again.conversation("ACTIVE");
        assertThat(texts(chat)).containsExactly("Hello", "Good morning", "Are you there?");
        assertThat(chat.at("/interactions/0/notes").asString()).isEqualTo("half a note");
        assertThat(again.state().at("/presence/workStatus").asString()).isEqualTo("BUSY");
      }
    }
  }

  @Test
  @Requirement("S0-27")
  void aWindowThatWasAwayForAMomentGetsWhatItMissed() {
    var login = shop.agent("amal", "en");
    try (var amal = OpenDesk.of(login).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      amal.acceptOffer();
      var before = login.snapshot();
      visitor.say("one");
      amal.shows("one", s -> s.at("/conversations/0/lastSeq").asLong() == 2);
      try (var back =
          login.openDesk(before.get("desk").asString(), before.get("offset").asLong(), _ -> {})) {
        await().until(() -> back.events("messageAdded").size() == 1);
        assertThat(back.frames().stream().anyMatch(f -> f.has("resync"))).isFalse();
      }
      try (var stranger = login.openDesk("another-life", before.get("offset").asLong(), _ -> {})) {
        await().until(() -> stranger.frames().stream().anyMatch(f -> f.has("resync")));
      }
    }
  }

  @Test
  void allWindowsOfAnAgentShowTheSame() {
    var login = shop.agent("amal", "en");
    try (var one = OpenDesk.of(login).ready();
        var two = OpenDesk.of(shop.logIn("amal"));
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = one.acceptOffer();
      two.conversation("ACTIVE");
      two.agent().read(id(chat), 1).ok();
      one.shows("read", s -> s.at("/conversations/0/readSeq").asLong() == 1);
      two.close();
      one.presence("READY", "BUSY");
    }
  }

  @Test
  @Requirement("S0-34")
  void aDesktopThatDiesLosesNothingThatWasSentOrReceived() {
    var login = shop.agent("amal", "en");
    try (var visitor = shop.visitor("en")) {
      visitor.connect();
      try (var amal = OpenDesk.of(login).ready()) {
        visitor.say("Hello");
        var chat = amal.acceptOffer();
        amal.agent().say(id(chat), interaction(chat), UUID.randomUUID(), "Good morning").ok();
      }
      visitor.say("Are you still there?");
      visitor.end();
      var contact = login.get("/api/contacts").ok().body().at("/items/0/id").asString();
      var activity =
          login
              .get("/api/contacts/" + contact + "/activities")
              .ok()
              .body()
              .at("/items/0/id")
              .asString();
      assertThat(texts(login.get("/api/activities/" + activity).ok().body()))
          .containsExactly("Hello", "Good morning", "Are you still there?");
    }
  }
}
