package org.hiwar.voice.webrtc;

import java.nio.ByteBuffer;
import org.hiwar.voice.webrtc.ice.IceLite;
import org.hiwar.voice.webrtc.rtcp.RtcpSession;
import org.hiwar.voice.webrtc.srtp.SrtpSender;
import org.jspecify.annotations.Nullable;

/// The sending half of a leg. One at a time: while a call changes hands, two threads may send.
final class Outgoing {
  private static final int SHORTEST_RTP = 12;
  private static final int SSRC_AT = 8;
  private static final int REPORT = 256;

  private final Network network;
  private final IceLite ice;
  private final RtcpSession reports;
  private final int ssrc;
  private final ByteBuffer datagram = ByteBuffer.allocateDirect(WebRtcLimits.BUFFER);
  private final byte[] report = new byte[REPORT];
  private @Nullable SrtpSender sender;

  Outgoing(Network network, IceLite ice, RtcpSession reports, int ssrc) {
    this.network = network;
    this.ice = ice;
    this.reports = reports;
    this.ssrc = ssrc;
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
    if (length < SHORTEST_RTP || length > packet.length) {
      network.refused(Refusal.SEND_REFUSED);
      return;
    }
    ByteBuffer.wrap(packet).putInt(SSRC_AT, ssrc);
    int protectedLength = sender.protect(packet, length);
    if (protectedLength < 0) {
      network.refused(Refusal.SEND_REFUSED);
      return;
    }
    reports.sent(packet, length);
    send(packet, protectedLength);
  }

  synchronized void report() {
    if (sender == null) return;
    int length = reports.report(report);
    send(report, sender.protectControl(report, length));
  }

  private void send(byte[] bytes, int length) {
    var target = ice.target();
    if (target == null) return;
    datagram.clear().put(bytes, 0, length).flip();
    network.send(datagram, target);
  }
}
