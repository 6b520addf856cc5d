package org.hiwar.platform.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Makes sockets that look at the address before they connect to it, whoever has resolved it.
final class GuardedSockets extends SocketFactory {
  private final OutboundGuard guard;

  GuardedSockets(OutboundGuard guard) {
    this.guard = guard;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(guard);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(guard.address(host), port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(
        new InetSocketAddress(guard.address(host), port), new InetSocketAddress(from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
  }

  private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from)
      throws IOException {
    var socket = new GuardedSocket(guard);
    try {
      if (from != null) socket.bind(from);
      socket.connect(to);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static final class GuardedSocket extends Socket {
    private final OutboundGuard guard;

    GuardedSocket(OutboundGuard guard) {
      this.guard = guard;
    }

    @Override
    public void connect(SocketAddress to) throws IOException {
      connect(to, 0);
    }

    @Override
    public void connect(SocketAddress to, int timeoutMs) throws IOException {
      super.connect(checked(to), timeoutMs);
    }

    private SocketAddress checked(SocketAddress to) throws IOException {
      if (!(to instanceof InetSocketAddress place)) throw new NotAllowedOutside(to + "?");
      if (place.isUnresolved())
        return new InetSocketAddress(guard.address(place.getHostString()), place.getPort());
      guard.require(place.getAddress());
      return place;
    }
  }
}
