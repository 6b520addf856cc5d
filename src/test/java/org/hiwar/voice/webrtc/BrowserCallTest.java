package org.hiwar.voice.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.keys.KeyEar;
import org.hiwar.voice.media.relay.Bridge;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.webrtc.LegState.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two real browsers, each with a leg and a tone of its own in the microphone.
@Tag("browser")
class BrowserCallTest {
  private static final int JANE = 1000;
  private static final int OMAR = 600;
  private static final int GARBAGE = 30_000;
  private static final int BURST = 50;

  private final ManualNanos nanos = new ManualNanos();
  private WebRtcPort port;
  private PhoneServer server;
  private BrowserPhone jane;
  private BrowserPhone omar;

  @BeforeEach
  void open() throws Exception {
    port = TestPort.open(nanos);
    server = new PhoneServer(port);
    jane = new BrowserPhone(JANE);
    omar = new BrowserPhone(OMAR);
  }

  @AfterEach
  void close() throws Exception {
    jane.close();
    omar.close();
    server.close();
    port.close();
  }

  @Test
  void twoBrowsersHearEachOtherCallAfterCallOnTheSameLegs() throws Exception {
    var janes = jane.open(server, "");
    var omars = omar.open(server, "");
    connected();
    assertThat(jane.text("transport", "srtpCipher")).isEqualTo("SRTP_AEAD_AES_128_GCM");
    assertThat(jane.count("outbound-rtp", "packetsSent")).as("idle").isZero();

    var janesLine = line(janes);
    var omarsLine = line(omars);
    try (var bridge = new Bridge(janesLine, omarsLine)) {
      call(bridge);
      keysOfJaneAreHeard(janesLine);
      qualityIsKnown(janes);
      hangUp();
    }

    try (var bridge = new Bridge(janesLine, omarsLine)) {
      call(bridge);
      garbageDisturbsNobody();
      theyHearEachOther();
    }

    omar.hangUp();
    Await.until(() -> omars.state().equals(new LegState.Lost(Cause.LEFT)));
    janes.close();
    Await.until(() -> !jane.state().equals("connected"));
  }

  private void connected() {
    jane.awaitState("connected");
    omar.awaitState("connected");
  }

  private static Line line(BrowserLeg leg) {
    return new Line(leg, System::nanoTime, new SplittableRandom(5));
  }

  private void call(Bridge bridge) {
    bridge.attach();
    jane.speak();
    omar.speak();
    theyHearEachOther();
  }

  private void theyHearEachOther() {
    Await.until(() -> jane.hears(OMAR));
    Await.until(() -> omar.hears(JANE));
  }

  private void keysOfJaneAreHeard(Line line) {
    var keys = new CopyOnWriteArrayList<Character>();
    line.addEar(new KeyEar(line.leg(), keys::add));
    jane.press("15");
    Await.until(() -> keys.equals(List.of('1', '5')));
  }

  private void qualityIsKnown(BrowserLeg leg) {
    Await.until(() -> leg.statistics().roundTripMs() != LegStatistics.UNKNOWN);
    Await.until(() -> leg.statistics().farLossPercent() != LegStatistics.UNKNOWN);
    assertThat(leg.statistics().received()).isPositive();
    Await.until(() -> jane.count("remote-inbound-rtp", "roundTripTimeMeasurements") > 0);
  }

  /// The legs stay joined until both are silent: it is the browsers that send nothing more.
  private void hangUp() {
    Stream.of(jane, omar).forEach(BrowserPhone::rest);
    Await.until(() -> jane.hearsNothing() && omar.hearsNothing());
    Await.until(this::janeSendsNothingBetweenReports);
    assertThat(jane.state()).isEqualTo("connected");
  }

  /// What was on its way when she fell silent may still go out before.
  private boolean janeSendsNothingBetweenReports() {
    double sent = jane.count("outbound-rtp", "packetsSent");
    long reports = port.counts().sent();
    Await.until(() -> port.counts().sent() > reports + 4);
    return jane.count("outbound-rtp", "packetsSent") == sent;
  }

  private void garbageDisturbsNobody() throws Exception {
    long before = refused();
    var garbage = new Garbage(7983);
    var loopback = InetAddress.ofLiteral("127.0.0.1");
    try (var stranger = new DatagramSocket(0, loopback)) {
      for (int i = 1; i <= GARBAGE; i++) {
        var bytes = garbage.next();
        stranger.send(new DatagramPacket(bytes, bytes.length, loopback, port.port()));
        long sent = before + i;
        if (i % BURST == 0) Await.soon(() -> refused() >= sent);
      }
    }
    assertThat(port.counts().refused()).doesNotContainKey(Refusal.FAULT);
    assertThat(server.states())
        .allSatisfy(state -> assertThat(state).isInstanceOf(LegState.Connected.class));
  }

  private long refused() {
    return port.counts().refused().values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void aWrongFingerprintAndAWrongPasswordAreRefused() throws Exception {
    var janes = jane.open(server, "fingerprint");
    var omars = omar.open(server, "password");

    Await.until(() -> port.counts().refused(Refusal.DTLS_WRONG_CERTIFICATE) > 0);
    Await.until(() -> port.counts().refused(Refusal.STUN_NOT_AUTHENTIC) > 3);
    assertThat(janes.state()).isEqualTo(new LegState.Connecting());
    assertThat(omars.state()).isEqualTo(new LegState.Connecting());
    assertThat(jane.state()).isNotEqualTo("connected");
    assertThat(omar.state()).isNotEqualTo("connected");

    nanos.forward(WebRtcLimits.CONNECT);
    Await.until(() -> janes.state().equals(new LegState.Lost(Cause.NO_HANDSHAKE)));
    Await.until(() -> omars.state().equals(new LegState.Lost(Cause.NEVER_REACHED)));
  }
}
