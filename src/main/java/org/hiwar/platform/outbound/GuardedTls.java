package org.hiwar.platform.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/// TLS over sockets that look at the address before they connect. The connection of a URL takes an
/// unconnected socket of its factory, connects it, and has TLS put over it.
final class GuardedTls extends SSLSocketFactory {
  private final OutboundGuard guard;
  private final SSLSocketFactory tls;

  GuardedTls(OutboundGuard guard, SSLSocketFactory tls) {
    this.guard = guard;
    this.tls = tls;
  }

  @Override
  public Socket createSocket() throws IOException {
    return guard.sockets().createSocket();
  }

  @Override
  public Socket createSocket(Socket over, String host, int port, boolean autoClose)
      throws IOException {
    return tls.createSocket(over, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return tls.createSocket(guard.sockets().createSocket(host, port), host, port, true);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return tls.createSocket(
        guard.sockets().createSocket(host, port, from, fromPort), host, port, true);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return tls.createSocket(
        guard.sockets().createSocket(host, port), host.getHostName(), port, true);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return tls.createSocket(
        guard.sockets().createSocket(host, port, from, fromPort), host.getHostName(), port, true);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }
}
