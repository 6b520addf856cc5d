package org.hiwar.voice.media.rtp;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.Rtp;
import org.jspecify.annotations.Nullable;

/// The reports of one leg, both ways: what is counted here is told to the far end every few
/// seconds, and what it tells is kept. Any thread may call anything; every time is in nanoseconds
/// of a monotonic clock.
public final class Reports {
  /// The least mean interval of RFC 3550 section 6.2.
  public static final Duration USUAL = Duration.ofSeconds(5);

  private static final int NAME_BYTES = 12;

  private final Reception reception = new Reception();
  private final int ssrc;
  private final String name;
  private final long interval;
  private final SecureRandom random;
  private long next;
  private int sentPackets;
  private int sentOctets;
  private int sentTimestamp;
  private long sentAt;
  private int sentBefore;
  private int lastReport;
  private long lastReportAt;
  private int farLossPercent = LegStatistics.UNKNOWN;
  private int roundTripMs = LegStatistics.UNKNOWN;

  /// @param ssrc of what we send
  /// @param name as [#freshName] makes it
  /// @param interval on average; spread by half of it to both sides
  public Reports(int ssrc, String name, Duration interval, SecureRandom random, long now) {
    this.ssrc = ssrc;
    this.name = name;
    this.interval = interval.toNanos();
    this.random = random;
    plan(now);
  }

  /// A short-term name that names nobody ([RFC 7022](https://www.rfc-editor.org/rfc/rfc7022)
  /// section 4.2), in letters that an SDP can have as well.
  public static String freshName(SecureRandom random) {
    var bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  public int ssrc() {
    return ssrc;
  }

  public String name() {
    return name;
  }

  /// Counts an RTP packet of the accepted source.
  public synchronized void received(byte[] packet, long now) {
    reception.packet(Rtp.ssrc(packet, 0), Rtp.sequence(packet, 0), Rtp.timestamp(packet, 0), now);
  }

  /// Counts an RTP packet that went out.
  public synchronized void sent(int timestamp, int octets, long now) {
    sentPackets++;
    sentOctets += octets;
    sentTimestamp = timestamp;
    sentAt = now;
  }

  public synchronized boolean isDue(long now) {
    return now - next >= 0;
  }

  /// Writes a report from the position of `into` on; the next is planned.
  public synchronized void write(ByteBuffer into, long now) {
    plan(now);
    var facts = sentPackets == sentBefore ? null : facts(now);
    sentBefore = sentPackets;
    Rtcp.write(into, name, new Rtcp.Report(ssrc, facts, null), block(now));
  }

  /// Takes a report of the far end; false when it is none.
  public synchronized boolean take(byte[] bytes, int length, long now) {
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

  public synchronized LegStatistics statistics() {
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

  private Rtcp.SenderFacts facts(long now) {
    var since = (int) ((now - sentAt) * MediaLimits.RATE / 1_000_000_000);
    return new Rtcp.SenderFacts(ntp(now), sentTimestamp + since, sentPackets, sentOctets);
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
    next = now + interval / 2 + random.nextLong(interval);
  }

  /// The clock of the machine's uptime in the format of NTP; the RFC allows it, and it says nothing
  /// about the machine that a stranger could use.
  private static long ntp(long nanos) {
    var seconds = Math.floorDiv(nanos, 1_000_000_000L);
    var rest = Math.floorMod(nanos, 1_000_000_000L);
    return (seconds << 32) | ((rest << 32) / 1_000_000_000L);
  }
}
