package org.hiwar.sms.smpp;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ServerSocketFactory;

/// A message centre of bare bytes, which keeps to no rules.
final class RawCentre implements Closeable {
  private static final int BIND_TRANSCEIVER_RESP = 0x80000009;
  private static final int DELIVER_SM = 5;

  private final ServerSocket server;

  RawCentre() throws IOException {
    this(ServerSocketFactory.getDefault());
  }

  RawCentre(ServerSocketFactory sockets) throws IOException {
    server = sockets.createServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  int port() {
    return server.getLocalPort();
  }

  /// One connection, from its accepted *bind*.
  record Peer(Socket socket, DataInputStream in) implements Closeable {
    void send(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    void pdu(int id, int number, byte[] body) throws IOException {
      send(
          ByteBuffer.allocate(16 + body.length)
              .putInt(16 + body.length)
              .putInt(id)
              .putInt(0)
              .putInt(number)
              .put(body)
              .array());
    }

    void deliver(int number, byte[] body) throws IOException {
      pdu(DELIVER_SM, number, body);
    }

    /// The next PDU: its command, its status, its number.
    int[] answer() throws IOException {
      int length = in.readInt();
      var header = new int[] {in.readInt(), in.readInt(), in.readInt()};
      in.readFully(new byte[length - 16]);
      return header;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  Peer accept() throws IOException {
    var socket = server.accept();
    socket.setSoTimeout(60_000);
    var peer = new Peer(socket, new DataInputStream(socket.getInputStream()));
    peer.pdu(BIND_TRANSCEIVER_RESP, peer.answer()[2], new byte[] {'x', 0});
    return peer;
  }

  /// The body of a good `deliver_sm`.
  static byte[] message(String text) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {0, 1, 1});
    body.writeBytes("963944555666\0".getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(new byte[] {1, 1});
    body.writeBytes("963119900\0".getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0});
    body.write(text.length());
    body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
