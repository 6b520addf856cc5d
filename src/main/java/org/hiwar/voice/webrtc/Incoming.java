package org.hiwar.voice.webrtc;

import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.webrtc.rtcp.RtcpSession;
import org.hiwar.voice.webrtc.sdp.Offer;
import org.hiwar.voice.webrtc.srtp.SrtpReceiver;
import org.jspecify.annotations.Nullable;

/// The receiving half of a leg, on the thread that reads the port.
final class Incoming {
  private final Network network;
  private final Offer offer;
  private final RtcpSession reports;
  private volatile PacketSink sink = PacketSink.NOTHING;
  private volatile @Nullable SrtpReceiver receiver;

  Incoming(Network network, Offer offer, RtcpSession reports) {
    this.network = network;
    this.offer = offer;
    this.reports = reports;
  }

  void begin(SrtpReceiver keyed) {
    receiver = keyed;
  }

  void deliverTo(PacketSink next) {
    sink = next;
  }

  /// Nothing is delivered from now on.
  void end() {
    receiver = null;
    sink = PacketSink.NOTHING;
  }

  void media(byte[] packet, int length) {
    var keyed = receiver;
    if (keyed == null) {
      network.refused(Refusal.MEDIA_TOO_EARLY);
      return;
    }
    int plain = keyed.unprotect(packet, length);
    if (plain < 0) network.refused(why(plain));
    else if (!isAgreed(packet[1] & 0x7f)) network.refused(Refusal.MEDIA_OTHER_PAYLOAD);
    else deliver(packet, plain);
  }

  private void deliver(byte[] packet, int length) {
    reports.received(packet);
    sink.packet(packet, 0, length);
  }

  private boolean isAgreed(int type) {
    var payloads = offer.payloads();
    return type == payloads.audio()
        || type == payloads.telephoneEvent()
        || offer.hasBothLaws() && (type == Payloads.PCMU || type == Payloads.PCMA);
  }

  void control(byte[] packet, int length) {
    var keyed = receiver;
    if (keyed == null) {
      network.refused(Refusal.MEDIA_TOO_EARLY);
      return;
    }
    int plain = keyed.unprotectControl(packet, length);
    if (plain < 0) network.refused(why(plain));
    else if (!reports.reported(packet, plain)) network.refused(Refusal.MEDIA_MALFORMED);
  }

  private static Refusal why(int negative) {
    return switch (negative) {
      case SrtpReceiver.NOT_AUTHENTIC -> Refusal.MEDIA_NOT_AUTHENTIC;
      case SrtpReceiver.REPLAYED -> Refusal.MEDIA_REPLAYED;
      case SrtpReceiver.TOO_MANY_SOURCES -> Refusal.MEDIA_TOO_MANY_SOURCES;
      default -> Refusal.MEDIA_MALFORMED;
    };
  }
}
