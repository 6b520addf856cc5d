package org.hiwar.voice.call;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.voice.call.OutgoingGuard.Place;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.TrunkId;

/// How to reach a number, and the place taken for it among the workspace's calls, which is given
/// back once.
record Way(DialString number, List<TrunkId> trunks, Caller shown, Place place) {
  Way {
    trunks = List.copyOf(trunks);
  }

  /// From where its trunks may send.
  Set<InetAddress> addresses(SipEndpoint endpoint) {
    return trunks.stream()
        .flatMap(trunk -> endpoint.addresses(trunk).stream())
        .collect(Collectors.toSet());
  }
}
