package org.hiwar.voice.sip.jain;

import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.hiwar.platform.BadSetup;

/// The sockets of an endpoint, bound before the library starts and then handed to it: UDP and TCP
/// on the same port, every byte through the gate.
final class Sockets implements NetworkLayer {
  private static final int TRIES_FOR_A_FREE_PORT = 50;
  private static final Duration CONNECT = Duration.ofSeconds(4);

  private final Gate gate;
  private final GatedDatagramSocket udp;
  private final GatedServerSocket tcp;

  private Sockets(Gate gate, GatedDatagramSocket udp, GatedServerSocket tcp) {
    this.gate = gate;
    this.udp = udp;
    this.tcp = tcp;
  }

  static Sockets bind(InetAddress address, int port, Gate gate) {
    int tries = port == 0 ? TRIES_FOR_A_FREE_PORT : 1;
    while (true) {
      try {
        return bindOnce(address, port, gate);
      } catch (BindException e) {
        if (--tries == 0) throw taken(address, port, e);
      } catch (IOException e) {
        throw taken(address, port, e);
      }
    }
  }

  private static Sockets bindOnce(InetAddress address, int port, Gate gate) throws IOException {
    var tcp = new GatedServerSocket(port, address, gate);
    try {
      return new Sockets(gate, new GatedDatagramSocket(tcp.local(), gate), tcp);
    } catch (IOException e) {
      tcp.close();
      throw e;
    }
  }

  private static BadSetup taken(InetAddress address, int port, Exception why) {
    return new BadSetup(
        "Telephones cannot be listened for on "
            + address.getHostAddress()
            + " port "
            + port
            + ": "
            + why.getMessage()
            + "; stop what uses the port, or name another with HIWAR_SIP_PORT.");
  }

  int port() {
    return tcp.getLocalPort();
  }

  InetSocketAddress address() {
    return tcp.local();
  }

  @Override
  public DatagramSocket createDatagramSocket(int port, InetAddress address) {
    return udp;
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    return tcp;
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    var socket = new GatedSocket(gate, () -> {});
    try {
      socket.connect(new InetSocketAddress(address, port), (int) CONNECT.toMillis());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress from) throws IOException {
    return createSocket(address, port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(address, port);
  }

  @Override
  public DatagramSocket createDatagramSocket() throws SocketException {
    throw new SocketException("every datagram goes through the one socket");
  }

  @Override
  public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    throw new IOException("no TLS");
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
    throw new IOException("no TLS");
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress from)
      throws IOException {
    throw new IOException("no TLS");
  }

  @Override
  public void setSipStack(SipStackImpl stack) {}
}
