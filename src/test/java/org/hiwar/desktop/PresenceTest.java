package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;

import java.time.Duration;
import org.hiwar.testing.ChatWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The agent's presence, and what becomes of it when windows and log-ins come and go.
@Tag("api")
class PresenceTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  @Test
  void openingTheDesktopLogsInNotReady() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en"))) {
      amal.shows(
          "logged in",
          s ->
              s.at("/presence/state").asString().equals("NOT_READY")
                  && s.at("/presence/reason").asString().equals("LOGIN"));
    }
  }

  @Test
  void anAgentSaysWhyNotReady() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      assertThat(
              amal.agent()
                  .send("PUT", "/api/desk/presence", java.util.Map.of("state", "NOT_READY"))
                  .problem())
          .isEqualTo("reason-required");
      amal.verifyAction(
          () -> amal.agent().notReady(shop.lunch()).ok(),
          "at lunch",
          s -> s.at("/presence/reason").asString("").equals(shop.lunch()));
    }
  }

  @Test
  void notReadyDuringAChatWaitsForItsEnd() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = amal.acceptOffer();
      amal.verifyAction(
          () -> amal.agent().notReady(shop.lunch()).ok(),
          "lunch to come",
          s ->
              s.at("/presence/state").asString().equals("READY")
                  && s.at("/presence/next/reason").asString("").equals(shop.lunch()));
      try (var second = shop.visitor("en")) {
        second.connect();
        second.say("And me?");
        amal.verifyAction(
            () -> amal.agent().end(interaction(chat)).ok(),
            "wrap-up",
            s -> s.at("/conversations/0/state").asString().equals("WRAP_UP"));
        amal.agent().complete(id(chat), 1, null, "").ok();
        amal.shows(
            "at lunch, with nothing",
            s ->
                s.at("/presence/state").asString().equals("NOT_READY")
                    && s.at("/presence/next").isNull()
                    && s.get("conversations").isEmpty());
      }
    }
  }

  @Test
  void loggingOutDuringAChatWaitsForItsEnd() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = amal.acceptOffer();
      amal.verifyAction(
          () -> amal.agent().leaveFloor().ok(),
          "log-out to come",
          s -> s.at("/presence/next/state").asString("").equals("LOGGED_OUT"));
      visitor.end();
      amal.conversation("WRAP_UP");
      amal.agent().complete(id(chat), 1, null, "").ok();
      amal.presence("LOGGED_OUT", "IDLE");
    }
  }

  @Test
  void readyNeedsAConnectedDesktop() {
    var amal = shop.agent("amal", "en");
    assertThat(amal.ready().problem()).isEqualTo("no-session");
  }

  @Test
  void anOfferGoesBackAtOnceWhenTheDesktopIsGone() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      amal.conversation("OFFERED");
      try (var sam = OpenDesk.of(shop.agent("sam", "en")).ready()) {
        amal.close();
        sam.acceptOffer();
      }
    }
  }

  @Test
  void anAgentWhoseDesktopIsGoneForFifteenSecondsIsNotReadyAndKeepsTheChat() {
    var login = shop.agent("amal", "en");
    try (var visitor = shop.visitor("en")) {
      try (var amal = OpenDesk.of(login).ready()) {
        visitor.connect();
        visitor.say("Hello");
        amal.acceptOffer();
      }
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(500))
          .until(
              () ->
                  login
                      .snapshot()
                      .at("/presence/next/reason")
                      .asString("")
                      .equals("CONNECTION_LOST"));
      try (var back = OpenDesk.of(login)) {
        back.conversation("ACTIVE");
      }
    }
  }

  @Test
  void anEndedLogInClosesItsWindowsAtOnceAndLogsOut() {
    var login = shop.agent("amal", "en");
    var elsewhere = shop.logIn("amal");
    try (var amal = OpenDesk.of(login).ready()) {
      login.send("POST", "/api/logout", null).ok();
      assertThat(
              amal.window()
                  .line()
                  .closed()
                  .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                  .join())
          .isEqualTo(4001);
      await()
          .until(() -> elsewhere.snapshot().at("/presence/state").asString().equals("LOGGED_OUT"));
    }
  }
}
