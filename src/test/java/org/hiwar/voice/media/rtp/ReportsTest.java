package org.hiwar.voice.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.HandClock;
import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Tone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Reports of a leg over real sockets, both ways.
class ReportsTest {
  private static final int OUR_FAR_END = 0x1234;

  private final HandClock clock = new HandClock();
  private final TrunkPorts ports = TestPorts.open(clock);

  @AfterEach
  void close() {
    ports.close();
  }

  @Test
  void weTellWhatWeSentAndWhatWeLost() throws IOException {
    try (var rtp = new Phone();
        var rtcp = new Phone();
        var port = open(rtp.address(), rtcp.address())) {
      for (var i = 0; i < 100; i++) if (i % 4 != 1) rtp.send(packet(i), port.port());
      Await.until(() -> port.statistics().received() == 75);
      for (var i = 0; i < 3; i++) port.send(packet(i).bytes(), packet(i).bytes().length);
      Await.until(() -> rtp.received().size() == 3);
      var ssrc = rtp.packets().getFirst().ssrc();

      clock.pass(Duration.ofSeconds(8));
      Await.until(() -> !rtcp.received().isEmpty());

      var bytes = rtcp.received().getFirst();
      var report = Objects.requireNonNull(Rtcp.read(bytes, bytes.length, OUR_FAR_END));
      assertThat(report.ssrc()).isEqualTo(ssrc);
      var sender = Objects.requireNonNull(report.sender());
      assertThat(sender.packets()).isEqualTo(3);
      assertThat(sender.octets()).isEqualTo(480);
      var aboutUs = Objects.requireNonNull(report.aboutUs());
      assertThat(aboutUs.lost()).isEqualTo(25);
      assertThat(aboutUs.fractionLost()).isEqualTo(64);
      assertThat(aboutUs.highest()).isEqualTo(99);
      assertThat(bytes[0] & 0xFF).isEqualTo(0x81);
      assertThat(bytes[52 + 1] & 0xFF).as("a name follows").isEqualTo(202);
    }
  }

  @Test
  void withoutAnythingSentItIsAReceiverReport() throws IOException {
    try (var rtp = new Phone();
        var rtcp = new Phone();
        var _ = open(rtp.address(), rtcp.address())) {
      clock.pass(Duration.ofSeconds(8));
      Await.until(() -> !rtcp.received().isEmpty());

      assertThat(rtcp.received().getFirst()[1] & 0xFF).isEqualTo(201);
    }
  }

  @Test
  void whatTheFarEndReportsIsKept() throws IOException {
    try (var rtp = new Phone();
        var rtcp = new Phone();
        var port = open(rtp.address(), rtcp.address())) {
      port.send(packet(1).bytes(), packet(1).bytes().length);
      clock.pass(Duration.ofSeconds(8));
      Await.until(() -> !rtcp.received().isEmpty());
      var bytes = rtcp.received().getFirst();
      var ours = Objects.requireNonNull(Rtcp.read(bytes, bytes.length, 0));
      var sender = Objects.requireNonNull(ours.sender());

      clock.passMs(180);
      var aboutUs =
          new ReportBlock(ours.ssrc(), 26, 9, 1, 0, sender.middle(), 65_536 * 100 / 1_000);
      rtcp.send(reportOf(aboutUs), port.port() + 1);

      Await.until(() -> port.statistics().farLossPercent() == 10);
      assertThat(port.statistics().roundTripMs()).isBetween(79, 81);
    }
  }

  @Test
  void reportsOfStrangersAndBrokenOnesAreCounted() throws IOException {
    try (var rtp = new Phone();
        var stranger = new Phone("127.1.0.9");
        var port = open(rtp.address(), rtp.address())) {
      stranger.send(reportOf(new ReportBlock(1, 200, 9, 1, 0, 0, 0)), port.port() + 1);
      rtp.send(new byte[] {(byte) 0x81, (byte) 201, 0, 40, 0, 0, 0, 0}, port.port() + 1);
      rtp.send(new byte[] {(byte) 0x9F, (byte) 201, 0, 1, 0, 0, 0, 0}, port.port() + 1);

      Await.until(() -> port.refused().getOrDefault(Refused.FOREIGN_REPORT, 0L) == 1);
      Await.until(() -> port.refused().getOrDefault(Refused.MALFORMED_REPORT, 0L) == 2);
      assertThat(port.statistics().farLossPercent()).isEqualTo(LegStatistics.UNKNOWN);
    }
  }

  private TrunkPort open(InetSocketAddress rtp, InetSocketAddress rtcp) {
    var port = ports.open(TrunkListener.NONE).orElseThrow();
    var payloads = new Payloads(Payloads.PCMU, 101);
    port.describe(new FarEnd(rtp, rtcp, payloads, List.of(), true, true));
    return port;
  }

  private static byte[] reportOf(ReportBlock block) {
    var into = ByteBuffer.allocate(200);
    Rtcp.write(into, "far", new Rtcp.Report(OUR_FAR_END, null, null), block);
    var bytes = new byte[into.position()];
    into.get(0, bytes);
    return bytes;
  }

  private static Packet packet(int sequence) {
    return Packet.audio(sequence, 160 * sequence, Tone.of(440).frame(sequence));
  }
}
