package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.hiwar.testing.Await;
import org.hiwar.voice.Customer;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.rtp.TrunkPorts;
import org.hiwar.voice.sip.SipCount;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.webrtc.Garbage;
import org.hiwar.voice.webrtc.PortCounts;
import org.hiwar.voice.webrtc.Refusal;
import org.hiwar.voice.webrtc.WebRtcPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Strangers flood every port while two calls go on, one with an agent and one with a number: the
/// calls hear nothing of it, another one can begin, and every datagram is refused and counted.
@Tag("voice")
@Isolated("counts what the whole application refuses")
class FloodedCallsTest {
  private static final String STRANGER = "127.9.9.9";
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;
  private static final int OTHER = 640;
  private static final int INTRUDER = 2_500;
  private static final int SIGNALLING = 4_000;
  private static final int BROWSERS = 12_000;
  private static final int MEDIA = 6_000;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final DeskPhone agent = centre.agent("amal", AGENT);
  private final SipEndpoint sip = CallWorkspace.bean(SipEndpoint.class);
  private final WebRtcPort browsers = CallWorkspace.bean(WebRtcPort.class);
  private final TrunkPorts trunks = CallWorkspace.bean(TrunkPorts.class);

  FloodedCallsTest() throws IOException {}

  @AfterEach
  void close() {
    agent.close();
    centre.close();
  }

  @Test
  void callsGoOnWithoutAGapWhateverStrangersSend() throws Exception {
    agent.ready();
    try (var sentOn = centre.telephone().calls("+491701234567");
        var third = sendOn(sentOn);
        var talking = centre.telephone().calls("+491701234568")) {
      agent.accepts();
      bothHear(talking);
      int toThird = third.customer.numbers().size();
      int toSentOn = sentOn.customer.numbers().size();
      int toTalking = talking.customer.numbers().size();
      long faults = sip.count(SipCount.FAULT);
      long audio = refusedAudio();

      flood(List.of(talking, sentOn));

      bothHear(talking);
      assertThat(third.customer.heardNothingOf(INTRUDER, toThird)).isTrue();
      withoutAGap(third.customer, toThird);
      withoutAGap(sentOn.customer, toSentOn);
      withoutAGap(talking.customer, toTalking);
      assertThat(sip.count(SipCount.FAULT)).isEqualTo(faults);
      assertThat(refusedAudio() - audio).isGreaterThanOrEqualTo(2 * MEDIA);
      assertThat(browsers.counts().refused()).doesNotContainKey(Refusal.FAULT);
      try (var next = centre.telephone().calls("+491701234569")) {
        Await.until(() -> next.customer.packets() > 50);
      }
    }
  }

  private void bothHear(Telephone.Talk talking) {
    Await.until(() -> talking.customer.hears(AGENT));
    Await.until(() -> agent.browser.hears(CUSTOMER));
  }

  /// The agent sends a caller on to a number, where somebody answers.
  private Telephone.Talk sendOn(Telephone.Talk caller) throws InterruptedException {
    var id = agent.accepts();
    Await.until(() -> caller.customer.hears(AGENT));
    centre.telephone().speaksAt(OTHER);
    agent.post(id, "transfer", Map.of("number", "+493090182033")).ok();
    var third = centre.telephone().called().answer();
    centre.telephone().speaksAt(CUSTOMER);
    Await.until(() -> caller.customer.hears(OTHER));
    Await.until(() -> third.customer.hears(CUSTOMER));
    Await.until(
        () -> agent.interaction(id).orElseThrow().get("state").asString().equals("WRAP_UP"));
    agent
        .agent
        .complete(agent.agent.snapshot().at("/conversations/0/id").asString(), 0, null, "")
        .ok();
    return third;
  }

  /// All at once; another call begins in the middle of it.
  private void flood(List<Telephone.Talk> talks) throws Exception {
    var garbage = new Garbage(4711);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var floods =
          List.of(
              new Flood(
                  STRANGER,
                  sip.address(),
                  SIGNALLING,
                  FloodedCallsTest::request,
                  () -> sip.count(SipCount.STRANGER)),
              new Flood(
                  STRANGER,
                  at(browsers.port()),
                  BROWSERS,
                  _ -> garbage.next(),
                  () -> refused(browsers.counts())),
              new Flood(
                  STRANGER,
                  at(talks.getFirst().hiwarPort()),
                  MEDIA,
                  FloodedCallsTest::noise,
                  this::refusedAudio),
              // from the network of the far end, and well made
              new Flood(
                  centre.address().replaceAll("[0-9]+$", "250"),
                  at(talks.getLast().hiwarPort()),
                  MEDIA,
                  FloodedCallsTest::intrusion,
                  this::refusedAudio));
      var all =
          floods.stream().map(flood -> CompletableFuture.runAsync(flood::run, threads)).toList();
      try (var begun = centre.telephone().calls("+491701234570")) {
        Await.until(() -> begun.customer.packets() > 50);
      }
      all.forEach(CompletableFuture::join);
    }
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  private static byte[] request(int number) {
    var method = number % 2 == 0 ? "OPTIONS" : "INVITE";
    var text =
        """
        %1$s sip:100@127.0.0.1 SIP/2.0
        Via: SIP/2.0/UDP 127.9.9.9:5060;rport;branch=z9hG4bKflood%2$d
        From: <sip:friendly@127.9.9.9>;tag=%2$d
        To: <sip:100@127.0.0.1>
        Call-ID: flood-%2$d
        CSeq: 1 %1$s
        Max-Forwards: 70
        Contact: <sip:x@127.9.9.9>
        Content-Length: 0

        """
            .formatted(method, number);
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] noise(int number) {
    var bytes = new byte[1 + number % 400];
    new Random(number).nextBytes(bytes);
    return bytes;
  }

  private static byte[] intrusion(int number) {
    var voice = Tone.of(INTRUDER).frame(number, Payloads.PCMA);
    return Packet.audio(number, 160 * number, voice).of(Payloads.PCMA).bytes();
  }

  private static long refused(PortCounts counts) {
    return counts.refused().values().stream().mapToLong(Long::longValue).sum();
  }

  private long refusedAudio() {
    return trunks.refused().values().stream().mapToLong(Long::longValue).sum();
  }

  /// Everything the other side sent since then came, once and in order. The numbers are the
  /// sender's: one that sends late, because the machine is busy, leaves no gap.
  private static void withoutAGap(Customer customer, int since) {
    var numbers = customer.numbers();
    assertThat(numbers.size()).isGreaterThan(since + 50);
    for (int i = Math.max(1, since); i < numbers.size(); i++)
      assertThat(numbers.get(i) - numbers.get(i - 1) & 0xFFFF)
          .as("step %d of %d", i, numbers.size())
          .isEqualTo(1);
  }
}
