package org.hiwar.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hiwar.Requirement;
import org.hiwar.channel.AgentDesk.Line;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.Scene;
import org.hiwar.conversation.Sent;
import org.hiwar.platform.database.Database;
import org.hiwar.testchannel.TestChannel;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Customers and an agent write while every kind of commit of inbox, writer and outbox meets every
/// fault of a database. Providers repeat what they were not told that we have, as they do.
class ChannelFaultsTest {
  private static final List<String> SENDERS =
      IntStream.range(0, 5).mapToObj(i -> "+491511234567" + i).toList();
  private static final int TEXTS = 12;

  /// A receipt is waited for as long as noting *sent* may take that meets a row of faults, each
  /// with the half second that the database is given: six times, each twice as long as before.
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final FaultyCommits faults = new FaultyCommits(Scene.direct());
  private final ChannelScene it = new ChannelScene(new Scene(faults), new Database(faults), PAUSE);
  private final Scene scene = it.scene;
  private final AgentDesk desk = new AgentDesk(scene, it.deliveries);
  private final Instant began = Instant.now().minusSeconds(60);
  /// By sender, the message that began what goes on.
  private final ConcurrentHashMap<String, Message> first = new ConcurrentHashMap<>();

  private final Set<String> items = ConcurrentHashMap.newKeySet();

  @AfterEach
  void close() {
    desk.close();
    it.close();
  }

  @Test
  @Requirement("S0-34")
  void whateverFailsEverythingIsStoredOnceInOrderAndShown() throws InterruptedException {
    it.channel.provider =
        out -> {
          Thread.startVirtualThread(() -> comes("r" + out.id(), receipt(out)));
          return TestChannel.taken(out);
        };
    sideBySide(this::begin);
    scene.published.forEach(message -> first.putIfAbsent(it.party(message), message));
    assertThat(first).containsOnlyKeys(SENDERS);
    first.values().forEach(it::accept);
    first.values().forEach(message -> desk.holds(message.conversation()));
    sideBySide(this::talk);
    it.settled();
    assertThat(it.states()).noneMatch(state -> state.endsWith("unknown-message"));
    first.values().forEach(this::everythingIsThereAndShown);
    assertThat(scene.arrivals).as("each was announced").hasSize(SENDERS.size());
    everythingWentOutOnceInOrder();
    theLedgerBalances();
    everyCommitMetEveryFault();
  }

  private static String receipt(Outgoing out) {
    return "receipt|out-" + out.id() + "|DELIVERED|";
  }

  private interface Work {
    void of(String sender);
  }

  private static void sideBySide(Work work) throws InterruptedException {
    var failures = ConcurrentHashMap.<Throwable>newKeySet();
    var threads =
        SENDERS.stream()
            .map(
                sender ->
                    Thread.ofVirtual()
                        .uncaughtExceptionHandler((_, e) -> failures.add(e))
                        .start(() -> work.of(sender)))
            .toList();
    for (var thread : threads) thread.join();
    assertThat(failures).isEmpty();
  }

  private void begin(String sender) {
    comes(sender, 0, "");
    Await.until(() -> scene.published.stream().anyMatch(m -> it.party(m).equals(sender)));
  }

  /// Some items come twice, some messages in two items, and the agent writes in between.
  private void talk(String sender) {
    for (int i = 1; i < TEXTS; i++) {
      comes(sender, i, "");
      if (i % 3 == 0) comes(sender, i, "");
      if (i % 4 == 0) comes(sender, i, "again ");
      if (i % 2 == 0) agentWrites(sender, "answer " + i);
    }
  }

  /// Sent again until we say that we have it; only then the next.
  private void comes(String sender, int number, String prefix) {
    var name = sender + " " + number;
    var body = "message|%s|%s||%s".formatted(name, sender, "text " + number);
    items.add(prefix + name);
    comes(prefix + name, body);
  }

  private void comes(String name, String body) {
    Await.until(
        () -> {
          try {
            it.inboxNow()
                .keep(it.account, name, body.getBytes(UTF_8))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
            return true;
          } catch (CompletionException _) {
            return false;
          }
        });
  }

  private void agentWrites(String sender, String text) {
    var message = it.agent(Objects.requireNonNull(first.get(sender)), text);
    Await.until(
        () -> Scene.answer(scene.messages.send(scene.workspace, message)) instanceof Sent.Stored);
  }

  private void everythingIsThereAndShown(Message begun) {
    Await.until(
        () ->
            stored(begun).stream()
                .allMatch(m -> m.state() == null || m.state() == DeliveryState.DELIVERED));
    var lines = stored(begun);
    assertThat(lines)
        .filteredOn(line -> line.state() == null)
        .extracting(Line::text)
        .containsExactlyElementsOf(IntStream.range(0, TEXTS).mapToObj(i -> "text " + i).toList());
    assertThat(lines)
        .filteredOn(line -> line.state() != null)
        .extracting(Line::text)
        .containsExactlyElementsOf(answers());
    Await.until(() -> desk.told(begun.conversation()).equals(stored(begun)));
  }

  private List<Line> stored(Message begun) {
    return desk.truth(begun.conversation());
  }

  private static List<String> answers() {
    return IntStream.range(1, TEXTS).filter(i -> i % 2 == 0).mapToObj(i -> "answer " + i).toList();
  }

  private void everythingWentOutOnceInOrder() {
    for (var sender : SENDERS)
      assertThat(it.channel.sent)
          .filteredOn(out -> out.to().equals(sender))
          .extracting(Outgoing::text)
          .containsExactlyElementsOf(answers());
  }

  private void theLedgerBalances() {
    var lines =
        new LedgerStore(TestDatabase.database())
            .lines(scene.workspace, began, Instant.now().plusSeconds(60));
    long accepted = 0, shown = 0, news = 0;
    for (var line : lines) {
      assertThat(line.missing()).as(line.toString()).isZero();
      accepted += line.accepted();
      shown += line.shown();
      news += line.news();
    }
    assertThat(shown).isEqualTo(items.size());
    assertThat(news).isEqualTo((long) SENDERS.size() * answers().size());
    assertThat(accepted).isEqualTo(shown + news);
  }

  private void everyCommitMetEveryFault() {
    assertThat(faults.met().keySet())
        .containsExactlyInAnyOrder(
            "insert inbound_item",
            "update inbound_item",
            "insert message",
            "update conversation",
            "update delivery");
    assertThat(faults.met().values())
        .allSatisfy(met -> assertThat(met).containsExactlyInAnyOrder(FaultyCommits.Fault.values()));
  }
}
