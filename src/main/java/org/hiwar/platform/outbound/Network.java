package org.hiwar.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/// The addresses that begin with the same bits, written `192.0.2.0/24`.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Network(byte[] address, int bits) {
  private static final Pattern WRITTEN = Pattern.compile("([0-9A-Fa-f.:]+)/(\\d{1,3})");

  /// Empty: it is none.
  static Optional<Network> parse(String written) {
    var parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) return Optional.empty();
    try {
      var address = InetAddress.ofLiteral(parts.group(1)).getAddress();
      int bits = Integer.parseInt(parts.group(2));
      return bits > address.length * Byte.SIZE
          ? Optional.empty()
          : Optional.of(new Network(address, bits));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// For those that are written in this code.
  static Network of(String written) {
    return parse(written).orElseThrow(() -> new IllegalArgumentException(written));
  }

  boolean has(InetAddress other) {
    return has(other.getAddress());
  }

  private boolean has(byte[] other) {
    if (other.length != address.length) return false;
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((other[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) return false;
    }
    return true;
  }

  /// The IPv4 address in the four bytes from `at` on.
  static InetAddress inside(InetAddress address, int at) {
    var all = address.getAddress();
    try {
      return InetAddress.getByAddress(new byte[] {all[at], all[at + 1], all[at + 2], all[at + 3]});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // four bytes are always an address
    }
  }
}
