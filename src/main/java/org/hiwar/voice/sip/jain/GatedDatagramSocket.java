package org.hiwar.voice.sip.jain;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;

/// Hands only on what the gate admits.
final class GatedDatagramSocket extends DatagramSocket {
  private final Gate gate;

  GatedDatagramSocket(SocketAddress bind, Gate gate) throws SocketException {
    super(bind);
    this.gate = gate;
  }

  @Override
  public void receive(DatagramPacket packet) throws IOException {
    int room = packet.getLength();
    do {
      packet.setLength(room);
      super.receive(packet);
    } while (!gate.admits(
        packet.getData(),
        packet.getOffset(),
        packet.getLength(),
        (InetSocketAddress) packet.getSocketAddress()));
  }
}
