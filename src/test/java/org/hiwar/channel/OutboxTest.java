package org.hiwar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.hiwar.Requirement;
import org.hiwar.contact.AddressKind;
import org.hiwar.conversation.Deliveries;
import org.hiwar.conversation.DeliveryChange;
import org.hiwar.conversation.DeliveryListener;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.conversation.Scene;
import org.hiwar.platform.database.Database;
import org.hiwar.testchannel.TestChannel;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What agents write goes out by its account, and everybody sees how it stands.
class OutboxTest {
  private static final String PETRA = "+4915112345678";

  /// News may come long before our own note, and only so many tries are made.
  private final ChannelScene it = new ChannelScene(Duration.ofMillis(200));
  private final Scene scene = it.scene;
  private final List<DeliveryChange> told = new CopyOnWriteArrayList<>();

  OutboxTest() {
    it.deliveries.listen((DeliveryListener) (_, changes) -> told.addAll(changes));
  }

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  @Requirement("S0-87")
  void whatAnAgentWritesGoesOutAndItsStatesOnlyGoForwards() {
    var chat = accepted();
    var answer = write(chat, "hello Petra");
    assertThat(answer.delivery()).as("waiting from its first moment").isNotNull();
    standsAs(chat, "SENT");
    assertThat(it.channel.sent)
        .singleElement()
        .satisfies(
            out -> {
              assertThat(out.text()).isEqualTo("hello Petra");
              assertThat(out.to()).isEqualTo(PETRA);
              assertThat(out.clientId()).isEqualTo(answer.clientId());
            });
    tell("r1", "receipt|out-" + answer.id() + "|READ|");
    standsAs(chat, "READ");
    tell("r2", "receipt|out-" + answer.id() + "|DELIVERED|");
    tell("r3", "receipt|out-" + answer.id() + "|FAILED|unreachable");
    it.settled();
    assertThat(it.standing(chat)).containsExactly("READ");
    assertThat(told)
        .extracting(change -> change.delivery().state())
        .containsExactly(DeliveryState.SENT, DeliveryState.READ);
  }

  @Test
  void whatCustomersWriteAndWhatIsChattedOnAPageGoesNowhere() {
    accepted();
    var page = scene.acceptedChat("visitor");
    assertThat(write(page, "no delivery here").delivery()).isNull();
    assertThat(it.standing(page)).isEmpty();
  }

  @Test
  void aReceiptThatIsFasterThanOurOwnNoteIsNotLost() throws InterruptedException {
    var chat = accepted();
    var go = new CountDownLatch(1);
    it.channel.provider =
        out -> {
          await(go);
          return TestChannel.taken(out);
        };
    var answer = write(chat, "hello");
    it.comesIn("r1", "receipt|out-" + answer.id() + "|DELIVERED|");
    Await.until(() -> tries() > 0);
    go.countDown();
    standsAs(chat, "DELIVERED");
    it.settled();
    assertThat(it.states()).containsExactly("TAKEN", "TAKEN");
  }

  /// Whoever brings news asks twice, and between the two the name becomes known.
  @Test
  void aReceiptThatComesWhileWeNoteTheNameIsNotLost() {
    var chat = accepted();
    var go = new CountDownLatch(1);
    it.channel.provider =
        out -> {
          await(go);
          return TestChannel.taken(out);
        };
    var answer = write(chat, "hello");
    var slow =
        new Deliveries(
            afterFirst(
                () -> {
                  go.countDown();
                  standsAs(chat, "SENT");
                }),
            Clock.systemUTC());
    assertThat(
            slow.told(
                scene.workspace,
                it.account.id().value(),
                "out-" + answer.id(),
                DeliveryState.DELIVERED,
                null))
        .as("nobody has to come again")
        .isTrue();
    assertThat(it.standing(chat)).containsExactly("DELIVERED");
  }

  /// The database, where something happens after the first transaction.
  private static Database afterFirst(Runnable what) {
    var first = new AtomicBoolean(true);
    return new Database(TestDatabase.dataSource()) {
      @Override
      public <T extends @Nullable Object> T in(long workspace, Work<T> work) {
        var result = super.in(workspace, work);
        if (first.getAndSet(false)) what.run();
        return result;
      }
    };
  }

  @Test
  void newsOfWhatWeNeverSentIsNothing() {
    tell("r1", "receipt|who-is-this|DELIVERED|");
    it.settled();
    assertThat(it.states()).containsExactly("NOTHING unknown-message");
  }

  @Test
  void whatDoesNotGoNowIsTriedAgainInItsOrder() {
    var chat = accepted();
    var failing = ConcurrentHashMap.<MessageId>newKeySet();
    it.channel.provider =
        out ->
            failing.add(out.id())
                ? new Sending.Later("busy", "come back", Duration.ZERO)
                : TestChannel.taken(out);
    for (int i = 0; i < 5; i++) write(chat, "text " + i);
    standsAs(chat, "SENT", "SENT", "SENT", "SENT", "SENT");
    assertThat(it.channel.sent)
        .extracting(Outgoing::text)
        .containsExactly("text 0", "text 1", "text 2", "text 3", "text 4");
    assertThat(told.getFirst().delivery().failure()).as("why it still waits").isEqualTo("busy");
  }

  @Test
  void whatNeverGoesHasFailedAndIsTriedAgainWhenSomebodyAsks() {
    var chat = accepted();
    it.channel.provider = _ -> new Sending.Later("busy", "", Duration.ZERO);
    var answer = write(chat, "hello");
    standsAs(chat, "FAILED busy");
    assertThat(it.deliveries.failed(scene.workspace))
        .singleElement()
        .satisfies(failed -> assertThat(failed.tries()).isEqualTo(ChannelLimits.TRIES));
    it.channel.provider = TestChannel::taken;
    assertThat(it.deliveries.again(scene.workspace, answer.conversation(), answer.seq())).isTrue();
    standsAs(chat, "SENT");
    assertThat(it.deliveries.again(scene.workspace, answer.conversation(), answer.seq()))
        .as("it has not failed")
        .isFalse();
  }

  @Test
  void whatIsRefusedFailsAtOnceAndHoldsNothingUp() {
    var chat = accepted();
    it.channel.provider =
        out ->
            out.text().equals("bad")
                ? new Sending.Refused("blocked", "no")
                : TestChannel.taken(out);
    write(chat, "bad");
    write(chat, "good");
    standsAs(chat, "FAILED blocked", "SENT");
  }

  @Test
  @Requirement("S0-51")
  void nothingGoesToWhoeverHasOptedOut() {
    var chat = accepted();
    assertThat(it.optOuts.said(scene.workspace, AddressKind.PHONE, PETRA, TestChannel.NAME, "STOP"))
        .isTrue();
    write(chat, "one more offer");
    standsAs(chat, "FAILED opted-out");
    assertThat(it.channel.sent).isEmpty();
    it.optOuts.remove(scene.workspace, AddressKind.PHONE, PETRA, TestChannel.NAME);
    write(chat, "welcome back");
    standsAs(chat, "FAILED opted-out", "SENT");
  }

  /// At least once: what was on its way when everything stopped goes again, the rest once.
  @Test
  void afterAStopEverythingGoesOutInItsOrder() {
    var chat = accepted();
    var go = new CountDownLatch(1);
    it.channel.provider =
        out -> {
          if (out.text().equals("text 1")) await(go);
          return TestChannel.taken(out);
        };
    for (int i = 0; i < 4; i++) write(chat, "text " + i);
    Await.until(() -> it.standing(chat).getFirst().equals("SENT"));
    go.countDown();
    it.restart();
    standsAs(chat, "SENT", "SENT", "SENT", "SENT");
    assertThat(it.channel.sent.stream().map(Outgoing::text).distinct())
        .containsExactlyElementsOf(IntStream.range(0, 4).mapToObj(i -> "text " + i).toList());
    assertThat(Set.copyOf(it.channel.sent.stream().map(Outgoing::id).toList())).hasSize(4);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int tries() {
    return scene.database.in(
        scene.workspace.value(),
        db ->
            db.sql("select coalesce(max(tries), 0) from inbound_item where workspace = ?")
                .params(scene.workspace.value())
                .query(Integer.class)
                .single());
  }

  private Message accepted() {
    it.customer(PETRA, "hello");
    it.settled();
    var first = scene.published.getLast();
    it.accept(first);
    return first;
  }

  private Message write(Message in, String text) {
    return Scene.storedBy(scene.messages.send(scene.workspace, it.agent(in, text)));
  }

  private void tell(String id, String body) {
    it.comesIn(id, body);
  }

  private void standsAs(Message in, String... wanted) {
    Await.until(() -> it.standing(in).equals(List.of(wanted)));
  }
}
