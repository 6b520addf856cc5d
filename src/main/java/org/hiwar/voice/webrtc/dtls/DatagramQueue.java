package org.hiwar.voice.webrtc.dtls;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/// The network as Bouncy Castle sees it: what the port has read waits here, at most
/// [DtlsLimits#WAITING] datagrams.
final class DatagramQueue implements DatagramTransport {
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

  /// Passes over unprotected alerts, without an end to the waiting: they may come from anyone.
  @Override
  public int receive(byte[] into, int offset, int length, int waitMillis)
      throws InterruptedIOException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.max(1, waitMillis));
    while (true) {
      var datagram = next(until - System.nanoTime());
      if (datagram == null) return -1;
      if (DtlsRecords.hasUnprotectedAlert(datagram)) continue;
      int taken = Math.min(length, datagram.length);
      System.arraycopy(datagram, 0, into, offset, taken);
      return taken;
    }
  }

  private byte @Nullable [] next(long nanos) throws InterruptedIOException {
    if (!returned.isEmpty()) return returned.remove();
    try {
      return waiting.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      throw new InterruptedIOException();
    }
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

  @Override
  public void close() {}
}
