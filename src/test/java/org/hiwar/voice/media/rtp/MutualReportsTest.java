package org.hiwar.voice.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.hiwar.voice.media.HandClock;
import org.hiwar.voice.media.MediaLimits;
import org.junit.jupiter.api.Test;

/// Two ends of one leg tell each other how they do, over a network that loses and delays.
class MutualReportsTest {
  private static final int PTIME_MS = 20;
  private static final int OCTETS = 160;

  private final HandClock clock = new HandClock();
  private final Reports here = reports(1, "here");
  private final Reports there = reports(2, "there");
  private int sequence = 65_500;

  @Test
  void lossIsSeenAtBothEnds() {
    for (int i = 0; i < 100; i++) packet(i % 10 != 8, 0);
    report(there, here);
    report(here, there);

    assertThat(here.statistics().lost()).isEqualTo(10);
    assertThat(there.statistics().farLossPercent()).isEqualTo(10);
  }

  @Test
  void theShareLostIsThatOfTheLastIntervalOnly() {
    for (int i = 0; i < 100; i++) packet(i % 2 == 0, 0);
    report(here, there);
    assertThat(there.statistics().farLossPercent()).isBetween(48, 50);

    for (int i = 0; i < 100; i++) packet(true, 0);
    report(here, there);

    assertThat(there.statistics().farLossPercent()).isLessThanOrEqualTo(1);
    assertThat(here.statistics().lost()).isEqualTo(50);
  }

  @Test
  void theRoundTripIsThatOfTheNetworkAlone() {
    packet(true, 0);
    var out = written(there);
    clock.passMs(30);
    take(here, out);
    clock.pass(Duration.ofSeconds(2));
    var back = written(here);
    clock.passMs(50);
    take(there, back);

    assertThat(there.statistics().roundTripMs()).isBetween(79, 81);
  }

  @Test
  void jitterGrowsWithUnevenTravelAndAPauseIsNone() {
    for (int i = 0; i < 200; i++) packet(true, 0);
    assertThat(here.statistics().jitterMs()).isZero();

    clock.pass(Duration.ofMinutes(10));
    for (int i = 0; i < 10; i++) packet(true, 0);
    assertThat(here.statistics().jitterMs()).isZero();

    for (int i = 0; i < 200; i++) packet(true, i % 2 == 0 ? 15 : 0);
    assertThat(here.statistics().jitterMs()).isBetween(10, 15);
  }

  @Test
  void whoSentNothingSinceTheLastReportReportsAsReceiver() {
    assertThat(written(there)[1] & 0xff).isEqualTo(201);
    packet(true, 0);
    assertThat(written(there)[1] & 0xff).isEqualTo(200);
    assertThat(written(there)[1] & 0xff).isEqualTo(201);
  }

  @Test
  void everyPacketOfAReportIsWholeAndTheNameIsInIt() {
    packet(true, 0);
    var compound = ByteBuffer.wrap(written(there));
    compound.position(4 + 4 * compound.getShort(2));

    assertThat(compound.get(compound.position() + 1) & 0xff).isEqualTo(202);
    assertThat(4 + 4 * compound.getShort(compound.position() + 2)).isEqualTo(compound.remaining());
    var name = new byte[5];
    compound.get(compound.position() + 10, name);
    assertThat(new String(name)).isEqualTo("there");
  }

  @Test
  void noiseChangesNothing() {
    var random = new Random(3550);
    for (int i = 0; i < 100; i++) packet(true, 0);
    var before = here.statistics();
    for (int i = 0; i < 20_000; i++) {
      var noise = noise(random);
      here.take(noise, noise.length, clock.getAsLong());
    }

    assertThat(here.statistics()).isEqualTo(before);
    assertThat(here.take(new byte[0], 0, clock.getAsLong())).isFalse();
  }

  /// Half of it looks like a report from outside.
  private static byte[] noise(Random random) {
    var noise = new byte[4 * random.nextInt(30) + (random.nextBoolean() ? 0 : random.nextInt(4))];
    random.nextBytes(noise);
    if (noise.length < 8 || random.nextBoolean()) return noise;
    noise[0] = (byte) (0x80 | noise[0] & 0x3f);
    noise[1] = (byte) (200 + random.nextInt(2));
    noise[2] = 0;
    noise[3] = (byte) (noise.length / 4 - 1);
    return noise;
  }

  private Reports reports(int ssrc, String name) {
    return new Reports(ssrc, name, Reports.USUAL, new SecureRandom(), clock.getAsLong());
  }

  /// The far end sends one, which takes as long as told, in milliseconds, or does not come.
  private void packet(boolean arrives, int delayMs) {
    sequence++;
    long now = clock.getAsLong();
    var timestamp = (int) ((now / 1_000_000 - delayMs) * (MediaLimits.RATE / 1_000));
    var packet = ByteBuffer.allocate(12 + OCTETS).putShort((short) 0x8000);
    packet.putShort((short) sequence).putInt(timestamp).putInt(2);
    there.sent(timestamp, OCTETS, now);
    if (arrives) here.received(packet.array(), now);
    clock.passMs(PTIME_MS);
  }

  private void report(Reports from, Reports to) {
    take(to, written(from));
  }

  private void take(Reports at, byte[] report) {
    assertThat(at.take(report, report.length, clock.getAsLong())).isTrue();
  }

  private byte[] written(Reports from) {
    var into = ByteBuffer.allocate(256);
    from.write(into, clock.getAsLong());
    return Arrays.copyOf(into.array(), into.position());
  }
}
