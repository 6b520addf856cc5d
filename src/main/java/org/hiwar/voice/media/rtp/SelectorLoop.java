package org.hiwar.voice.media.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.hiwar.voice.media.MediaLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread that reads the sockets of many legs, and looks a few times a second after what time
/// brings: reports that are due, far ends that fell silent.
final class SelectorLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SelectorLoop.class);
  private static final long SWEEP_MS = 250;

  private final Selector selector;
  private final LongSupplier nanoTime;
  private final ByteBuffer received = ByteBuffer.allocateDirect(MediaLimits.DATAGRAM);
  private final byte[] packet = new byte[MediaLimits.DATAGRAM];

  /// Made once: a new one for every call would be most of what is allocated here.
  private final Consumer<SelectionKey> reader = this::read;

  private long swept;

  SelectorLoop(String name, LongSupplier nanoTime) {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.nanoTime = nanoTime;
    Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  /// What is done with the packets of one socket.
  interface Socket {
    /// Reads one packet: `received` is the loop's buffer for it, `packet` its bytes. What waits
    /// behind it is read when the other sockets have had their turn; a second look into a socket
    /// that holds one packet every 20 ms would cost as much as the packet.
    void read(DatagramChannel channel, ByteBuffer received, byte[] packet) throws IOException;

    /// Called a few times a second.
    void sweep(long now) throws IOException;
  }

  void add(DatagramChannel channel, Socket socket) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, socket);
    selector.wakeup();
  }

  /// A channel that was closed gives its port back only when the selector has noticed.
  void notice() {
    selector.wakeup();
  }

  /// Closes the sockets as well.
  @Override
  public void close() {
    try {
      for (var key : selector.keys()) key.channel().close();
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() {
    while (selector.isOpen()) {
      try {
        selector.select(reader, SWEEP_MS);
        sweepWhenDue();
      } catch (IOException | RuntimeException e) {
        if (selector.isOpen()) LOG.error("reading media", e);
      }
    }
  }

  /// What goes wrong with one leg must not touch the others.
  private void read(SelectionKey key) {
    try {
      ((Socket) key.attachment()).read((DatagramChannel) key.channel(), received, packet);
    } catch (IOException | RuntimeException e) {
      if (key.isValid()) LOG.warn("reading a leg: {}", e.toString());
    }
  }

  private void sweepWhenDue() {
    var paced = System.nanoTime();
    if (paced - swept < SWEEP_MS * 1_000_000) return;
    swept = paced;
    var now = nanoTime.getAsLong();
    for (var key : selector.keys()) {
      if (!key.isValid()) continue;
      try {
        ((Socket) key.attachment()).sweep(now);
      } catch (IOException | RuntimeException e) {
        if (key.isValid()) LOG.warn("sweeping a leg: {}", e.toString());
      }
    }
  }
}
