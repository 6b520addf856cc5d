package org.hiwar.voice.webrtc;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.stream.Stream;

/// What to advertise to browsers where nobody has configured it. Firefox passes over a candidate on
/// 127.0.0.1, so it is an address of a network, if the machine has one.
public final class ReachableAddress {
  private ReachableAddress() {}

  /// The best of the first interface that is up: IPv4 before IPv6, because more browsers reach it.
  /// Loopback when there is none.
  public static InetAddress find() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .filter(ReachableAddress::isUp)
        .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
        .flatMap(ReachableAddress::addresses)
        .min(Comparator.comparing(address -> !(address instanceof Inet4Address)))
        .orElseGet(InetAddress::getLoopbackAddress);
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback() && !network.isPointToPoint();
    } catch (SocketException _) {
      return false; // it has just gone
    }
  }

  private static Stream<InetAddress> addresses(NetworkInterface network) {
    return network
        .inetAddresses()
        .filter(address -> !address.isLinkLocalAddress() && !address.isMulticastAddress());
  }
}
