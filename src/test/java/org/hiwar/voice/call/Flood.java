package org.hiwar.voice.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.hiwar.testing.Await;

/// So many datagrams to one port, in bursts. After each burst its last one must have been counted:
/// what overflows the buffer of a socket is counted by nobody and is not what is tried.
///
/// @param from an address of this machine
/// @param counted how many of them Hiwar has refused so far
record Flood(
    String from, InetSocketAddress to, int count, IntFunction<byte[]> what, LongSupplier counted) {
  private static final int BURST = 40;

  /// Returns when all are counted.
  void run() {
    long before = counted.getAsLong();
    try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(from), 0))) {
      for (int i = 0; i < count; i++) {
        var bytes = what.apply(i);
        socket.send(new DatagramPacket(bytes, bytes.length, to));
        long sent = before + i + 1;
        if (i % BURST == BURST - 1 || i == count - 1)
          Await.until(() -> counted.getAsLong() >= sent);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
