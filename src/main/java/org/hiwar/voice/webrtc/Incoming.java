package org.hiwar.voice.webrtc;

import java.util.function.LongSupplier;
import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.hiwar.voice.media.rtp.Reports;
import org.hiwar.voice.webrtc.sdp.Offer;
import org.hiwar.voice.webrtc.srtp.SrtpReceiver;
import org.jspecify.annotations.Nullable;

/// The receiving half of a leg, on the thread that reads the port.
final class Incoming {
  private final Network network;
  private final Offer offer;
  private final Reports reports;
  private final LongSupplier nanos;
  private volatile PacketSink sink = PacketSink.NOTHING;
  private volatile @Nullable SrtpReceiver receiver;

  Incoming(Network network, LegParts parts) {
    this.network = network;
    offer = parts.offer();
    reports = parts.reports();
    nanos = parts.nanos();
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
    else if (!isAgreed(Rtp.payloadType(packet, 0))) network.refused(Refusal.MEDIA_OTHER_PAYLOAD);
    else deliver(packet, plain);
  }

  private void deliver(byte[] packet, int length) {
    reports.received(packet, nanos.getAsLong());
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
    else if (!reports.take(packet, plain, nanos.getAsLong()))
      network.refused(Refusal.MEDIA_MALFORMED);
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
