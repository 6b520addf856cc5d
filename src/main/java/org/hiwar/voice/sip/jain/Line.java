package org.hiwar.voice.sip.jain;

import java.net.InetAddress;
import java.util.Set;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import org.hiwar.voice.sip.IncomingCall.Source;
import org.hiwar.voice.sip.Transport;

/// The trunk or the phone that a call goes over.
///
/// @param peer where it is
/// @param allowed further addresses that an answer may send us to; empty for a phone, whose own
///     word for where it is means nothing behind a router
/// @param contactUser what it calls us by
record Line(Source source, Peer peer, Set<InetAddress> allowed, Login login, String contactUser) {
  Address contact(Wire wire) {
    return wire.contact(contactUser, peer.transport());
  }

  Peer peerFor(SipURI uri) {
    if (!isLiteral(uri.getHost())) return peer;
    var address = InetAddress.ofLiteral(bare(uri.getHost()));
    if (!allowed.contains(address)) return peer;
    var transport =
        "tcp".equalsIgnoreCase(uri.getTransportParam()) ? Transport.TCP : peer.transport();
    return new Peer(address, uri.getPort() > 0 ? uri.getPort() : 5060, transport);
  }

  /// Whether an address is of this line, by number or by the name that it is configured with.
  boolean leadsTo(SipURI uri, String name) {
    if (uri.getHost().equalsIgnoreCase(name)) return true;
    return isLiteral(uri.getHost()) && allowed.contains(InetAddress.ofLiteral(bare(uri.getHost())));
  }

  private static boolean isLiteral(String host) {
    try {
      InetAddress.ofLiteral(bare(host));
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
