package org.hiwar.voice.sip.jain;

import java.net.Inet6Address;
import java.net.InetAddress;

/// How addresses are written in SIP.
final class Text {
  private Text() {}

  /// With brackets around version 6 (RFC 3261 section 25.1).
  static String host(InetAddress address) {
    var text = address.getHostAddress();
    int scope = text.indexOf('%');
    if (scope >= 0) text = text.substring(0, scope);
    return address instanceof Inet6Address ? "[" + text + "]" : text;
  }
}
