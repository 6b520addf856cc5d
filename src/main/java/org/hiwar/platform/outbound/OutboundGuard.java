package org.hiwar.platform.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.platform.BadSetup;

/// Lets connections out to addresses that somebody has typed only where they lead out of the house:
/// otherwise an administrator of a workspace could have this server read what only this machine and
/// its neighbours can reach, the secrets of a cloud among it. A name is asked for once, and the
/// connection goes to the very address that was looked at.
///
/// This machine itself is allowed while nobody else reaches the server; further networks, such as
/// that of the house's mail server, when whoever runs the server names them with HIWAR_OUTBOUND.
public final class OutboundGuard {
  private static final int LAST_PORT = 65_535;
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9])?"
              + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9])?)*\\.?");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern V4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

  /// What some programs read as an IPv4 address, each in its own way: `0x7f.1`, `017700000001`.
  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9A-Fa-f]*)\\.?");

  private final Names names;
  private final boolean loopback;
  private final List<Network> allowed;

  /// Asks for the addresses of a name.
  @FunctionalInterface
  public interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /// @param loopback whether this machine itself may be connected to
  /// @param allowed networks besides the public ones, such as `10.1.0.0/16`
  public OutboundGuard(Names names, boolean loopback, List<String> allowed) {
    this.names = names;
    this.loopback = loopback;
    this.allowed = allowed.stream().map(OutboundGuard::network).toList();
  }

  private static Network network(String written) {
    return Network.parse(written)
        .orElseThrow(
            () ->
                new BadSetup(
                    "HIWAR_OUTBOUND names "
                        + written
                        + ", which is no network; write one such as 10.1.0.0/16."));
  }

  /// The address of a host, a name or an address without brackets, as it may be connected to.
  ///
  /// @throws NotAllowedOutside one of its addresses is not outside
  /// @throws UnknownHostException there is no such name
  public InetAddress address(String host) throws IOException {
    if (!isWritten(host)) throw new NotAllowedOutside(host + " is neither a name nor an address.");
    var found = names.of(host);
    if (found.length == 0) throw new UnknownHostException(host);
    for (var one : found) require(one);
    return found[0];
  }

  private static boolean isWritten(String host) {
    if (ENDS_IN_A_NUMBER.matcher(host).matches() && !host.contains(":"))
      return V4.matcher(host).matches();
    return NAME.matcher(host).matches() || V6.matcher(host).matches();
  }

  /// A connection to a checked address; the caller closes it.
  public Socket connect(String host, int port, Duration patience) throws IOException {
    if (port < 1 || port > LAST_PORT) throw new NotAllowedOutside(port + " is no port.");
    var socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(address(host), port), Math.toIntExact(patience.toMillis()));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// For libraries that make their own connections: every socket of it refuses to connect to what
  /// is not allowed. TLS goes over such a socket.
  public SocketFactory sockets() {
    return new GuardedSockets(this);
  }

  /// The same for libraries that want TLS from the beginning. `tls` decides about certificates.
  public SSLSocketFactory tls(SSLSocketFactory tls) {
    return new GuardedTls(this, tls);
  }

  public boolean isAllowed(InetAddress address) {
    if (address.isLoopbackAddress()) return loopback;
    return PublicAddresses.have(address)
        || allowed.stream().anyMatch(network -> network.has(address));
  }

  void require(InetAddress address) throws NotAllowedOutside {
    if (!isAllowed(address))
      throw new NotAllowedOutside(
          address.getHostAddress() + " is not an address outside this server's own network.");
  }
}
