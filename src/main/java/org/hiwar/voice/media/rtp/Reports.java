package org.hiwar.voice.media.rtp;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.MediaLimits;
import org.jspecify.annotations.Nullable;

/// The reports of one leg, both ways: what is counted here is told to the far end every five
/// seconds or so, and what it tells is kept. For the thread that reads the leg alone.
final class Reports {
  /// The least mean interval of RFC 3550 section 6.2, spread by half of it to both sides.
  private static final long INTERVAL_NS = 5_000_000_000L;

  private static final int NAME_BYTES = 12;

  final Reception reception = new Reception();
  private final int ssrc;
  private final String name;
  private final SecureRandom random;
  private long next;
  private int sentBefore;
  private int lastReport;
  private long lastReportAt;
  private int farLossPercent = LegStatistics.UNKNOWN;
  private int roundTripMs = LegStatistics.UNKNOWN;

  Reports(int ssrc, SecureRandom random, long now) {
    this.ssrc = ssrc;
    this.random = random;
    this.name = name(random);
    plan(now);
  }

  boolean isDue(long now) {
    return now - next >= 0;
  }

  /// Writes the report that is due; the next is planned.
  void write(ByteBuffer into, Sent sent, long now) {
    plan(now);
    var facts = sent.packets() == sentBefore ? null : facts(sent, now);
    sentBefore = sent.packets();
    Rtcp.write(into, name, new Rtcp.Report(ssrc, facts, null), block(now));
  }

  /// Takes a report of the far end; false when it is none.
  boolean take(byte[] bytes, int length, long now) {
    var report = Rtcp.read(bytes, length, ssrc);
    if (report == null) return false;
    var sender = report.sender();
    if (sender != null) {
      lastReport = sender.middle();
      lastReportAt = now;
    }
    var aboutUs = report.aboutUs();
    if (aboutUs != null) take(aboutUs, now);
    return true;
  }

  LegStatistics statistics() {
    var jitterMs = (int) (reception.jitterSamples() * 1000 / MediaLimits.RATE);
    return new LegStatistics(
        reception.received(), Math.max(0, reception.lost()), jitterMs, farLossPercent, roundTripMs);
  }

  private void take(ReportBlock aboutUs, long now) {
    farLossPercent = Math.round(aboutUs.fractionLost() * 100f / 256);
    if (aboutUs.lastReport() == 0) return;
    var ticks = (int) (ntp(now) >>> 16) - aboutUs.lastReport() - aboutUs.delay();
    roundTripMs = (int) (Math.max(0, ticks) * 1000L >> 16);
  }

  private Rtcp.SenderFacts facts(Sent sent, long now) {
    var since = (int) ((now - sent.at()) * MediaLimits.RATE / 1_000_000_000);
    return new Rtcp.SenderFacts(ntp(now), sent.timestamp() + since, sent.packets(), sent.octets());
  }

  private @Nullable ReportBlock block(long now) {
    if (!reception.hasStarted()) return null;
    var delay = lastReport == 0 ? 0 : ((now - lastReportAt) << 16) / 1_000_000_000;
    return new ReportBlock(
        reception.ssrc(),
        reception.fractionLost(),
        (int) reception.lost(),
        (int) reception.extendedHighest(),
        reception.jitterSamples(),
        lastReport,
        (int) delay);
  }

  private void plan(long now) {
    next = now + INTERVAL_NS / 2 + random.nextLong(INTERVAL_NS);
  }

  /// The clock of the machine's uptime in the format of NTP; the RFC allows it, and it says nothing
  /// about the machine that a stranger could use.
  private static long ntp(long nanos) {
    var seconds = Math.floorDiv(nanos, 1_000_000_000L);
    var rest = Math.floorMod(nanos, 1_000_000_000L);
    return (seconds << 32) | ((rest << 32) / 1_000_000_000L);
  }

  /// A short-term name that names nobody ([RFC 7022](https://www.rfc-editor.org/rfc/rfc7022)
  /// section 4.2).
  private static String name(SecureRandom random) {
    var bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// What was sent so far.
  ///
  /// @param timestamp of the last packet, which went out `at`
  record Sent(int packets, int octets, int timestamp, long at) {}
}
