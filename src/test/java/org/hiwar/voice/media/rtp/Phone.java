package org.hiwar.voice.media.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.voice.media.Packet;

/// A far end with a socket of its own on loopback, which keeps what it receives.
public final class Phone implements AutoCloseable {
  private final DatagramSocket socket;
  private final List<byte[]> received = new CopyOnWriteArrayList<>();
  private volatile InetSocketAddress source = new InetSocketAddress(0);

  public Phone() throws IOException {
    this("127.0.0.1");
  }

  public Phone(String address) throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), 0));
    Thread.ofVirtual().start(this::receive);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  public void send(Packet packet, int port) throws IOException {
    send(packet.bytes(), port);
  }

  void send(byte[] bytes, int port) throws IOException {
    var to = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  public List<byte[]> received() {
    return received;
  }

  public List<Packet> packets() {
    return received.stream().map(bytes -> Packet.read(bytes, 0, bytes.length)).toList();
  }

  /// Where the last packet came from.
  InetSocketAddress source() {
    return source;
  }

  public boolean isClosed() {
    return socket.isClosed();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void receive() {
    var packet = new DatagramPacket(new byte[2_000], 2_000);
    while (!socket.isClosed()) {
      try {
        packet.setLength(2_000);
        socket.receive(packet);
        source = (InetSocketAddress) packet.getSocketAddress();
        received.add(Arrays.copyOf(packet.getData(), packet.getLength()));
      } catch (SocketException _) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
