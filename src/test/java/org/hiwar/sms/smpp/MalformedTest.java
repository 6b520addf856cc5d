package org.hiwar.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.hiwar.channel.Reading;
import org.hiwar.testing.Await;
import org.junit.jupiter.api.Test;

/// What a message centre should not send. Nothing of it takes a line down for good, and nothing
/// that was delivered disappears.
class MalformedTest {
  private static final int DELIVER_SM_RESP = 0x80000005;
  private static final int GENERIC_NACK = 0x80000000;

  @Test
  void aMalformedMessageIsSetAsideAndTheLineGoesOn() throws IOException {
    try (var centre = new RawCentre();
        var scene = SmppScene.connecting(centre.port(), Duration.ofMinutes(1));
        var peer = centre.accept()) {
      scene.awaitUp();
      var good = RawCentre.message("hello");
      peer.deliver(1, Arrays.copyOf(good, good.length - 3));
      assertThat(peer.answer()).containsExactly(DELIVER_SM_RESP, 0, 1);
      // a header of 200 bytes is announced in a text of 5
      var header = RawCentre.message("\u00c8ello");
      header[header.length - 5] = (byte) 200;
      header[header.length - 15] = 0x40;
      peer.deliver(2, header);
      assertThat(peer.answer()).containsExactly(DELIVER_SM_RESP, 0, 2);
      peer.deliver(3, RawCentre.message("hello"));

      assertThat(peer.answer()).containsExactly(DELIVER_SM_RESP, 0, 3);
      assertThat(scene.texts()).containsExactly("hello");
      assertThat(scene.readings())
          .filteredOn(Reading.Aside.class::isInstance)
          .hasSize(2)
          .allSatisfy(one -> assertThat(((Reading.Aside) one).code()).isEqualTo("malformed"));
      assertThat(scene.line.standing().up()).isTrue();
    }
  }

  @Test
  void anUnknownCommandIsRefusedAndTheLineGoesOn() throws IOException {
    try (var centre = new RawCentre();
        var scene = SmppScene.connecting(centre.port(), Duration.ofMinutes(1));
        var peer = centre.accept()) {
      scene.awaitUp();
      peer.pdu(0x0BAD, 7, new byte[] {1, 2, 3});
      assertThat(peer.answer()[0]).isEqualTo(GENERIC_NACK);

      peer.deliver(8, RawCentre.message("hello"));
      assertThat(peer.answer()).containsExactly(DELIVER_SM_RESP, 0, 8);
      assertThat(scene.texts()).containsExactly("hello");
    }
  }

  @Test
  void aLengthThatCannotBeEndsTheSessionAndTheLineIsBoundAgain() throws IOException {
    try (var centre = new RawCentre();
        var scene = SmppScene.connecting(centre.port(), Duration.ofMinutes(1))) {
      for (var length : new int[] {Integer.MAX_VALUE, -1, 3}) {
        try (var peer = centre.accept()) {
          Await.until(() -> scene.line.standing().up());
          peer.send(java.nio.ByteBuffer.allocate(4).putInt(length).array());
          Await.until(() -> !scene.line.standing().up());
        }
      }
      try (var peer = centre.accept()) {
        peer.deliver(1, RawCentre.message("hello"));
        assertThat(peer.answer()).containsExactly(DELIVER_SM_RESP, 0, 1);
      }
    }
  }

  /// What would come next would be taken for the rest of it, or the rest for a PDU.
  @Test
  void aPduThatStopsInTheMiddleEndsTheSessionAndTheLineIsBoundAgain() throws IOException {
    try (var centre = new RawCentre();
        var scene =
            SmppScene.connecting(centre.port(), Duration.ofMinutes(1), "enquireSeconds", "1")) {
      for (int sent : new int[] {2, 40})
        try (var peer = centre.accept()) {
          Await.until(() -> scene.line.standing().up());
          var header = java.nio.ByteBuffer.allocate(16).putInt(200).putInt(5).putInt(0).putInt(1);
          peer.send(Arrays.copyOf(header.array(), sent));
          Await.until(() -> !scene.line.standing().up());
        }
    }
  }

  /// A centre that does not wait for answers gets a refusal beyond the queue; what was refused and
  /// comes again is the same message, also when it had been stored already.
  @Test
  void whatIsRefusedBeyondTheQueueIsStoredOnceWhenItComesAgain() throws IOException {
    try (var centre = new RawCentre();
        var scene = SmppScene.connecting(centre.port(), Duration.ofMinutes(1));
        var peer = centre.accept()) {
      scene.awaitUp();
      var gate = scene.inbox.hold();
      int all = 2 * SmppLimits.QUEUE;
      for (int i = 0; i < all; i++) peer.deliver(i, RawCentre.message("message " + i));
      Await.until(() -> scene.inbox.items().size() == all);
      gate.complete(null);
      var refused = new ArrayList<Integer>();
      for (int i = 0; i < all; i++) {
        var answer = peer.answer();
        if (answer[1] != 0) refused.add(answer[2]);
      }
      assertThat(refused).isNotEmpty();

      for (int number : refused) {
        peer.deliver(number, RawCentre.message("message " + number));
        assertThat(peer.answer()).containsExactly(DELIVER_SM_RESP, 0, number);
      }
      assertThat(scene.inbox.items()).hasSize(all);
    }
  }

  /// Whatever the bytes, reading gives an answer: a message, a receipt, or what to set aside.
  @Test
  void noBytesMakeReadingFail() {
    var chance = new Random(42);
    var good = RawCentre.message("hello");
    for (int i = 0; i < 20_000; i++) {
      var pdu = new byte[16 + good.length];
      System.arraycopy(good, 0, pdu, 16, good.length);
      for (int change = 0; change < 3; change++)
        pdu[16 + chance.nextInt(good.length)] = (byte) chance.nextInt(256);
      assertThat(DeliverSm.read(pdu, "")).isNotNull();
    }
  }
}
