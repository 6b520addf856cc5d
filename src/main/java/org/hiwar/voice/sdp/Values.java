package org.hiwar.voice.sdp;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// The values of single lines.
final class Values {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`{|}~/-]{1," + SdpLimits.TOKEN + "}");

  private Values() {}

  /// Of a c-line (RFC 8866 section 5.7). Only literal addresses: a name would make us ask the
  /// network on a stranger's word.
  static InetAddress address(String value) {
    var parts = value.split(" ", 4);
    if (parts.length != 3 || !parts[0].equals("IN")) throw new NotSdp("its c-line is not readable");
    boolean six = parts[1].equals("IP6");
    if (!six && !parts[1].equals("IP4")) throw new NotSdp("its c-line is of an unknown kind");
    return literal(parts[2], six);
  }

  private static InetAddress literal(String text, boolean six) {
    if (text.length() > 45 || six != (text.indexOf(':') >= 0) || text.indexOf('%') >= 0)
      throw new NotSdp("its address is not an address");
    try {
      var address = InetAddress.ofLiteral(text);
      if (address.isMulticastAddress()) throw new NotSdp("its address is a group of receivers");
      return address;
    } catch (IllegalArgumentException _) {
      throw new NotSdp("its address is not an address");
    }
  }

  static int number(String text, int most, String what) {
    if (text.isEmpty() || text.length() > 5) throw new NotSdp(what + " is not a number");
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') throw new NotSdp(what + " is not a number");
      value = value * 10 + (c - '0');
    }
    if (value > most) throw new NotSdp(what + " is too large");
    return value;
  }

  static String token(String text) {
    if (!TOKEN.matcher(text).matches()) throw new NotSdp("a media line has a strange word");
    return text;
  }
}
