package org.hiwar.voice.webrtc.dtls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/// What the port has read and nobody has looked at, at most [DtlsLimits#WAITING] datagrams.
final class DatagramQueue {
  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(DtlsLimits.WAITING);

  /// What was looked at and given back; only of the reading thread.
  private final Deque<byte[]> returned = new ArrayDeque<>();

  private final DatagramOut out;

  DatagramQueue(DatagramOut out) {
    this.out = out;
  }

  /// False when it is full, and the datagram is lost.
  boolean offer(byte[] datagram) {
    return waiting.offer(datagram);
  }

  byte[] take() throws InterruptedException {
    return waiting.take();
  }

  void giveBack(byte[] datagram) {
    returned.add(datagram);
  }

  /// The network for one attempt at a handshake and what follows from it.
  DatagramTransport transport() {
    return new Transport();
  }

  private byte @Nullable [] next(long nanos) throws InterruptedIOException {
    if (!returned.isEmpty()) return returned.remove();
    try {
      return waiting.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      throw new InterruptedIOException();
    }
  }

  private final class Transport implements DatagramTransport {
    private volatile boolean closed;

    /// Passes over what would do harm, without an end to the waiting.
    @Override
    public int receive(byte[] into, int offset, int length, int waitMillis) throws IOException {
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(1, waitMillis));
      while (!closed) {
        var datagram = next(until - System.nanoTime());
        if (datagram == null) return -1;
        if (!DtlsRecords.isHarmless(datagram)) continue;
        int taken = Math.min(length, datagram.length);
        System.arraycopy(datagram, 0, into, offset, taken);
        return taken;
      }
      throw new EOFException();
    }

    @Override
    public void send(byte[] bytes, int offset, int length) {
      out.send(bytes, offset, length);
    }

    @Override
    public int getReceiveLimit() {
      return DtlsLimits.RECEIVE_BYTES;
    }

    @Override
    public int getSendLimit() {
      return DtlsLimits.SEND_BYTES;
    }

    /// Called when the far end has said farewell, too.
    @Override
    public void close() {
      closed = true;
    }
  }
}
