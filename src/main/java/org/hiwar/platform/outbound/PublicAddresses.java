package org.hiwar.platform.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses are those of servers that the whole world reaches (the special-purpose
/// registries of IANA, RFC 6890 and its successors). In IPv6 that is one eighth of all; the rest is
/// refused without being named.
final class PublicAddresses {
  private static final List<Network> NOT_V4 =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private (RFC 1918)
          "100.64.0.0/10", // of providers (RFC 6598)
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, and where clouds keep their secrets
          "172.16.0.0/12", // private
          "192.0.0.0/24", // of protocols
          "192.0.2.0/24", // examples (RFC 5737)
          "192.88.99.0/24", // relays of 6to4 (RFC 7526)
          "192.168.0.0/16", // private
          "198.18.0.0/15", // measurements (RFC 2544)
          "198.51.100.0/24", // examples
          "203.0.113.0/24", // examples
          "224.0.0.0/4", // many at a time
          "240.0.0.0/4"); // never given, and everybody
  private static final Network PUBLIC_V6 = Network.of("2000::/3");
  private static final List<Network> NOT_V6 =
      networks(
          "2001::/23", // of protocols, Teredo among them, which carries an IPv4 address
          "2001:db8::/32", // examples (RFC 3849)
          "2002::/16", // 6to4: carries an IPv4 address
          "3fff::/20"); // examples (RFC 9637)

  /// What a network with IPv6 alone makes of an IPv4 address (RFC 6052): counts as that address.
  private static final Network TRANSLATED = Network.of("64:ff9b::/96");

  private static final int TRANSLATED_AT = 12;

  private PublicAddresses() {}

  static boolean have(InetAddress address) {
    if (address instanceof Inet4Address) return isIn(NOT_V4, address);
    if (TRANSLATED.has(address)) return isIn(NOT_V4, Network.inside(address, TRANSLATED_AT));
    return PUBLIC_V6.has(address) && isIn(NOT_V6, address);
  }

  private static boolean isIn(List<Network> refused, InetAddress address) {
    return refused.stream().noneMatch(network -> network.has(address));
  }

  private static List<Network> networks(String... written) {
    return Stream.of(written).map(Network::of).toList();
  }
}
