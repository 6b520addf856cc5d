package org.hiwar.voice.media.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.HandClock;
import org.hiwar.voice.media.KeptLeg;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.hiwar.voice.media.Tone;
import org.junit.jupiter.api.Test;

/// Two lines and what is heard across.
class BridgeTest {
  private final HandClock clock = new HandClock();
  private final KeptLeg agent = new KeptLeg(new Payloads(Payloads.PCMU, 126));
  private final KeptLeg customer = new KeptLeg(new Payloads(Payloads.PCMA, 101));
  private final Line agentLine = new Line(agent, clock, new SplittableRandom(1));
  private final Line customerLine = new Line(customer, clock, new SplittableRandom(2));
  private final Bridge bridge = new Bridge(agentLine, customerLine);

  @Test
  void nothingIsHeardBeforeItIsAttachedAndAfterItIsDetached() {
    agent.hear(packet(1));
    bridge.attach();
    agent.hear(packet(2));
    bridge.detach();
    customer.forget();
    agent.hear(packet(3));
    customer.hear(packet(3));

    assertThat(customer.sent()).isEmpty();
    assertThat(agent.sent()).isEmpty();
  }

  @Test
  void aKeyHasThePayloadTypeOfWhoHearsIt() {
    bridge.attach();

    customer.hear(key(1, 101));
    agent.hear(key(2, 126));

    assertThat(agent.sent().getFirst().type()).isEqualTo(126);
    assertThat(agent.sent().getFirst().payload()).containsExactly(5, 10, 0, 160);
    assertThat(customer.sent().getFirst().type()).isEqualTo(101);
  }

  @Test
  void whereNoKeysWereAgreedTheyAreLeftOutWithoutAGap() {
    customer.agree(new Payloads(Payloads.PCMA, Payloads.NONE));
    bridge.attach();

    agent.hear(packet(1));
    agent.hear(key(2, 126));
    agent.hear(packet(3));

    var sent = customer.sent();
    assertThat(sent).hasSize(2);
    assertThat(Rtp.sequenceStep(sent.get(0).sequence(), sent.get(1).sequence())).isOne();
    assertThat(sent.get(1).timestamp() - sent.get(0).timestamp()).isEqualTo(320);
  }

  @Test
  void keysAreWithheldWhileCardDataIsTyped() {
    var tapped = new ArrayList<Packet>();
    bridge.tap(new Tap((b, o, n) -> {}, (b, o, n) -> tapped.add(Packet.read(b, o, n))));
    bridge.attach();
    bridge.withholdKeys(true);
    customer.hear(key(1, 101));
    bridge.withholdKeys(false);
    customer.hear(key(2, 101));

    assertThat(agent.sent()).hasSize(1);
    assertThat(tapped).hasSize(1);
  }

  @Test
  void musicTakesThePlaceOfTheBridgeAndRetrievingBringsItBack() {
    bridge.attach();
    agent.hear(packet(1));
    var music = customerLine.take();
    packet(900).to(music);
    agent.hear(packet(2));
    bridge.attach();
    agent.hear(packet(3));
    music.close();
    agent.hear(packet(4));

    assertThat(music.isHeard()).isFalse();
    assertThat(customer.sent()).hasSize(4);
    for (var i = 1; i < 4; i++)
      assertThat(
              Rtp.sequenceStep(
                  customer.sent().get(i - 1).sequence(), customer.sent().get(i).sequence()))
          .isOne();
  }

  @Test
  void theTapHearsWhatIsSaidAcrossAndNothingWhileItIsNotHeard() {
    var said = new ArrayList<Integer>();
    bridge.tap(new Tap((b, o, _) -> said.add(Rtp.sequence(b, o)), (_, _, _) -> said.add(-1)));
    bridge.attach();
    agent.hear(packet(1));
    customer.hear(packet(7));
    customerLine.take();
    agent.hear(packet(2));
    bridge.detach();
    agent.hear(packet(3));

    assertThat(said).containsExactly(1, -1);
  }

  @Test
  void threadsMayAttachDetachAndTalkAtOnce() {
    var stop = new AtomicBoolean();
    var talkers =
        List.of(
            Thread.ofPlatform().start(() -> talk(agent, stop)),
            Thread.ofPlatform().start(() -> talk(customer, stop)));
    for (var i = 0; i < 300; i++) {
      bridge.attach();
      Thread.yield();
      if (i % 3 == 0) customerLine.take();
      if (i % 2 == 0) bridge.detach();
    }
    bridge.attach();
    var heard = customer.sent().size();
    Await.until(() -> customer.sent().size() > heard + 100);
    stop.set(true);
    Await.until(() -> talkers.stream().noneMatch(Thread::isAlive));

    assertRising(customer.sent());
    assertRising(agent.sent());
  }

  /// Numbers never stand still or go back, whatever happened.
  private static void assertRising(List<Packet> sent) {
    for (var i = 1; i < sent.size(); i++)
      assertThat(Rtp.sequenceStep(sent.get(i - 1).sequence(), sent.get(i).sequence())).isOne();
  }

  private static void talk(KeptLeg leg, AtomicBoolean stop) {
    for (var i = 0; !stop.get() && i < 200_000; i++) leg.hear(packet(i));
  }

  private static Packet packet(int sequence) {
    return Packet.audio(sequence, 160 * sequence, Tone.of(440).frame(sequence));
  }

  private static Packet key(int sequence, int type) {
    return new Packet(
        type, true, sequence, 160 * sequence, 0x1234, new byte[] {5, 10, 0, (byte) 160});
  }
}
