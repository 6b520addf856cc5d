package org.hiwar.voice.media.rtp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/// Addresses that begin with the same bits, as in `192.0.2.0/24`.
public record Network(InetAddress address, int bits) {
  /// What counts as the same network as an address when nobody says more: what providers hand out
  /// to one customer as a rule.
  private static final int NEAR_IPV4 = 24;

  private static final int NEAR_IPV6 = 64;

  /// No names: reading a network must never ask a name server.
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  public Network {
    if (bits < 0 || bits > 8 * address.getAddress().length)
      throw new IllegalArgumentException("/" + bits);
  }

  /// Reads `192.0.2.0/24`, or one address without bits.
  public static Network parse(String text) {
    var slash = text.indexOf('/');
    var address = literal(slash < 0 ? text : text.substring(0, slash));
    var all = 8 * address.getAddress().length;
    return new Network(address, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
  }

  /// The network around an address: /24, or /64 of IPv6.
  public static Network near(InetAddress address) {
    return new Network(address, address instanceof Inet6Address ? NEAR_IPV6 : NEAR_IPV4);
  }

  public boolean contains(InetAddress other) {
    var ours = address.getAddress();
    var theirs = other.getAddress();
    if (ours.length != theirs.length) return false;
    for (var i = 0; i < ours.length; i++) {
      var mask = 0xFF00 >> Math.clamp(bits - 8L * i, 0, 8);
      if (((ours[i] ^ theirs[i]) & mask & 0xFF) != 0) return false;
    }
    return true;
  }

  private static InetAddress literal(String text) {
    if (!LITERAL.matcher(text).matches())
      throw new IllegalArgumentException("not an address: " + text);
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + text, e);
    }
  }
}
