package org.hiwar.voice.webrtc;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.hiwar.voice.media.Rtp;
import org.hiwar.voice.media.rtp.Reports;
import org.hiwar.voice.webrtc.ice.IceLite;
import org.hiwar.voice.webrtc.srtp.SrtpSender;
import org.jspecify.annotations.Nullable;

/// The sending half of a leg. One at a time: while a call changes hands, two threads may send.
final class Outgoing {
  private static final int REPORT = 256;

  private final Network network;
  private final IceLite ice;
  private final Reports reports;
  private final LongSupplier nanos;
  private final ByteBuffer datagram = ByteBuffer.allocateDirect(WebRtcLimits.BUFFER);
  private final byte[] report = new byte[REPORT];
  private @Nullable SrtpSender sender;

  Outgoing(Network network, IceLite ice, LegParts parts) {
    this.network = network;
    this.ice = ice;
    reports = parts.reports();
    nanos = parts.nanos();
  }

  synchronized void begin(SrtpSender keyed) {
    sender = keyed;
  }

  /// Nothing is sent from now on.
  synchronized void end() {
    sender = null;
  }

  synchronized void media(byte[] packet, int length) {
    if (sender == null) return;
    if (length < Rtp.HEADER || length > packet.length) {
      network.refused(Refusal.SEND_REFUSED);
      return;
    }
    Rtp.setSsrc(packet, 0, reports.ssrc());
    int protectedLength = sender.protect(packet, length);
    if (protectedLength < 0) {
      network.refused(Refusal.SEND_REFUSED);
      return;
    }
    reports.sent(Rtp.timestamp(packet, 0), length - Rtp.HEADER, nanos.getAsLong());
    send(packet, protectedLength);
  }

  synchronized void report() {
    if (sender == null) return;
    var plain = ByteBuffer.wrap(report);
    reports.write(plain, nanos.getAsLong());
    send(report, sender.protectControl(report, plain.position()));
  }

  private void send(byte[] bytes, int length) {
    var target = ice.target();
    if (target == null) return;
    datagram.clear().put(bytes, 0, length).flip();
    network.send(datagram, target);
  }
}
