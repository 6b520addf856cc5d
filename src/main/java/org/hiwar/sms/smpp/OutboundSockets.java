package org.hiwar.sms.smpp;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.platform.outbound.OutboundGuard;

/// Sockets to hosts that an administrator has typed: only to where the guard lets them.
public final class OutboundSockets implements Sockets {
  private final OutboundGuard guard;
  private final SSLSocketFactory secure;

  /// `secure` says whose certificates we believe.
  public OutboundSockets(OutboundGuard guard, SSLSocketFactory secure) {
    this.guard = guard;
    this.secure = secure;
  }

  @Override
  public Socket connect(String host, int port, boolean tls) throws IOException {
    var socket = guard.connect(host, port, SmppLimits.CONNECT_WITHIN);
    try {
      socket.setTcpNoDelay(true);
      return tls ? secured(socket, host, port) : socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private Socket secured(Socket socket, String host, int port) throws IOException {
    var tls = (SSLSocket) secure.createSocket(socket, host, port, true);
    var parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.setSoTimeout((int) SmppLimits.CONNECT_WITHIN.toMillis());
    tls.startHandshake();
    return tls;
  }
}
