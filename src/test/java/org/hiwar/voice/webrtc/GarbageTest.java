package org.hiwar.voice.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.webrtc.srtp.ProtectionProfile;
import org.junit.jupiter.api.Test;

/// What nobody should send reaches the port from strangers, and from a browser's own address.
class GarbageTest {
  private static final ProtectionProfile GCM = ProtectionProfile.AEAD_AES_128_GCM;
  private static final int FLOOD = 20_000;
  /// Sent at once, then the port is let read: a socket's buffer is not what is tried here.
  private static final int BURST = 40;

  @Test
  void garbageFromStrangersIsCountedAndNoneIsAnswered() throws Exception {
    try (var port = TestPort.open();
        var stranger = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
      var garbage = new Garbage(8489);
      for (int i = 1; i <= FLOOD; i++) {
        send(stranger, garbage.next(), port);
        if (i % BURST == 0) awaitReceived(port, i);
      }

      Await.until(() -> refused(port) >= FLOOD);
      assertThat(refused(port)).isEqualTo(FLOOD);
      var counts = port.counts();
      assertThat(counts.sent()).isZero();
      assertThat(counts.refused())
          .containsKeys(
              Refusal.UNKNOWN_PROTOCOL,
              Refusal.STUN_MALFORMED,
              Refusal.DTLS_FROM_STRANGER,
              Refusal.MEDIA_FROM_STRANGER)
          .doesNotContainKey(Refusal.FAULT);
    }
  }

  @Test
  void garbageFromTheBrowsersOwnAddressDoesNotDisturbItsCall() throws Exception {
    try (var port = TestPort.open();
        var browser = new PeerBrowser(port)) {
      assertThat(browser.check()).isTrue();
      browser.shakeHands(GCM);
      assertThat(browser.nextState()).isEqualTo(new LegState.Connected(GCM));
      var heard = new LinkedBlockingQueue<Byte>();
      browser.leg().deliverTo((bytes, offset, _) -> heard.add(bytes[offset + 12]));

      long before = port.counts().received();
      var garbage = new Garbage(3711);
      for (int i = 0; i < FLOOD / BURST; i++) {
        for (int j = 0; j < BURST; j++) browser.send(garbage.next());
        awaitReceived(port, before + (BURST + 1) * (i + 1L) - 1);
        browser.speak(Payloads.PCMU, i);
        assertThat(heard.poll(30, TimeUnit.SECONDS))
            .as("packet %d, %s, %s", i, port.counts(), browser.leg().state())
            .isEqualTo((byte) i);
      }

      assertThat(browser.leg().state()).isEqualTo(new LegState.Connected(GCM));
      assertThat(port.counts().refused())
          .containsKeys(Refusal.MEDIA_MALFORMED, Refusal.MEDIA_NOT_AUTHENTIC)
          .doesNotContainKey(Refusal.FAULT);
    }
  }

  /// The ClientHello race: whoever is first does not win.
  @Test
  void badClientHellosDuringTheSetUpDoNotKeepABrowserOut() throws Exception {
    try (var port = TestPort.open()) {
      var garbage = new Garbage(6347);
      for (int i = 0; i < 100; i++) {
        try (var browser = new PeerBrowser(port)) {
          assertThat(browser.check()).isTrue();
          for (int j = 0; j < 10; j++) browser.send(garbage.wholeClientHello());
          browser.shakeHands(GCM);
          assertThat(browser.nextState()).isEqualTo(new LegState.Connected(GCM));
        }
      }
      assertThat(port.counts().refused(Refusal.DTLS_BAD_HELLO)).isPositive();
    }
  }

  /// The first piece of a longer one is waited for as if it were a browser's, for a while.
  @Test
  void aPieceOfAClientHelloDelaysABrowserButDoesNotKeepItOut() throws Exception {
    try (var port = TestPort.open();
        var browser = new PeerBrowser(port)) {
      assertThat(browser.check()).isTrue();
      browser.send(new Garbage(1).firstPieceOfClientHello());
      browser.shakeHands(GCM);

      assertThat(browser.nextState()).isEqualTo(new LegState.Connected(GCM));
    }
  }

  private static void send(DatagramSocket from, byte[] bytes, WebRtcPort port) throws Exception {
    var to = InetAddress.ofLiteral("127.0.0.1");
    from.send(new DatagramPacket(bytes, bytes.length, to, port.port()));
  }

  private static long refused(WebRtcPort port) {
    return port.counts().refused().values().stream().mapToLong(Long::longValue).sum();
  }

  private static void awaitReceived(WebRtcPort port, long count) {
    Await.soon(() -> port.counts().received() >= count);
  }
}
