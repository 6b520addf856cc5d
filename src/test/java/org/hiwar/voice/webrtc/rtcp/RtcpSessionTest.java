package org.hiwar.voice.webrtc.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Two sides of one leg tell each other how they do.
class RtcpSessionTest {
  private static final Duration PTIME = Duration.ofMillis(20);

  private final AtomicLong nanos = new AtomicLong(Duration.ofHours(5).toNanos());
  private final RtcpSession here = new RtcpSession(1, "here", nanos::get);
  private final RtcpSession there = new RtcpSession(2, "there", nanos::get);
  private int sequence = 65_500;
  private Duration delay = Duration.ZERO;

  @Test
  void lossIsSeenOnBothSidesOfTheNetwork() {
    for (int i = 0; i < 100; i++) packet(i % 10 != 9);
    report(there, here);
    report(here, there);

    assertThat(here.quality().here().lost()).as("the last one is not known yet").isEqualTo(9);
    assertThat(here.quality().here().recentLoss()).isBetween(0.08, 0.1);
    var told = there.quality().there().orElseThrow();
    assertThat(told.lost()).isEqualTo(9);
    assertThat(told.recentLoss()).isBetween(0.08, 0.1);
  }

  @Test
  void theShareLostIsThatOfTheLastIntervalOnly() {
    for (int i = 0; i < 100; i++) packet(i % 2 == 0);
    report(here, there);
    for (int i = 0; i < 100; i++) packet(true);
    report(here, there);

    assertThat(there.quality().there().orElseThrow().recentLoss()).isLessThan(0.02);
    assertThat(there.quality().there().orElseThrow().lost()).isEqualTo(50);
  }

  @Test
  void theRoundTripIsThatOfTheNetworkAlone() {
    packet(true);
    var out = write(there);
    pass(Duration.ofMillis(30));
    here.reported(out, out.length);
    pass(Duration.ofSeconds(2));
    packet(true);
    var back = write(here);
    pass(Duration.ofMillis(50));
    there.reported(back, back.length);

    assertThat(there.quality().roundTrip().orElseThrow())
        .isBetween(Duration.ofMillis(79), Duration.ofMillis(81));
  }

  @Test
  void jitterGrowsWithUnevenTravelAndAPauseIsNone() {
    for (int i = 0; i < 200; i++) packet(true);
    assertThat(here.quality().here().jitter()).isLessThan(Duration.ofMillis(1));

    pass(Duration.ofMinutes(10));
    for (int i = 0; i < 10; i++) packet(true);
    assertThat(here.quality().here().jitter()).isLessThan(Duration.ofMillis(1));

    for (int i = 0; i < 200; i++) {
      delay = Duration.ofMillis(i % 2 == 0 ? 15 : 0);
      packet(true);
    }
    assertThat(here.quality().here().jitter())
        .isBetween(Duration.ofMillis(10), Duration.ofMillis(30));
  }

  @Test
  void whoSendsNothingReportsAsReceiver() {
    assertThat(write(here)[1] & 0xff).isEqualTo(201);
    packet(true);
    assertThat(write(there)[1] & 0xff).isEqualTo(200);
    assertThat(write(there)[1] & 0xff).isEqualTo(201);
  }

  @Test
  void everyPacketOfAReportIsWholeAndTheNameIsInIt() {
    packet(true);
    var compound = ByteBuffer.wrap(write(there));
    compound.position(4 + 4 * compound.getShort(2));

    assertThat(compound.get(compound.position() + 1) & 0xff).isEqualTo(202);
    assertThat(4 + 4 * compound.getShort(compound.position() + 2)).isEqualTo(compound.remaining());
    var name = new byte[5];
    compound.get(compound.position() + 10, name);
    assertThat(new String(name)).isEqualTo("there");
  }

  @Test
  void noiseIsRefusedAndChangesNothing() {
    var random = new Random(3550);
    var before = here.quality();
    for (int i = 0; i < 20_000; i++) {
      var noise = new byte[random.nextInt(120)];
      random.nextBytes(noise);
      if (noise.length > 0) noise[0] = (byte) (0x80 | noise[0] & 0x3f);
      here.reported(noise, noise.length);
    }
    assertThat(here.quality()).isEqualTo(before);
    assertThat(here.reported(new byte[0], 0)).isFalse();
    assertThat(here.reported(new byte[] {(byte) 0x81, (byte) 201, 0, 1, 0, 0, 0, 0}, 8)).isFalse();
  }

  private void packet(boolean arrives) {
    sequence++;
    var packet = ByteBuffer.allocate(172).putShort((short) 0x8000).putShort((short) sequence);
    packet.putInt((int) MediaClock.units(nanos.get() - delay.toNanos())).putInt(2);
    there.sent(packet.array(), 172);
    if (arrives) here.received(packet.array());
    nanos.addAndGet(PTIME.toNanos());
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static void report(RtcpSession from, RtcpSession to) {
    var report = write(from);
    assertThat(to.reported(report, report.length)).isTrue();
  }

  private static byte[] write(RtcpSession from) {
    var bytes = new byte[256];
    int length = from.report(bytes);
    return Arrays.copyOf(bytes, length);
  }
}
