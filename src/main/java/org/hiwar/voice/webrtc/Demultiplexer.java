package org.hiwar.voice.webrtc;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.hiwar.voice.webrtc.ice.CheckOutcome;
import org.hiwar.voice.webrtc.ice.IceLite;
import org.hiwar.voice.webrtc.ice.StunMessage;
import org.jspecify.annotations.Nullable;

/// Takes every datagram of a port to its leg: the first byte tells the protocol
/// ([RFC 7983 section 7](https://www.rfc-editor.org/rfc/rfc7983#section-7)), for STUN the user name
/// tells the leg, for everything else the address, once a check from it was valid.
final class Demultiplexer {
  private final Network network;
  private final Legs legs;

  Demultiplexer(Network network, Legs legs) {
    this.network = network;
    this.legs = legs;
  }

  void received(byte[] datagram, int length, InetSocketAddress from) {
    int first = length == 0 ? -1 : datagram[0] & 0xff;
    if (first >= 0 && first <= 3) stun(datagram, length, from);
    else if (first >= 20 && first <= 63) dtls(datagram, length, from);
    else if (first >= 128 && first <= 191) media(datagram, length, from);
    else network.refused(Refusal.UNKNOWN_PROTOCOL);
  }

  private void stun(byte[] datagram, int length, InetSocketAddress from) {
    var read = StunMessage.read(datagram, length);
    if (read.isEmpty()) {
      network.refused(Refusal.STUN_MALFORMED);
    } else if (!read.get().isBindingRequest()) {
      network.refused(Refusal.STUN_UNEXPECTED);
    } else {
      var leg = IceLite.fragmentOf(read.get()).map(legs::called);
      leg.ifPresentOrElse(
          called -> check(called, read.get(), from),
          () -> network.refused(Refusal.STUN_UNKNOWN_LEG));
    }
  }

  private void check(BrowserLeg leg, StunMessage check, InetSocketAddress from) {
    switch (leg.check(check, from)) {
      case CheckOutcome.Valid(var answer, _) -> {
        legs.reached(leg, from);
        network.send(ByteBuffer.wrap(answer), from);
      }
      case CheckOutcome.Faulty(var answer) -> {
        network.refused(Refusal.STUN_FAULTY);
        network.send(ByteBuffer.wrap(answer), from);
      }
      case CheckOutcome.NotAuthentic() -> network.refused(Refusal.STUN_NOT_AUTHENTIC);
      case CheckOutcome.TooManyAddresses() -> network.refused(Refusal.STUN_TOO_MANY_ADDRESSES);
    }
  }

  private void dtls(byte[] datagram, int length, InetSocketAddress from) {
    var leg = known(from, Refusal.DTLS_FROM_STRANGER);
    if (leg != null) leg.handshake(datagram, length);
  }

  private void media(byte[] datagram, int length, InetSocketAddress from) {
    var leg = known(from, Refusal.MEDIA_FROM_STRANGER);
    if (leg == null) return;
    if (length > 1 && isControl(datagram[1] & 0xff)) leg.control(datagram, length);
    else leg.media(datagram, length);
  }

  /// [RFC 5761 section 4](https://www.rfc-editor.org/rfc/rfc5761#section-4).
  private static boolean isControl(int second) {
    return second >= 192 && second <= 223;
  }

  private @Nullable BrowserLeg known(InetSocketAddress from, Refusal otherwise) {
    var leg = legs.at(from);
    if (leg == null) network.refused(otherwise);
    return leg;
  }
}
