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
import org.hiwar.voice.media.sound.Clip;
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
///
/// A busy machine makes every end late and a browser stutter. So nothing is judged at one moment:
/// what must come is waited for, and what was recorded is judged by windows, and by how many.
@Tag("voice")
class JoinedCallTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;

  private static final Clip MUSIC = Likeness.HOLD_MUSIC;

  /// More than a minute, which is what sipp has otherwise.
  private static final String LONGEST_CALL = "300s";

  /// Packets of 20 ms.
  private static final int SPOKEN = 150;

  private static final int HELD = 150;

  /// Windows of [RecordedSide], of which a second has ten.
  private static final int MOST_OF_SPOKEN = 15;

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
    return Sipp.calling(
        script, Transport.UDP, hiwar.endpoint().address(), "-timeout", LONGEST_CALL);
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
    Await.until(() -> customer.hearsButNot(AGENT, CUSTOMER)); // no echo
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
      pass(SPOKEN);
      var heldAt = seconds(recording);
      hold(customerLine, agentLine);
      var held = seconds(recording) - heldAt;
      bridge.attach();
      bothHearEachOther();
      Await.until(() -> Likeness.of(customer.lately(), MUSIC) < 0.2);
      pass(SPOKEN);
      bridge.tap(Tap.NOTHING);
      recording.stop();
      Await.until(() -> Files.exists(copies.resolve("whole")));

      var wav = Wav.read(copies.resolve("whole"));
      assertSpokenThenHeldThenSpoken(new RecordedSide(wav.left(), AGENT, CUSTOMER), held);
      assertSpokenThenHeldThenSpoken(new RecordedSide(wav.right(), CUSTOMER, AGENT), held);
    }
  }

  /// The customer hears the music and the agent nothing.
  private void hold(Line customerLine, Line agentLine) {
    var silence = agentLine.take();
    new Player(pacer).again(MUSIC, customerLine.take());
    Await.until(() -> Likeness.of(customer.lately(), MUSIC) > 0.98);
    Await.until(agent::hearsNothing);
    pass(HELD);
    Await.until(() -> customer.hearsNothingOf(AGENT));
    assertThat(silence.isHeard()).isTrue();
  }

  /// A side of the recording has its own voice before and after the hold, nothing in between, and
  /// never the other's voice. Packets are placed by their timestamps, which may be off by a second
  /// where a machine stood still; so the length of the silence is, too.
  private static void assertSpokenThenHeldThenSpoken(RecordedSide side, double held) {
    var silence = side.longestSilence();
    assertThat(silence.seconds()).as("%s of %s", silence, side).isGreaterThan(held - 1.5);
    assertThat(side.spokenBefore(silence)).as(side.toString()).isGreaterThan(MOST_OF_SPOKEN);
    assertThat(side.spokenAfter(silence)).as(side.toString()).isGreaterThan(MOST_OF_SPOKEN);
    assertThat(side.count(RecordedSide.Window.OTHER)).as(side.toString()).isZero();
  }

  /// The browser reports every few seconds how it receives us.
  private static void assertBothLegsKnowTheirQuality(TrunkPort trunk, BrowserLeg browser) {
    Await.until(() -> browser.statistics().roundTripMs() != LegStatistics.UNKNOWN);
    Await.until(() -> browser.statistics().farLossPercent() == 0);
    assertThat(browser.statistics().received()).isPositive();
    assertThat(trunk.statistics().received()).isPositive();
    assertThat(100 * trunk.statistics().lost()).isLessThan(trunk.statistics().received());
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
