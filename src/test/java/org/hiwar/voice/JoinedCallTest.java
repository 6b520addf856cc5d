package org.hiwar.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.keys.KeyEar;
import org.hiwar.voice.media.play.Pacer;
import org.hiwar.voice.media.play.Player;
import org.hiwar.voice.media.record.Recorder;
import org.hiwar.voice.media.record.Recording;
import org.hiwar.voice.media.record.RecordingEvent;
import org.hiwar.voice.media.record.Wav;
import org.hiwar.voice.media.relay.Bridge;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.relay.Tap;
import org.hiwar.voice.media.rtp.FarEnd;
import org.hiwar.voice.media.rtp.TestPorts;
import org.hiwar.voice.media.rtp.TrunkListener;
import org.hiwar.voice.media.rtp.TrunkPort;
import org.hiwar.voice.media.rtp.TrunkPorts;
import org.hiwar.voice.media.sound.HoldMusic;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.sdp.LocalAudio;
import org.hiwar.voice.sip.Script;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.voice.sip.Sipp;
import org.hiwar.voice.sip.TestEndpoint;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.webrtc.BrowserLeg;
import org.hiwar.voice.webrtc.BrowserPhone;
import org.hiwar.voice.webrtc.PhoneServer;
import org.hiwar.voice.webrtc.TestPort;
import org.hiwar.voice.webrtc.WebRtcPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A call from a trunk to an agent's browser through every part of telephony: sipp signals, the
/// customer's tone comes over RTP in A-law, the agent's out of a Chromium in µ-law. Both tones lie
/// between the notes of the music on hold.
@Tag("voice")
class JoinedCallTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;

  private final TestEndpoint hiwar = new TestEndpoint();
  private final TrunkPorts ports = TestPorts.open();
  private final WebRtcPort browsers = TestPort.open();
  private final Pacer pacer = new Pacer("pacer", System::nanoTime);
  private final PhoneServer page = new PhoneServer(browsers);
  private final Customer customer = new Customer(CUSTOMER);
  private final BrowserPhone agent = new BrowserPhone(AGENT);
  private final SplittableRandom random = new SplittableRandom(11);
  @TempDir Path folder;
  @TempDir Path copies;

  JoinedCallTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    agent.close();
    page.close();
    customer.close();
    pacer.close();
    browsers.close();
    ports.close();
    hiwar.close();
  }

  @Test
  void aCallerAndABrowserHearEachOtherAndTheirKeysAndHoldAndAreRecorded() throws Exception {
    try (var sipp = called()) {
      var in = hiwar.arrived();
      var trunkLeg = answer(in);
      var browserLeg = agent.open(page, "");
      agent.awaitState("connected");
      var customerLine = new Line(trunkLeg, System::nanoTime, random);
      var agentLine = new Line(browserLeg, System::nanoTime, random);
      var bridge = new Bridge(agentLine, customerLine);
      bridge.attach();
      customer.talkTo(trunkLeg.port(), pacer);
      agent.speak();

      bothHearEachOther();
      keysArriveOnBothSides(customerLine, agentLine);
      bothHearEachOther();
      recordedWithAHoldInTheMiddle(bridge, customerLine, agentLine);
      assertBothLegsKnowTheirQuality(trunkLeg, browserLeg);

      in.call().hangUp();
      in.heard().next(SipEvent.Ended.class);
      sipp.succeeds();
    }
  }

  private Sipp called() {
    hiwar.trunk(9, Transport.UDP);
    var script =
        Script.caller()
            .invites(Script.sdpAt(customer.port()))
            .maybeReceives(100)
            .receivesAnswer(200)
            .acknowledges(1, "")
            .receives("BYE")
            .answersWithin(200, "");
    return Sipp.calling(script, Transport.UDP, hiwar.endpoint().address());
  }

  private TrunkPort answer(TestEndpoint.Arrived in) {
    var offer = Objects.requireNonNull(in.call().offer());
    var port = ports.open(TrunkListener.NONE).orElseThrow();
    port.describe(
        FarEnd.at(new InetSocketAddress(offer.address(), offer.port()), offer.payloads()));
    var here = InetAddress.getLoopbackAddress();
    in.call().answer(new LocalAudio(here, port.port(), 7, 1, Direction.SENDRECV).answer(offer));
    return port;
  }

  private void bothHearEachOther() {
    Await.until(() -> agent.hears(CUSTOMER));
    Await.until(() -> customer.hears(AGENT));
    assertThat(customer.hearsNothingOf(CUSTOMER)).as("no echo").isTrue();
  }

  private void keysArriveOnBothSides(Line customerLine, Line agentLine) {
    var ofCustomer = new CopyOnWriteArrayList<Character>();
    var ofAgent = new CopyOnWriteArrayList<Character>();
    customerLine.addEar(new KeyEar(customerLine.leg(), ofCustomer::add));
    agentLine.addEar(new KeyEar(agentLine.leg(), ofAgent::add));

    customer.press(5);
    agent.press("7#");

    Await.until(() -> ofCustomer.contains('5'));
    Await.until(() -> ofAgent.size() == 2);
    Await.until(() -> customer.keys().contains(11));
    assertThat(ofCustomer).containsExactly('5');
    assertThat(ofAgent).containsExactly('7', '#');
    assertThat(customer.keys()).contains(7, 11).isSubsetOf(7, 11);
  }

  private void recordedWithAHoldInTheMiddle(Bridge bridge, Line customerLine, Line agentLine)
      throws IOException {
    try (var recorder = new Recorder(folder, System::nanoTime, this::copy)) {
      var recording = recorder.start("call");
      bridge.tap(recording.tap());
      pass(75);
      var heldAt = seconds(recording);
      hold(customerLine, agentLine);
      var retrievedAt = seconds(recording);
      bridge.attach();
      bothHearEachOther();
      // What was heard lately may begin with the end of the music.
      Await.until(() -> Likeness.of(customer.lately(), HoldMusic.compose()) < 0.2);
      var backAt = seconds(recording);
      pass(75);
      var endedAt = seconds(recording);
      bridge.tap(Tap.NOTHING);
      recording.stop();
      Await.until(() -> Files.exists(copies.resolve("whole")));

      var wav = Wav.read(copies.resolve("whole"));
      assertEachHasItsSide(wav, 0.3, heldAt - 0.2);
      assertThat(Wav.isSilent(wav.left(heldAt + 0.5, retrievedAt - 0.1))).isTrue();
      assertThat(Wav.isSilent(wav.right(heldAt + 0.5, retrievedAt - 0.1))).isTrue();
      assertEachHasItsSide(wav, backAt + 0.1, endedAt - 0.2);
    }
  }

  /// The customer hears the music and the agent nothing.
  private void hold(Line customerLine, Line agentLine) {
    var music = HoldMusic.compose();
    var silence = agentLine.take();
    new Player(pacer).again(music, customerLine.take());
    Await.until(() -> Likeness.of(customer.lately(), music) > 0.98);
    Await.until(agent::hearsNothing);
    pass(50);
    assertThat(customer.hearsNothingOf(AGENT)).isTrue();
    assertThat(silence.isHeard()).isTrue();
  }

  private static void assertEachHasItsSide(Wav wav, double from, double to) {
    var ofAgent = wav.left(from, to);
    var ofCustomer = wav.right(from, to);
    assertThat(Tone.amplitude(ofAgent, AGENT)).isGreaterThan(3_000);
    assertThat(Tone.amplitude(ofAgent, CUSTOMER)).isLessThan(100);
    assertThat(Tone.amplitude(ofCustomer, CUSTOMER)).isGreaterThan(3_000);
    assertThat(Tone.amplitude(ofCustomer, AGENT)).isLessThan(100);
  }

  /// The browser reports every few seconds how it receives us.
  private static void assertBothLegsKnowTheirQuality(TrunkPort trunk, BrowserLeg browser) {
    Await.until(() -> browser.statistics().roundTripMs() != LegStatistics.UNKNOWN);
    assertThat(browser.statistics().farLossPercent()).isZero();
    assertThat(browser.statistics().received()).isPositive();
    assertThat(trunk.statistics().received()).isPositive();
    assertThat(trunk.statistics().lost()).isZero();
  }

  /// Waits until so many more packets have come to the customer.
  private void pass(int packets) {
    var before = customer.packets();
    Await.until(() -> customer.packets() >= before + packets);
  }

  private static double seconds(Recording recording) {
    return recording.length().toMillis() / 1_000.0;
  }

  private void copy(RecordingEvent event) {
    if (!(event instanceof RecordingEvent.Written written)) return;
    try {
      Files.copy(written.wav(), copies.resolve("part"));
      Files.move(copies.resolve("part"), copies.resolve("whole"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
