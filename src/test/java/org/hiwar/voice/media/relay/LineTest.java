package org.hiwar.voice.media.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hiwar.voice.media.HandClock;
import org.hiwar.voice.media.KeptLeg;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.hiwar.voice.media.Tone;
import org.junit.jupiter.api.Test;

/// One stream goes out of a line, whatever is put in.
class LineTest {
  private static final Tone LOW = Tone.of(440);
  private static final Tone HIGH = Tone.of(620);

  private final HandClock clock = new HandClock();
  private final KeptLeg leg = KeptLeg.mu();
  private final Line line = new Line(leg, clock, new SplittableRandom(3));

  @Test
  void oneSourceAfterTheOtherIsOneStream() {
    for (var source = 0; source < 5; source++) {
      var feed = line.take();
      play(feed, source % 2 == 0 ? LOW : HIGH, 9_999 * source, 10, 0x7000 + source);
    }

    assertContinuous(leg.sent());
    assertThat(leg.sent()).hasSize(50);
    assertThat(markers()).containsExactly(0, 10, 20, 30, 40);
  }

  @Test
  void numbersGoAroundTheirEnd() {
    for (var i = 0; i < 700; i++) play(line.take(), LOW, 65_500, 100, i);

    assertContinuous(leg.sent());
    assertThat(leg.sent()).hasSize(70_000);
  }

  @Test
  void whatIsLostOnTheWayInStaysLostOnTheWayOut() {
    var feed = line.take();
    play(feed, LOW, 100, 5, 1);
    play(feed, LOW, 108, 5, 1);

    var gap = Rtp.sequenceStep(leg.sent().get(4).sequence(), leg.sent().get(5).sequence());
    assertThat(gap).isEqualTo(4);
    assertThat(leg.sent().get(5).timestamp() - leg.sent().get(4).timestamp()).isEqualTo(640);
    assertThat(leg.sent().get(5).marker()).isFalse();
  }

  @Test
  void aLatePacketIsDroppedAndNoNumberIsUsedTwice() {
    var feed = line.take();
    play(feed, LOW, 1, 3, 1);
    play(feed, LOW, 5, 1, 1);
    play(feed, LOW, 4, 1, 1);
    play(feed, LOW, 5, 2, 1);

    assertThat(leg.sent()).hasSize(5);
    assertThat(leg.sent().stream().map(Packet::sequence)).doesNotHaveDuplicates();
  }

  @Test
  void aSourceThatBeginsAnewIsAnotherSource() {
    var feed = line.take();
    play(feed, LOW, 1, 5, 0xAA);
    play(feed, HIGH, 40_000, 5, 0xBB);

    assertContinuous(leg.sent());
    assertThat(markers()).containsExactly(0, 5);
  }

  @Test
  void theTimestampFollowsTheTimeAcrossSilence() {
    play(line.take(), LOW, 1, 5, 1);
    clock.passMs(60_000);
    play(line.take(), LOW, 1, 1, 1);

    var step = leg.sent().get(5).timestamp() - leg.sent().get(4).timestamp();
    assertThat(step).isEqualTo(60_020 * 8);
  }

  @Test
  void aDisplacedSourceIsNotHeard() {
    var old = line.take();
    play(old, LOW, 1, 5, 1);
    var current = line.take();
    play(old, LOW, 6, 5, 1);
    play(current, HIGH, 1, 5, 2);
    old.close();

    assertThat(old.isHeard()).isFalse();
    assertThat(current.isHeard()).isTrue();
    assertThat(leg.sent()).hasSize(10);
    assertThat(Tone.amplitude(leg.sound(), 620)).isGreaterThan(3_000);
    assertThat(leg.sent().get(5).sequence()).isEqualTo((leg.sent().get(4).sequence() + 1) & 0xFFFF);
  }

  @Test
  void changesAtAnyMomentDoNotClick() {
    var random = new SplittableRandom(11);
    for (var i = 0; i < 40; i++) {
      var feed = line.take();
      var from = random.nextInt(50);
      for (var frame = 0; frame < 5; frame++) {
        Packet.audio(frame, 160 * frame, (i % 2 == 0 ? LOW : HIGH).frame(from + frame)).to(feed);
        clock.passMs(20);
      }
      if (i % 5 == 4) feed.close();
    }

    var withoutAnyChange = Tone.steepest(HIGH.samples(0, 8_000));
    assertThat(Tone.steepest(leg.sound())).isLessThan(withoutAnyChange * 3 / 2);
  }

  @Test
  void theEndIsFadedOut() {
    var feed = line.take();
    play(feed, LOW, 1, 5, 1);
    feed.close();

    var last = leg.sent().getLast();
    assertContinuous(leg.sent());
    assertThat(leg.sent()).hasSize(6);
    assertThat(Tone.amplitude(last.samples(), 440)).isLessThan(1_500);
    for (var i = 40; i < 160; i++) assertThat(last.samples()[i]).isZero();
  }

  @Test
  void whatIsHeardIsInTheLawOfTheFarEndAlsoAfterItChanges() {
    var feed = line.take();
    leg.agree(new Payloads(Payloads.PCMA, Payloads.NONE));
    play(feed, LOW, 0, 50, 1);
    leg.agree(new Payloads(Payloads.PCMU, Payloads.NONE));
    play(feed, LOW, 50, 50, 1);

    assertThat(leg.sent().subList(0, 50)).allMatch(packet -> packet.type() == Payloads.PCMA);
    assertThat(leg.sent().subList(50, 100)).allMatch(packet -> packet.type() == Payloads.PCMU);
    assertThat(Tone.amplitude(leg.sound(), 440)).isBetween(7_800.0, 8_200.0);
    assertThat(Tone.steepest(leg.sound())).isLessThan(4_000);
  }

  @Test
  void aKeyIsInTheStreamAndTheSourceGoesOnWithoutAGap() throws Exception {
    var feed = line.take();
    play(feed, LOW, 0, 5, 1);
    try (var key = line.interject()) {
      for (var i = 1; i <= 5; i++) {
        key.event(i == 1, 7, false, 160 * i);
        play(feed, LOW, 4 + i, 1, 1);
      }
      for (var i = 0; i < 3; i++) key.event(false, 7, true, 800);
    }
    play(feed, LOW, 10, 5, 1);

    var sent = leg.sent();
    assertThat(sent).hasSize(5 + 8 + 5);
    for (var i = 1; i < sent.size(); i++)
      assertThat(Rtp.sequenceStep(sent.get(i - 1).sequence(), sent.get(i).sequence())).isOne();
    var start = sent.get(4).timestamp() + 160;
    assertThat(sent.subList(5, 13))
        .allMatch(packet -> packet.type() == 101 && packet.timestamp() == start);
    assertThat(sent.get(13).timestamp()).isEqualTo(start + 800);
  }

  @Test
  void whoListensHearsWhatComesAndNobodyElse() {
    var heard = new int[1];
    PacketSink ear = (_, _, _) -> heard[0]++;
    line.addEar(ear);
    leg.hear(Packet.audio(1, 160, LOW.frame(0)));
    line.removeEar(ear);
    leg.hear(Packet.audio(2, 320, LOW.frame(1)));

    assertThat(heard[0]).isEqualTo(1);
    assertThat(leg.sent()).isEmpty();
  }

  private void play(Feed feed, Tone tone, int first, int count, int ssrc) {
    for (var i = first; i < first + count; i++) {
      Packet.audio(i, 160 * i, tone.frame(i)).from(ssrc).to(feed);
      clock.passMs(20);
    }
  }

  private List<Integer> markers() {
    var sent = leg.sent();
    return IntStream.range(0, sent.size()).filter(i -> sent.get(i).marker()).boxed().toList();
  }

  private static void assertContinuous(List<Packet> sent) {
    for (var i = 1; i < sent.size(); i++) {
      var before = sent.get(i - 1);
      var now = sent.get(i);
      assertThat(Rtp.sequenceStep(before.sequence(), now.sequence())).isOne();
      assertThat(now.timestamp() - before.timestamp()).isEqualTo(160);
    }
  }
}
