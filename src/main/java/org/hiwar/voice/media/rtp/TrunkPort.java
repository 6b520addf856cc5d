package org.hiwar.voice.media.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.Map;
import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.MediaLeg;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.jspecify.annotations.Nullable;

/// A leg towards a trunk or a phone: RTP on an even port, RTCP on the odd one behind.
///
/// What arrives is read on one thread; [#send], [#describe] and [#close] may come from any.
public final class TrunkPort implements MediaLeg, AutoCloseable {
  private static final int REPORT_BYTES = 256;

  private final Sockets sockets;
  private final TrunkPorts ports;
  private final TrunkListener listener;
  private final Refusals refusals;
  private final Sending sending;
  private final Reports reports;
  private final ByteBuffer report = ByteBuffer.allocate(REPORT_BYTES);
  private final long silenceNs;

  private volatile PacketSink sink = PacketSink.NOTHING;
  private volatile @Nullable Agreed agreed;
  private volatile long heardAt;
  private volatile boolean toldSilent;
  private volatile LegStatistics statistics = LegStatistics.NOTHING;

  /// The two sockets and who reads them.
  record Sockets(DatagramChannel rtp, DatagramChannel rtcp, SelectorLoop loop) {}

  /// What the last SDP said, and who is the source under it.
  private record Agreed(FarEnd farEnd, SourceRule rule) {}

  TrunkPort(Sockets sockets, TrunkPorts ports, TrunkListener listener) {
    this.sockets = sockets;
    this.ports = ports;
    this.listener = listener;
    this.refusals = new Refusals(ports.refusals());
    this.heardAt = ports.now();
    this.reports = reports(ports.random(), heardAt);
    this.sending = new Sending(sockets.rtp(), reports);
    this.silenceNs = ports.silence().toNanos();
  }

  private static Reports reports(SecureRandom random, long now) {
    return new Reports(random.nextInt(), Reports.freshName(random), Reports.USUAL, random, now);
  }

  /// The port of RTP, for the SDP.
  public int port() {
    return sockets.rtp().socket().getLocalPort();
  }

  /// Takes what a new SDP says about the far end. The same place again leaves the source as it was:
  /// a refreshed session must not give a stranger a second chance.
  public synchronized void describe(FarEnd farEnd) {
    var before = agreed;
    var same = before != null && farEnd.isWhere(before.farEnd());
    agreed = new Agreed(farEnd, before != null && same ? before.rule() : new SourceRule(farEnd));
    if (!same) sending.aim(farEnd.isSomewhere() ? farEnd.rtp() : null);
    sending.allow(farEnd.receives());
    heardAt = ports.now();
    toldSilent = false;
  }

  @Override
  public void deliverTo(PacketSink newSink) {
    sink = newSink;
  }

  @Override
  public void send(byte[] packet, int length) {
    sending.send(packet, length, ports.now());
  }

  /// G.711 µ-law without keys, before there was an SDP.
  @Override
  public Payloads payloads() {
    var now = agreed;
    return now == null ? new Payloads(Payloads.PCMU, Payloads.NONE) : now.farEnd().payloads();
  }

  /// As of a quarter of a second ago at most.
  public LegStatistics statistics() {
    return statistics;
  }

  /// What was refused on this leg.
  public Map<Refused, Long> refused() {
    return refusals.snapshot();
  }

  /// Gives the ports back. Nothing is delivered or sent from then on.
  @Override
  public void close() {
    sink = PacketSink.NOTHING;
    sending.aim(null);
    try {
      sockets.rtp().close();
      sockets.rtcp().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sockets.loop().notice();
  }

  SelectorLoop.Socket rtpSocket() {
    return new SelectorLoop.Socket() {
      @Override
      public void read(DatagramChannel channel, ByteBuffer received, byte[] packet)
          throws IOException {
        var from = receive(channel, received, packet);
        if (from != null) rtp(from, packet, received.limit());
      }

      @Override
      public void sweep(long now) throws IOException {
        TrunkPort.this.sweep(now);
      }
    };
  }

  SelectorLoop.Socket rtcpSocket() {
    return new SelectorLoop.Socket() {
      @Override
      public void read(DatagramChannel channel, ByteBuffer received, byte[] packet)
          throws IOException {
        var from = receive(channel, received, packet);
        if (from != null) rtcp(from, packet, received.limit());
      }

      @Override
      public void sweep(long now) {}
    };
  }

  /// The channel gives the same address object for the same sender, so this allocates nothing.
  private static @Nullable InetSocketAddress receive(
      DatagramChannel channel, ByteBuffer received, byte[] packet) throws IOException {
    try {
      received.clear();
      var from = (InetSocketAddress) channel.receive(received);
      if (from == null) return null;
      received.flip();
      received.get(0, packet, 0, received.limit());
      return from;
    } catch (ClosedChannelException _) {
      return null;
    }
  }

  private void rtp(InetSocketAddress from, byte[] packet, int length) {
    var now = agreed;
    if (now == null) {
      refusals.count(Refused.FOREIGN);
    } else if (length == MediaLimits.DATAGRAM || !Rtp.isWellFormed(packet, 0, length)) {
      refusals.count(Refused.MALFORMED);
    } else if (!isAgreed(Rtp.payloadType(packet, 0), now.farEnd().payloads())) {
      refusals.count(Refused.PAYLOAD_TYPE);
    } else {
      judge(now, from, packet, length);
    }
  }

  /// Either law is taken, whichever we send: both were offered.
  private static boolean isAgreed(int type, Payloads payloads) {
    return type == Payloads.PCMU || type == Payloads.PCMA || type == payloads.telephoneEvent();
  }

  private void judge(Agreed now, InetSocketAddress from, byte[] packet, int length) {
    switch (now.rule().judge(from, packet)) {
      case SOURCE -> accept(packet, length);
      case NEW_SOURCE -> {
        aim(now, from);
        accept(packet, length);
      }
      case CANDIDATE -> refusals.count(Refused.CANDIDATE);
      case FOREIGN -> refusals.count(Refused.FOREIGN);
      case TOO_LATE -> refusals.count(Refused.TOO_LATE);
    }
  }

  private void accept(byte[] packet, int length) {
    var now = ports.now();
    heardAt = now;
    if (toldSilent) toldSilent = false;
    reports.received(packet, now);
    sink.packet(packet, 0, length);
  }

  /// Audio goes to where it comes from, unless the SDP has changed meanwhile.
  private synchronized void aim(Agreed judged, InetSocketAddress source) {
    if (judged == agreed) sending.aim(source);
  }

  private void rtcp(InetSocketAddress from, byte[] packet, int length) {
    if (!isFarEnd(from)) refusals.count(Refused.FOREIGN_REPORT);
    else if (!reports.take(packet, length, ports.now())) refusals.count(Refused.MALFORMED_REPORT);
  }

  private boolean isFarEnd(InetSocketAddress from) {
    var now = agreed;
    if (now == null) return false;
    var source = now.rule().source();
    return from.getAddress().equals(now.farEnd().rtcp().getAddress())
        || (source != null && from.getAddress().equals(source.getAddress()));
  }

  private void sweep(long nowNs) throws IOException {
    var now = agreed;
    if (now == null) return;
    statistics = reports.statistics();
    if (reports.isDue(nowNs)) report(now, nowNs);
    if (now.farEnd().sends() && !toldSilent && nowNs - heardAt > silenceNs) {
      toldSilent = true;
      listener.silent(this);
    }
  }

  private void report(Agreed now, long nowNs) throws IOException {
    reports.write(report.clear(), nowNs);
    if (now.farEnd().isSomewhere()) sockets.rtcp().send(report.flip(), reportsTo(now));
  }

  /// Behind a source that is elsewhere its reports are expected next to it.
  private static InetSocketAddress reportsTo(Agreed now) {
    var source = now.rule().source();
    if (source == null || source.equals(now.farEnd().rtp())) return now.farEnd().rtcp();
    return FarEnd.behind(source);
  }
}
