package org.hiwar.voice.sip.jain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.voice.sip.SipCount;

/// Accepts connections up to a number, and reads from them through the gate.
///
/// The library stops accepting for ever when accepting fails once; so a failure that is not the
/// closing of this socket is waited out here.
final class GatedServerSocket extends ServerSocket {
  private static final int BACKLOG = 100;

  private final Gate gate;
  private final AtomicInteger open = new AtomicInteger();

  GatedServerSocket(int port, InetAddress bind, Gate gate) throws IOException {
    super(port, BACKLOG, bind);
    this.gate = gate;
  }

  @Override
  public Socket accept() throws IOException {
    while (true) {
      try {
        var socket = new GatedSocket(gate, open::decrementAndGet);
        implAccept(socket);
        int now = open.incrementAndGet();
        if (now <= gate.limits().connections()) return socket;
        gate.refused(SipCount.TOO_MANY_CONNECTIONS);
        socket.close();
      } catch (IOException e) {
        if (isClosed()) throw e;
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  InetSocketAddress local() {
    return (InetSocketAddress) getLocalSocketAddress();
  }
}
