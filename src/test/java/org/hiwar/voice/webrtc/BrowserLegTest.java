package org.hiwar.voice.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.webrtc.LegState.Cause;
import org.hiwar.voice.webrtc.dtls.DtlsIdentity;
import org.hiwar.voice.webrtc.srtp.ProtectionProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a leg promises, over a real port.
class BrowserLegTest {
  private static final ProtectionProfile GCM = ProtectionProfile.AEAD_AES_128_GCM;
  private static final ProtectionProfile CM = ProtectionProfile.AES128_CM_HMAC_SHA1_80;

  private final ManualNanos nanos = new ManualNanos();
  private WebRtcPort port;
  private PeerBrowser browser;

  @BeforeEach
  void open() throws IOException {
    port = TestPort.open(nanos);
    browser = new PeerBrowser(port);
  }

  @AfterEach
  void close() throws IOException {
    browser.close();
    port.close();
  }

  @ParameterizedTest
  @EnumSource
  void audioGoesBothWaysUnderBothProfiles(ProtectionProfile profile) throws Exception {
    connect(profile);
    var heard = heard();

    browser.speak(Payloads.PCMU, 42);
    assertThat(payload(heard.poll(30, TimeUnit.SECONDS))).containsOnly(42);

    browser.leg().send(Arrays.copyOf(PeerBrowser.packet(0, 1, 17), 204), 172);
    assertThat(payload(browser.hear())).containsOnly(17);
  }

  /// The socket is another one then: of IPv4 and IPv6.
  @Test
  void aPortOfAnIpv6AddressIsReachedByIpv4AsWell() throws Exception {
    close();
    port = TestPort.open(nanos, InetAddress.ofLiteral("::1"));
    browser = new PeerBrowser(port);
    connect(GCM);
    var heard = heard();

    browser.speak(Payloads.PCMU, 42);
    assertThat(payload(heard.poll(30, TimeUnit.SECONDS))).containsOnly(42);
    browser.leg().send(Arrays.copyOf(PeerBrowser.packet(0, 1, 17), 204), 172);
    assertThat(payload(browser.hear())).containsOnly(17);
  }

  @Test
  void theBetterProfileIsTakenWhateverTheBrowserPrefers() throws Exception {
    assertThat(browser.check()).isTrue();
    browser.shakeHands(CM, GCM);

    assertThat(browser.nextState()).isEqualTo(new LegState.Connected(GCM));
  }

  @Test
  void nobodyWithAnotherCertificateGetsInAndTheTrueBrowserStillDoes() throws Exception {
    var stranger = DtlsIdentity.create(new SecureRandom(), Clock.systemUTC());
    assertThat(browser.check()).isTrue();

    assertThatThrownBy(() -> browser.impatient().shakeHands(stranger, GCM))
        .isInstanceOf(IOException.class);
    Await.until(() -> refused(Refusal.DTLS_WRONG_CERTIFICATE) > 0);
    assertThat(browser.leg().state()).isEqualTo(new LegState.Connecting());

    browser.patient().shakeHands(GCM);
    assertThat(browser.nextState()).isEqualTo(new LegState.Connected(GCM));
  }

  @Test
  void aHandshakeWithoutSrtpFails() throws Exception {
    assertThat(browser.check()).isTrue();

    assertThatThrownBy(() -> browser.impatient().shakeHands()).isInstanceOf(IOException.class);
    Await.until(() -> refused(Refusal.DTLS_NO_COMMON_PROFILE) > 0);
  }

  @Test
  void nothingIsTakenFromAnAddressWithoutACheck() throws Exception {
    assertThatThrownBy(() -> browser.impatient().shakeHands(GCM)).isInstanceOf(IOException.class);
    browser.send(PeerBrowser.packet(0, 1, 1));

    Await.until(() -> refused(Refusal.MEDIA_FROM_STRANGER) == 1);
    assertThat(refused(Refusal.DTLS_FROM_STRANGER)).isPositive();
    assertThat(browser.leg().state()).isEqualTo(new LegState.Connecting());
  }

  @Test
  void audioFollowsTheBrowserToAnotherNetwork() throws Exception {
    connect(GCM);
    var heard = heard();

    browser.move();
    browser.speak(Payloads.PCMU, 1);
    Await.until(() -> refused(Refusal.MEDIA_FROM_STRANGER) == 1);
    assertThat(browser.check()).isTrue();
    browser.speak(Payloads.PCMU, 2);
    assertThat(payload(heard.poll(30, TimeUnit.SECONDS))).containsOnly(2);
    browser.leg().send(Arrays.copyOf(PeerBrowser.packet(0, 9, 3), 204), 172);
    assertThat(payload(browser.hear())).containsOnly(3);
  }

  @Test
  void whatWasHeardBeforeOrWasNotAgreedOnIsNotDelivered() throws Exception {
    connect(GCM);
    var heard = heard();

    var packet = browser.protectedPacket(Payloads.PCMA, 5);
    browser.send(packet);
    browser.send(packet);
    browser.speak(111, 6);
    browser.speak(126, 7);

    assertThat(payload(heard.poll(30, TimeUnit.SECONDS))).containsOnly(5);
    assertThat(payload(heard.poll(30, TimeUnit.SECONDS))).containsOnly(7);
    assertThat(refused(Refusal.MEDIA_REPLAYED)).isEqualTo(1);
    assertThat(refused(Refusal.MEDIA_OTHER_PAYLOAD)).isEqualTo(1);
  }

  @Test
  void aLegWithoutChecksIsLostAfterHalfAMinute() throws Exception {
    connect(GCM);
    nanos.forward(Duration.ofSeconds(20));
    assertThat(browser.check()).isTrue();
    nanos.forward(Duration.ofSeconds(20));
    assertThat(browser.check()).as("still there").isTrue();

    nanos.forward(Duration.ofSeconds(31));
    assertThat(browser.nextState()).isEqualTo(new LegState.Lost(Cause.SILENT));
    assertThat(browser.check()).isFalse();
    assertThat(port.counts().legs()).isZero();
  }

  @Test
  void aBrowserThatDoesNotConnectInTimeIsLostAndTheCauseIsTold() throws Exception {
    try (var other = new PeerBrowser(port)) {
      assertThat(other.check()).isTrue();
      nanos.forward(WebRtcLimits.CONNECT.plusSeconds(1));

      assertThat(browser.nextState()).isEqualTo(new LegState.Lost(Cause.NEVER_REACHED));
      assertThat(other.nextState()).isEqualTo(new LegState.Lost(Cause.NO_HANDSHAKE));
    }
  }

  @Test
  void aBrowserThatSaysFarewellIsGoneAtOnce() throws Exception {
    connect(GCM);

    browser.leave();

    assertThat(browser.nextState()).isEqualTo(new LegState.Lost(Cause.LEFT));
  }

  @Test
  void aClosedLegTakesNothingMoreAndSaysSoOnce() throws Exception {
    connect(GCM);

    browser.leg().close();
    browser.leg().close();

    assertThat(browser.nextState()).isEqualTo(new LegState.Closed());
    assertThat(browser.check()).isFalse();
    browser.speak(Payloads.PCMU, 1);
    Await.until(() -> refused(Refusal.MEDIA_FROM_STRANGER) == 1);
    assertThat(browser.leg().state()).isEqualTo(new LegState.Closed());
  }

  @Test
  void anOfferThatIsNoneIsRefusedInASentence() {
    assertThat(port.answer("v=1", (_, _) -> {}))
        .isEqualTo(new OfferOutcome.Refused("The offer does not begin with v=0."));
    assertThat(port.counts().legs()).isEqualTo(1);
  }

  private void connect(ProtectionProfile profile) throws Exception {
    assertThat(browser.check()).isTrue();
    browser.shakeHands(profile);
    assertThat(browser.nextState()).isEqualTo(new LegState.Connected(profile));
  }

  private BlockingQueue<byte[]> heard() {
    var heard = new LinkedBlockingQueue<byte[]>();
    browser
        .leg()
        .deliverTo(
            (bytes, offset, length) ->
                heard.add(Arrays.copyOfRange(bytes, offset, offset + length)));
    return heard;
  }

  private static byte[] payload(byte @Nullable [] packet) {
    if (packet == null) throw new AssertionError("no packet came");
    return Arrays.copyOfRange(packet, 12, packet.length);
  }

  private long refused(Refusal why) {
    return port.counts().refused(why);
  }
}
