package org.hiwar.voice.media.rtp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.hiwar.voice.media.Payloads;

/// The far end of a leg as its SDP describes it.
///
/// @param rtp where it wants its audio, and from where it is believed at once. The unspecified
///     address (0.0.0.0, an old way to say *on hold*) is nowhere: nothing is sent or accepted
/// @param rtcp where it wants its reports: the port behind, unless it said otherwise (RFC 3605)
/// @param networks where else it may send from, as configured for the trunk; empty: the network of
///     its address
/// @param sends whether it is to send audio; when not (`recvonly`, `inactive`), its silence is no
///     fault
/// @param receives whether it wants audio
public record FarEnd(
    InetSocketAddress rtp,
    InetSocketAddress rtcp,
    Payloads payloads,
    List<Network> networks,
    boolean sends,
    boolean receives) {
  public FarEnd {
    networks = List.copyOf(networks);
    if (rtp.isUnresolved() || rtcp.isUnresolved())
      throw new IllegalArgumentException("an unresolved address");
  }

  /// A far end that sends and receives, with RTCP on the port behind.
  public static FarEnd at(InetSocketAddress rtp, Payloads payloads) {
    return new FarEnd(rtp, behind(rtp), payloads, List.of(), true, true);
  }

  /// The same port plus one, at the same address.
  public static InetSocketAddress behind(InetSocketAddress rtp) {
    return new InetSocketAddress(rtp.getAddress(), Math.min(rtp.getPort() + 1, 65_535));
  }

  boolean isSomewhere() {
    return !rtp.getAddress().isAnyLocalAddress() && rtp.getPort() != 0;
  }

  /// Whether another address than that of the SDP may become the source.
  boolean mayBeAt(InetAddress address) {
    if (networks.isEmpty()) return Network.near(rtp.getAddress()).contains(address);
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /// Whether audio comes from the same place as before, so that a new offer is none for the source.
  boolean isWhere(FarEnd before) {
    return rtp.equals(before.rtp) && networks.equals(before.networks);
  }
}
