package org.hiwar.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hiwar.platform.BadSetup;
import org.hiwar.platform.web.Listening;
import org.hiwar.voice.media.rtp.PortRange;
import org.hiwar.voice.sip.digest.Algorithm;
import org.springframework.core.env.Environment;

/// Where telephony listens: where the web server does, at ports of its own.
///
/// @param sip for UDP and TCP; 0 takes a free one
/// @param webRtc for the audio of all browsers; 0 takes a free one
/// @param advertised what the other side of a call is told
/// @param digests that phones are offered to prove with who they are, the strongest first
record VoicePorts(
    InetAddress bind,
    InetAddress advertised,
    int sip,
    int webRtc,
    PortRange media,
    List<Algorithm> digests) {

  /// Reads HIWAR_SIP_PORT, HIWAR_WEBRTC_PORT, HIWAR_MEDIA_PORTS, HIWAR_MEDIA_ADDRESS and
  /// HIWAR_SIP_DIGESTS.
  static VoicePorts from(Environment settings, Listening listening) {
    return new VoicePorts(
        listening.address(),
        advertised(settings.getProperty("hiwar.media.address", ""), listening.address()),
        port(settings, "HIWAR_SIP_PORT", "hiwar.sip.port", 5060),
        port(settings, "HIWAR_WEBRTC_PORT", "hiwar.webrtc.port", 30_000),
        range(settings.getProperty("hiwar.media.ports", "20000-29999")),
        digests(settings.getProperty("hiwar.sip.digests", "SHA-256,MD5")));
  }

  private static List<Algorithm> digests(String text) {
    var named = Arrays.stream(text.split(",")).map(String::strip).map(Algorithm::named).toList();
    if (named.isEmpty() || named.stream().anyMatch(Optional::isEmpty))
      throw new BadSetup(
          "HIWAR_SIP_DIGESTS="
              + text
              + " is no list of digests; name SHA-256,MD5, or MD5 alone for old telephones.");
    return named.stream().flatMap(Optional::stream).distinct().sorted().toList();
  }

  private static int port(Environment settings, String name, String property, int usual) {
    var text = settings.getProperty(property, Integer.toString(usual)).strip();
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535)
      return Integer.parseInt(text);
    throw new BadSetup(name + "=" + text + " is no port; name one from 1 to 65535, or 0.");
  }

  private static PortRange range(String text) {
    try {
      return PortRange.parse(text);
    } catch (IllegalArgumentException _) {
      throw new BadSetup(
          "HIWAR_MEDIA_PORTS="
              + text
              + " is no range of ports from 1024 to 65535; name one such as 20000-29999.");
    }
  }

  private static InetAddress advertised(String named, InetAddress bind) {
    if (named.isEmpty()) return bind.isAnyLocalAddress() ? ofThisMachine() : bind;
    try {
      return InetAddress.getByName(named);
    } catch (UnknownHostException _) {
      throw new BadSetup(
          "HIWAR_MEDIA_ADDRESS="
              + named
              + " is no address; name the one at which others reach this machine.");
    }
  }

  /// An address that others can reach, as far as the machine knows one.
  private static InetAddress ofThisMachine() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .findFirst()
          .orElseGet(InetAddress::getLoopbackAddress);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  interface Opening<T> {
    T open() throws IOException;
  }

  /// Says in a sentence that a port is taken.
  static <T> T open(Opening<T> opening, Supplier<String> sentence) {
    try {
      return opening.open();
    } catch (IOException e) {
      throw new BadSetup(sentence.get() + ": " + e.getMessage() + ".");
    }
  }
}
