package org.hiwar.sms.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/// Listens on this machine only, at a port that is free.
final class LoopbackServer implements ServerConnectionFactory {
  private final ServerSocket socket;

  LoopbackServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public ServerConnection listen(int port) {
    return new ServerSocketConnection(socket);
  }

  @Override
  public ServerConnection listen(int port, int timeout) {
    return listen(port);
  }

  @Override
  public ServerConnection listen(int port, int timeout, int backlog) {
    return listen(port);
  }
}
