package org.hiwar.workspace.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Where a request comes from, as limits count it: an IPv4 address, or the first 64 bits of an IPv6 address, as one
/// customer of a provider gets all below them.
final class ClientAddress {
  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /// `remote` is an address as the server writes it, never a name.
  static String counted(String remote) {
    try {
      var address = InetAddress.ofLiteral(remote);
      if (address instanceof Inet6Address) return HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES);
      return address.getHostAddress();
    } catch (IllegalArgumentException _) {
      return remote;
    }
  }
}
