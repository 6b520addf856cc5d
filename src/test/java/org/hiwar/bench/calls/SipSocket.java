package org.hiwar.bench.calls;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/// A UDP socket of SIP messages, read on a thread of its own.
final class SipSocket implements AutoCloseable {
  private static final int BUFFER = 4 << 20;
  private final DatagramSocket socket;

  SipSocket(InetAddress at, BiConsumer<String, InetSocketAddress> received) throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(at, 0));
    socket.setReceiveBufferSize(BUFFER);
    Thread.ofPlatform().name("sip-" + at).daemon().start(() -> read(received));
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  /// `127.0.0.1:5060`
  String host() {
    return address().getAddress().getHostAddress() + ":" + address().getPort();
  }

  void send(String message, InetSocketAddress to) {
    var bytes = message.getBytes(StandardCharsets.UTF_8);
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException _) {
      // Lost, as on the way; requests are repeated.
    }
  }

  private void read(BiConsumer<String, InetSocketAddress> received) {
    var datagram = new DatagramPacket(new byte[8192], 8192);
    try {
      while (true) {
        datagram.setLength(8192);
        socket.receive(datagram);
        var text = new String(datagram.getData(), 0, datagram.getLength(), StandardCharsets.UTF_8);
        received.accept(text, (InetSocketAddress) datagram.getSocketAddress());
      }
    } catch (IOException _) {
      // The socket is closed.
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
