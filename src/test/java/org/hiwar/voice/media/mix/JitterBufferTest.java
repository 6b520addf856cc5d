package org.hiwar.voice.media.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Tone;
import org.junit.jupiter.api.Test;

class JitterBufferTest {
  private static final Tone TONE = Tone.of(440);

  private final JitterBuffer buffer = new JitterBuffer();
  private final short[] frame = new short[160];

  @Test
  void evenPacketsComeOutAsTheyWentIn() {
    put(0);
    assertThat(buffer.read(frame)).isFalse();
    for (var i = 1; i < 100; i++) {
      put(i);
      assertThat(buffer.read(frame)).isTrue();
      if (i > 1) assertThat(frame).isEqualTo(decoded(i - 1));
    }
  }

  @Test
  void unevenPacketsAreEvenedOutAfterAFewFrames() {
    var random = new SplittableRandom(4);
    var missing = 0;
    var next = 0;
    for (var tick = 0; tick < 1_000; tick++) {
      while (next <= tick && (next < tick - 2 || random.nextInt(3) > 0)) put(next++);
      if (!buffer.read(frame) && tick > 100) missing++;
    }

    assertThat(missing).isZero();
  }

  @Test
  void aLostPacketIsConcealedAndTheRestStaysInPlace() {
    for (var i = 0; i < 20; i++) {
      if (i != 10) put(i);
      buffer.read(frame);
      if (i == 11) {
        assertThat(Tone.amplitude(frame, 440)).isGreaterThan(2_000);
        assertThat(Math.abs(frame[159])).isLessThan((short) 8_000);
      }
      if (i > 13) assertThat(frame).isEqualTo(decoded(i - 1));
    }
  }

  @Test
  void concealmentFadesToSilenceWithoutAClick() {
    var sound = new short[160 * 30];
    for (var i = 0; i < 30; i++) {
      if (i < 10 || i > 20) put(i);
      buffer.read(frame);
      System.arraycopy(frame, 0, sound, 160 * i, 160);
    }

    assertThat(Tone.steepest(sound)).isLessThan(Tone.steepest(TONE.samples(0, 8_000)) * 5 / 4);
    for (var i = 160 * 15; i < 160 * 20; i++) assertThat(sound[i]).isZero();
  }

  @Test
  void whatIsHeldBackTooLongIsShortened() {
    for (var i = 0; i < 8; i++) put(i);
    var next = 8;
    for (var tick = 0; tick < 2_000; tick++) {
      buffer.read(frame);
      put(next++);
    }
    buffer.read(frame);
    var heldBack = 0;
    while (buffer.read(frame) && heldBack < 20) heldBack++;

    assertThat(heldBack).as("with three frames of fading").isLessThanOrEqualTo(3 + 3);
  }

  @Test
  void aFloodIsCutToTheNewest() {
    for (var i = 0; i < 400; i++) put(i);

    var last = new short[160];
    var reads = 0;
    while (buffer.read(frame) && reads < 100) {
      reads++;
      if (reads < 12 && Arrays.equals(frame, decoded(399))) last = frame.clone();
    }

    assertThat(last).isEqualTo(decoded(399));
    assertThat(reads).as("with three frames of fading").isLessThanOrEqualTo(10 + 3);
  }

  @Test
  void packetsOfTenAndThirtyMillisecondsComeOutWhole() {
    for (var i = 0; i < 40; i++) {
      var samples = TONE.samples(80 * i, 80);
      Packet.audio(i, 80 * i, Tone.mu(samples)).to(buffer::put);
      if (i % 2 == 1) buffer.read(frame);
      if (i % 2 == 1 && i > 5) assertThat(frame).isEqualTo(decoded(i / 2 - 1));
    }
  }

  @Test
  void theTimestampsGoAroundTheirEnd() {
    for (var i = 0; i < 50; i++) {
      Packet.audio(i, Integer.MAX_VALUE - 2_000 + 160 * i, TONE.frame(i)).to(buffer::put);
      buffer.read(frame);
      if (i > 2) assertThat(frame).isEqualTo(decoded(i - 1));
    }
  }

  private void put(int number) {
    Packet.audio(number, 160 * number, TONE.frame(number)).to(buffer::put);
  }

  private static short[] decoded(int number) {
    return Packet.audio(0, 0, TONE.frame(number)).samples();
  }
}
