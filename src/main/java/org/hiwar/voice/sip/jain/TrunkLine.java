package org.hiwar.voice.sip.jain;

import java.net.InetAddress;
import java.util.Set;
import org.hiwar.voice.sip.IncomingCall.Source;
import org.hiwar.voice.sip.Trunk;
import org.jspecify.annotations.Nullable;

/// A trunk with the addresses that its names stand for now.
///
/// @param peer null while the name of its host is unknown to DNS
/// @param addresses from which it may send
record TrunkLine(Trunk trunk, @Nullable Peer peer, Set<InetAddress> addresses) {
  /// By this a provider that we registered with calls us.
  String contactUser() {
    return "line-" + trunk.id().value();
  }

  Line line(Peer to, Tokens tokens) {
    return new Line(
        new Source.OfTrunk(trunk.id()),
        to,
        addresses,
        new Login(trunk.credentials(), tokens),
        contactUser());
  }
}
