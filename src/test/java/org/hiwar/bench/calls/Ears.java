package org.hiwar.bench.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// One thread that reads the sockets of many ends.
final class Ears implements AutoCloseable {
  private static final int BUFFER = 512 << 10;
  private static final long LOOK_MS = 250;
  private final Selector selector = Selector.open();
  private final ByteBuffer received = ByteBuffer.allocateDirect(2048);
  private final byte[] datagram = new byte[2048];

  Ears(String name) throws IOException {
    Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  void listen(DatagramChannel channel, MediaEnd end) throws IOException {
    channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, end);
    selector.wakeup();
  }

  private void run() {
    while (selector.isOpen()) {
      try {
        selector.select(this::read, LOOK_MS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void read(SelectionKey key) {
    try {
      var channel = (DatagramChannel) key.channel();
      while (channel.receive(received.clear()) != null) {
        int length = received.flip().limit();
        received.get(0, datagram, 0, length);
        ((MediaEnd) key.attachment()).received(datagram, length);
      }
    } catch (ClosedChannelException _) {
      // An end that has just gone.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
