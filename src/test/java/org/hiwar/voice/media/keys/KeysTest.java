package org.hiwar.voice.media.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.hiwar.voice.media.HandClock;
import org.hiwar.voice.media.HandTicks;
import org.hiwar.voice.media.KeptLeg;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.keys.KeySender.Answer;
import org.hiwar.voice.media.relay.Line;
import org.junit.jupiter.api.Test;

/// Keys, sent on one line and heard on another.
class KeysTest {
  private final HandClock clock = new HandClock();
  private final HandTicks ticks = new HandTicks(clock);
  private final KeptLeg near = KeptLeg.mu();
  private final Line line = new Line(near, clock, new SplittableRandom(1));
  private final KeySender sender = new KeySender(line, ticks);
  private final KeptLeg far = KeptLeg.mu();
  private final StringBuilder heard = new StringBuilder();

  KeysTest() {
    new Line(far, clock, new SplittableRandom(2)).addEar(new KeyEar(far, heard::append));
  }

  @Test
  void everyKeyIsHeardOnce() {
    assertThat(sender.send("0123456789*#ABCD")).isEqualTo(Answer.ACCEPTED);
    assertThat(sender.send("11")).isEqualTo(Answer.ACCEPTED);
    ticks.tick(18 * 12 + 1);

    near.sent().forEach(far::hear);

    assertThat(heard).hasToString("0123456789*#ABCD11");
    assertThat(ticks.waiting()).isZero();
  }

  @Test
  void aKeyBeginsWithTheMarkerGrowsAndEndsThreeTimes() {
    sender.send("5");
    ticks.tick(13);

    var sent = near.sent();
    assertThat(sent).hasSize(8);
    assertThat(sent).allMatch(packet -> packet.timestamp() == sent.getFirst().timestamp());
    assertThat(sent.stream().map(Packet::marker))
        .containsExactly(true, false, false, false, false, false, false, false);
    assertThat(sent.stream().map(KeysTest::duration))
        .containsExactly(160, 320, 480, 640, 800, 800, 800, 800);
    assertThat(sent.stream().map(packet -> packet.payload()[1] < 0))
        .containsExactly(false, false, false, false, false, true, true, true);
    for (var i = 1; i < 8; i++)
      assertThat(Rtp.sequenceStep(sent.get(i - 1).sequence(), sent.get(i).sequence())).isOne();
  }

  @Test
  void aKeyIsHeardOnceWhateverIsLost() {
    sender.send("42");
    ticks.tick(30);
    var sent = near.sent();

    for (var lost = 0; lost < 255; lost++) {
      heard.setLength(0);
      for (var i = 0; i < 16; i++)
        if (i % 8 == 7 || (lost >> (i % 8) & 1) == 0) far.hear(sent.get(i).from(lost));
      assertThat(heard).hasToString("42");
    }
  }

  @Test
  void packetsOfAKeyThatComeLateOrTwiceAreNoKey() {
    sender.send("42");
    ticks.tick(30);
    var sent = near.sent();

    sent.forEach(far::hear);
    sent.forEach(far::hear);

    assertThat(heard).hasToString("42");
  }

  @Test
  void aKeyHeldForLongIsOneKey() {
    far.hear(event(1, 1_000, 3, 0xFFFF));
    far.hear(event(2, 1_000 + 0xFFFF, 3, 160));
    far.hear(event(3, 1_000 + 2 * 0xFFFF, 3, 160));

    assertThat(heard).hasToString("33");
  }

  @Test
  void whatIsNoKeyIsNotHeard() {
    far.hear(event(1, 1_000, 16, 160));
    far.hear(Packet.audio(2, 1_160, new byte[] {3, 10, 0, 1}));
    far.hear(new Packet(101, true, 3, 1_320, 0x1234, new byte[] {3, 10, 0}));

    assertThat(heard).isEmpty();
  }

  @Test
  void aFarEndWithoutEventsHearsTheTones() {
    near.agree(new Payloads(Payloads.PCMA, Payloads.NONE));
    sender.send("5");
    ticks.tick(13);

    assertThat(near.sent()).hasSize(5);
    var sound = near.sound();
    assertThat(Tone.amplitude(sound, 770)).isGreaterThan(3_900);
    assertThat(Tone.amplitude(sound, 1_336)).isGreaterThan(3_900);
    assertThat(Tone.amplitude(sound, 941)).isLessThan(300);
  }

  @Test
  void whatIsHeardPausesForAKeyAndGoesOn() {
    var feed = line.take();
    sender.send("1");
    for (var i = 0; i < 20; i++) {
      Packet.audio(i, 160 * i, Tone.of(440).frame(i)).to(feed);
      ticks.tick(1);
    }

    var kinds = new StringBuilder();
    near.sent().forEach(packet -> kinds.append(packet.type() == 101 ? 'k' : 'a'));
    assertThat(kinds.toString()).matches("ak{8}a{11}");
  }

  @Test
  void notEverythingIsSent() {
    assertThat(sender.send("12x")).isEqualTo(Answer.NOT_A_KEY);
    assertThat(sender.send("1".repeat(65))).isEqualTo(Answer.TOO_MANY);
    sender.send("1".repeat(64));
    assertThat(sender.send("1")).isEqualTo(Answer.TOO_MANY);
    sender.stop();
    ticks.tick(20);

    assertThat(near.sent()).isEmpty();
  }

  private static int duration(Packet packet) {
    return (packet.payload()[2] & 0xFF) << 8 | packet.payload()[3] & 0xFF;
  }

  private static Packet event(int sequence, int timestamp, int code, int duration) {
    var payload = new byte[] {(byte) code, 10, (byte) (duration >> 8), (byte) duration};
    return new Packet(101, false, sequence, timestamp, 0x1234, payload);
  }
}
