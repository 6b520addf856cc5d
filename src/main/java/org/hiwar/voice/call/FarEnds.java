package org.hiwar.voice.call;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hiwar.voice.media.rtp.FarEnd;
import org.hiwar.voice.media.rtp.Network;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.sdp.RemoteAudio;

/// What a description of the other side means for the port that sends and receives.
final class FarEnds {
  private FarEnds() {}

  /// @param alsoFrom addresses of the provider besides the one that is described; empty: none are
  ///     known
  static FarEnd of(RemoteAudio audio, Set<InetAddress> alsoFrom) {
    var at = new InetSocketAddress(audio.address(), audio.port());
    var direction = audio.direction();
    return new FarEnd(
        at,
        FarEnd.behind(at),
        audio.payloads(),
        networks(audio.address(), alsoFrom),
        // A telephone that holds with 0.0.0.0 does not say that it sends nothing.
        !audio.address().isAnyLocalAddress()
            && (direction == Direction.SENDRECV || direction == Direction.SENDONLY),
        direction == Direction.SENDRECV || direction == Direction.RECVONLY);
  }

  /// The network of the address, and the provider's own addresses one by one.
  private static List<Network> networks(InetAddress described, Set<InetAddress> alsoFrom) {
    var networks = new ArrayList<Network>();
    networks.add(Network.near(described));
    for (var address : alsoFrom)
      networks.add(new Network(address, 8 * address.getAddress().length));
    return networks;
  }
}
