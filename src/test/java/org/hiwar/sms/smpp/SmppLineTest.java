package org.hiwar.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.sms.smpp.SmppScene.CUSTOMER;
import static org.hiwar.sms.smpp.SmppScene.OURS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hiwar.Requirement;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Sending;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.sms.simulator.SmscSimulator;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A line and a message centre, over TCP.
class SmppLineTest {
  private static final String LONG_ARABIC = "مرحبا بكم 😀 في الحوار، ".repeat(26) + "النهاية";
  private static final String LONG_LATIN = "Ten segments with {brackets} and €. ".repeat(40);

  private final SmscSimulator centre = SmscSimulator.start("hiwar", "secret");

  @AfterEach
  void stop() {
    centre.close();
  }

  private SmppScene bound(String... settings) {
    return SmppScene.bound(centre.port(), settings);
  }

  @Test
  @Requirement("S0-46")
  void whatACustomerWritesComesWithTheirProvedNumber() {
    try (var scene = bound()) {
      assertThat(centre.send(CUSTOMER, OURS, "مرحبا 😀 {€}")).isTrue();

      var message = scene.messages().getFirst();
      assertThat(message.text()).isEqualTo("مرحبا 😀 {€}");
      assertThat(message.from().address().kind()).isEqualTo(AddressKind.PHONE);
      assertThat(message.from().address().value()).isEqualTo(CUSTOMER);
      assertThat(message.from().address().trust()).isEqualTo(Trust.ATTESTED);
    }
  }

  @Test
  void whatAnAgentWritesArrivesAsItWasWritten() {
    try (var scene = bound()) {
      assertThat(scene.send("Hello {€}")).isEqualTo(new Sending.Taken("1001"));
      assertThat(scene.send("مرحبا 😀")).isEqualTo(new Sending.Taken("1002"));

      assertThat(centre.received())
          .extracting(one -> one.from() + " " + one.to() + " " + one.text())
          .containsExactly(
              OURS.substring(1) + " " + CUSTOMER + " Hello {€}",
              OURS.substring(1) + " " + CUSTOMER + " مرحبا 😀");
    }
  }

  @Test
  void tenSegmentsGoBothWays() {
    for (var reference : List.of("8", "16"))
      try (var scene = bound("reference", reference)) {
        for (var text : List.of(LONG_ARABIC, LONG_LATIN)) {
          assertThat(scene.send(text)).isInstanceOf(Sending.Taken.class);
          assertThat(centre.received().getLast().text()).isEqualTo(text);
          assertThat(centre.received().getLast().ids()).hasSizeGreaterThanOrEqualTo(10);

          assertThat(centre.send(CUSTOMER, OURS, text)).isTrue();
          assertThat(scene.texts().getLast()).isEqualTo(text.strip());
        }
        assertThat(scene.texts()).hasSize(2);
      }
  }

  @Test
  void aNameOrAShortCodeMayBeTheSender() {
    assertThat(Peer.of("Hiwar").ton().value()).isEqualTo((byte) 5);
    assertThat(Peer.of("2020").ton().value()).isEqualTo((byte) 3);
    assertThat(Peer.of(OURS).digits()).isEqualTo("963119900");
  }

  @Test
  void partsInAnyOrderAreJoinedAndReadingAgainChangesNothing() {
    try (var scene = bound()) {
      assertThat(centre.sendParts(CUSTOMER, OURS, "a".repeat(400), 3, 1, 1, 2)).isTrue();

      assertThat(scene.texts()).containsExactly("a".repeat(400));
      var again = scene.readings().stream().filter(Reading.Content.class::isInstance).distinct();
      assertThat(again).hasSize(1);
    }
  }

  @Test
  void whatIsMissingIsMarkedWhenItDoesNotComeAndShownWhenItComesTooLate() {
    try (var scene = SmppScene.connecting(centre.port(), Duration.ZERO)) {
      scene.awaitUp();
      var text = "a".repeat(153) + "b".repeat(153) + "c".repeat(10);
      assertThat(centre.sendParts(CUSTOMER, OURS, text, 1, 3)).isTrue();

      Await.until(() -> scene.texts().contains("a".repeat(153) + " [… 2/3 …] " + "c".repeat(10)));
      int before = scene.inbox.items().size();
      // the same reference again, as the part that was late has it
      var items = scene.inbox.items();
      var late = items.getFirst().body().clone();
      late[late.length - 153 - 1] = 2;
      scene.inbox.keep(scene.account, "late", late).join();
      assertThat(scene.inbox.items()).hasSize(before + 1);
      assertThat(scene.texts())
          .containsExactly(
              "a".repeat(153) + " [… 2/3 …] " + "c".repeat(10), "[… 2/3 …] " + "a".repeat(153));
    }
  }

  @Test
  void whatIsNotStoredIsAskedForAgain() {
    try (var scene = bound()) {
      scene.inbox.fail(2);

      assertThat(centre.tryOnce(CUSTOMER, OURS, "hello"))
          .contains(SMPPConstant.STAT_ESME_RX_T_APPN);
      assertThat(scene.inbox.items()).isEmpty();
      assertThat(centre.send(CUSTOMER, OURS, "hello")).isTrue();
      assertThat(scene.texts()).containsExactly("hello");
    }
  }

  @Test
  void theSameWordTwiceIsTwoMessages() {
    try (var scene = bound()) {
      assertThat(centre.send(CUSTOMER, OURS, "ok")).isTrue();
      assertThat(centre.send(CUSTOMER, OURS, "ok")).isTrue();

      Await.until(() -> scene.texts().equals(List.of("ok", "ok")));
      assertThat(scene.messages().get(0).externalId())
          .isNotEqualTo(scene.messages().get(1).externalId());
    }
  }

  @Test
  void whatComesAgainBecauseTheConnectionBrokeIsTheSameMessage() {
    try (var scene = bound()) {
      var gate = scene.inbox.hold();
      var first = CompletableFuture.supplyAsync(() -> centre.tryOnce(CUSTOMER, OURS, "hello"));
      Await.until(() -> scene.inbox.items().size() == 1);
      centre.drop();
      assertThat(first.join()).isEmpty();
      gate.complete(null);

      assertThat(centre.send(CUSTOMER, OURS, "hello")).isTrue();
      assertThat(scene.texts()).containsExactly("hello");
    }
  }

  @Test
  void aLineThatBreaksIsBoundAgain() {
    try (var scene = bound()) {
      var since = scene.line.standing().since();
      centre.drop();
      Await.until(() -> scene.line.standing().up() && scene.line.standing().since().isAfter(since));

      assertThat(scene.send("again")).isInstanceOf(Sending.Taken.class);
    }
  }

  @Test
  void withoutASessionAMessageWaits() {
    centre.close();
    try (var scene = SmppScene.connecting(centre.port(), Duration.ofMinutes(1))) {
      assertThat(scene.send("hello"))
          .isEqualTo(new Sending.Later("not-connected", "", Duration.ZERO));
      Await.until(() -> "not-reachable".equals(scene.line.standing().code()));
    }
  }

  @Test
  void aWrongPasswordIsSaid() {
    try (var scene =
        SmppScene.connecting(centre.port(), Duration.ofMinutes(1), "password", "wrong")) {
      Await.until(() -> "bind-refused".equals(scene.line.standing().code()));
      assertThat(scene.line.standing().up()).isFalse();
    }
  }

  @Test
  void aClosedLineIsGone() {
    var scene = bound();
    scene.close();

    Await.until(() -> centre.sessions() == 0);
    assertThat(scene.line.standing().up()).isFalse();
    assertThat(scene.send("hello")).isInstanceOf(Sending.Later.class);
  }

  @Test
  void theCentreIsAskedWhetherItIsThere() {
    try (var _ = bound("enquireSeconds", "1")) {
      Await.until(() -> centre.enquiries() > 1);
    }
  }

  @Test
  @Requirement("S0-87")
  void receiptsSayWhatBecameOfAMessage() {
    try (var scene = bound()) {
      var id = ((Sending.Taken) scene.send("hello")).externalId();
      assertThat(centre.receipt(id, CUSTOMER, OURS, "ACCEPTD")).isTrue();
      assertThat(centre.receipt(id, CUSTOMER, OURS, "DELIVRD")).isTrue();
      var lost = ((Sending.Taken) scene.send("hello")).externalId();
      assertThat(centre.receipt(lost, CUSTOMER, OURS, "UNDELIV")).isTrue();

      assertThat(scene.receipts())
          .extracting(one -> one.externalId() + " " + one.state() + " " + one.failure())
          .containsExactly(id + " DELIVERED null", lost + " FAILED undeliverable");
    }
  }

  @Test
  void aLongMessageHasArrivedWithItsLastPart() {
    try (var scene = bound()) {
      var whole = ((Sending.Taken) scene.send("a".repeat(400))).externalId();
      var parts = centre.received().getFirst().ids();
      for (var id : parts) {
        assertThat(scene.receipts()).isEmpty();
        assertThat(centre.receipt(id, CUSTOMER, OURS, "DELIVRD")).isTrue();
      }
      assertThat(scene.receipts())
          .last()
          .satisfies(one -> assertThat(one.externalId()).isEqualTo(whole))
          .satisfies(one -> assertThat(one.state()).isEqualTo(DeliveryState.DELIVERED));
    }
  }

  @Test
  void aLongMessageHasFailedWithOnePart() {
    try (var scene = bound()) {
      var whole = ((Sending.Taken) scene.send("a".repeat(400))).externalId();
      var parts = centre.received().getFirst().ids();
      assertThat(centre.receipt(parts.get(1), CUSTOMER, OURS, "EXPIRED")).isTrue();

      assertThat(scene.receipts())
          .extracting(one -> one.externalId() + " " + one.state() + " " + one.failure())
          .containsExactly(whole + " FAILED expired");
    }
  }

  @Test
  void aLongMessageThatFailedIsSentAnewAsAWhole() {
    try (var scene = bound()) {
      var message = SmppScene.outgoing(TestDatabase.ids().next(), CUSTOMER, "a".repeat(400));
      var first = scene.line.send(message);
      assertThat(scene.line.send(message)).as("after a crash").isEqualTo(first);
      assertThat(centre.received()).hasSize(1);

      var part = centre.received().getFirst().ids().get(1);
      assertThat(centre.receipt(part, CUSTOMER, OURS, "UNDELIV")).isTrue();
      assertThat(scene.receipts()).hasSize(1);
      assertThat(scene.line.send(message)).isNotEqualTo(first);
      assertThat(centre.received()).hasSize(2);
    }
  }

  @Test
  void aCentreThatIsBusyIsAskedLaterAndGetsOnlyWhatItDoesNotHave() {
    try (var scene = bound()) {
      centre.throttle(1);
      assertThat(scene.send("hello")).isInstanceOf(Sending.Later.class);
      assertThat(centre.received()).isEmpty();

      var message = SmppScene.outgoing(TestDatabase.ids().next(), CUSTOMER, "a".repeat(400));
      var taken = new SegmentStore(TestDatabase.database(), java.time.Clock.systemUTC());
      taken.add(scene.workspace, scene.account.id(), message.id(), 1, 3, "earlier");
      assertThat(scene.line.send(message)).isEqualTo(new Sending.Taken("earlier"));
      assertThat(scene.send("one more")).isEqualTo(new Sending.Taken("1003"));
    }
  }

  @Test
  void aNumberThatIsNoneIsRefusedForGood() {
    try (var scene = bound()) {
      centre.refuse(CUSTOMER, SMPPConstant.STAT_ESME_RINVDSTADR);
      assertThat(scene.send("hello"))
          .isEqualTo(new Sending.Refused("invalid-address", "command_status 0xb"));
      assertThat(scene.send("x".repeat(31 * 153)))
          .isEqualTo(new Sending.Refused("too-long", "31 segments"));
    }
  }

  @Test
  void aSlowCentreGetsNoMoreThanItsWindow() {
    centre.answerLate(Duration.ofMillis(50));
    try (var scene = bound("window", "1")) {
      var all =
          List.of("a", "b", "c", "d").stream()
              .map(text -> CompletableFuture.supplyAsync(() -> scene.send(text)))
              .toList();
      assertThat(all).allSatisfy(one -> assertThat(one.join()).isInstanceOf(Sending.Taken.class));
      assertThat(centre.received()).hasSize(4);
      assertThat(centre.mostAtATime()).isEqualTo(1);
    }
  }
}
