package org.hiwar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hiwar.conversation.Departures;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.Scene;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServicePromise;
import org.hiwar.workspace.ServicePromiseStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What nobody has written in for a day ends by itself (decision 17).
class ChannelsJobTest {
  private record Left(InteractionId interaction, EndedBy by) {}

  private final ChannelScene it = new ChannelScene();
  private final Scene scene = it.scene;
  private final List<Left> left = new ArrayList<>();
  private final Departures departures =
      (_, interaction, by) -> {
        left.add(new Left(interaction, by));
        return CompletableFuture.completedFuture(true);
      };

  @AfterEach
  void close() {
    it.close();
  }

  /// Whatever the clocks of the machine do meanwhile: all that was written before is a day old
  /// then.
  private List<Left> leftAfter(Instant now) {
    left.clear();
    it.job(departures, Clock.fixed(now, ZoneOffset.UTC)).endSilences(scene.workspace);
    return List.copyOf(left);
  }

  private Message writes(String from, String text) {
    it.customer(from, text);
    it.settled();
    Await.until(() -> scene.published.getLast().text().equals(text));
    return scene.published.getLast();
  }

  private Message accepted(String from, String text) {
    var message = writes(from, text);
    it.accept(message);
    return message;
  }

  private Instant lastOf(Message message) {
    var interaction = scene.interaction(message.interaction());
    var accepted = interaction.acceptedAt();
    return accepted != null && accepted.isAfter(message.at()) ? accepted : message.at();
  }

  @Test
  void aServiceSaysForHowLongItsTextsMayBeSilent() {
    var silent = accepted("+4915112345671", "hello");
    var usual = ServicePromise.NONE;
    new ServicePromiseStore(TestDatabase.database())
        .set(
            scene.workspace,
            scene.interaction(silent.interaction()).service(),
            new ServicePromise(
                usual.hours(), usual.closed(), Duration.ofHours(2), 80, usual.within()));
    var then = lastOf(silent).plus(Duration.ofHours(2));
    assertThat(leftAfter(then.minusMillis(1))).isEmpty();
    assertThat(leftAfter(then.plusMillis(1)))
        .containsExactly(new Left(silent.interaction(), EndedBy.SYSTEM));
  }

  @Test
  void aTextThatNobodyWentOnWithEndsAfterADay() {
    var silent = accepted("+4915112345671", "hello");
    var answered = accepted("+4915112345672", "good morning");
    writes("+4915112345673", "nobody has come yet");
    scene.acceptedChat("a visitor of a page");
    var day = lastOf(answered).plus(Duration.ofDays(1));
    assertThat(leftAfter(lastOf(silent).plus(Duration.ofDays(1)).minusMillis(1)))
        .as("not yet")
        .isEmpty();
    Scene.storedBy(scene.messages.send(scene.workspace, it.agent(answered, "what can I do?")));
    assertThat(leftAfter(day))
        .as("the other was answered later, one waits, one is no text of an account")
        .containsExactly(new Left(silent.interaction(), EndedBy.SYSTEM));
  }

  @Test
  void whatTheCustomerWritesBeginsTheDayAnew() {
    var chat = accepted("+4915112345671", "hello");
    var day = lastOf(chat).plus(Duration.ofDays(1)).plusMillis(1);
    var more = writes("+4915112345671", "are you there?");
    assertThat(more.interaction()).isEqualTo(chat.interaction());
    assertThat(leftAfter(day)).isEmpty();
    assertThat(leftAfter(lastOf(more).plus(Duration.ofDays(1)).plusMillis(1)))
        .containsExactly(new Left(chat.interaction(), EndedBy.SYSTEM));
  }
}
