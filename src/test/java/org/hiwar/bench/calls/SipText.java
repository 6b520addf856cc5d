package org.hiwar.bench.calls;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/// As much of SIP and SDP as a load generator reads and writes: it trusts the other side.
final class SipText {
  private static final Pattern ADDRESS = Pattern.compile("(?m)^c=IN IP4 (\\S+)");
  private static final Pattern PORT = Pattern.compile("(?m)^m=audio (\\d+)");
  private static final Pattern HOST = Pattern.compile("sips?:(?:[^@>]*@)?([0-9.]+)(?::(\\d+))?");
  private static final int SIP = 5060;

  private SipText() {}

  /// The first header of that name; empty when there is none.
  static String header(String message, String name) {
    int at = message.indexOf("\r\n" + name + ":");
    if (at < 0) return "";
    int from = at + name.length() + 3;
    return message.substring(from, message.indexOf("\r\n", from)).strip();
  }

  /// All headers of that name as whole lines, as a response repeats them.
  static String lines(String message, String name) {
    var found = new StringBuilder();
    var key = "\r\n" + name + ":";
    for (int at = message.indexOf(key); at >= 0; at = message.indexOf(key, at + 2))
      found.append(message, at + 2, message.indexOf("\r\n", at + 2)).append("\r\n");
    return found.toString();
  }

  /// 0 for a request.
  static int status(String message) {
    return message.startsWith("SIP/2.0 ") ? Integer.parseInt(message.substring(8, 11)) : 0;
  }

  static String uri(String header) {
    int from = header.indexOf('<');
    return from < 0 ? header : header.substring(from + 1, header.indexOf('>', from));
  }

  static InetSocketAddress host(String uri) {
    var found = HOST.matcher(uri);
    if (!found.find()) throw new IllegalArgumentException("no host in " + uri);
    int port = found.group(2) == null ? SIP : Integer.parseInt(found.group(2));
    return new InetSocketAddress(InetAddress.ofLiteral(found.group(1)), port);
  }

  static InetSocketAddress media(String sdp) {
    var address = ADDRESS.matcher(sdp);
    var port = PORT.matcher(sdp);
    if (!address.find() || !port.find()) throw new IllegalArgumentException("no audio in " + sdp);
    return new InetSocketAddress(
        InetAddress.ofLiteral(address.group(1)), Integer.parseInt(port.group(1)));
  }

  /// An offer or an answer of µ-law.
  static String sdp(InetSocketAddress at) {
    var host = at.getAddress().getHostAddress();
    return sdp(host, at.getPort(), "RTP/AVP", "");
  }

  static String sdp(String host, int port, String profile, String more) {
    return "v=0\r\no=- 1 1 IN IP4 "
        + host
        + "\r\ns=-\r\nc=IN IP4 "
        + host
        + "\r\nt=0 0\r\nm=audio "
        + port
        + " "
        + profile
        + " 0\r\na=rtpmap:0 PCMU/8000\r\na=ptime:20\r\n"
        + more;
  }

  static String withBody(String head, String body) {
    return head
        + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }
}
