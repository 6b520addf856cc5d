package org.hiwar.voice.sip.jain;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/// A connection whose input goes through the gate, whoever opened it.
final class GatedSocket extends Socket {
  private final Gate gate;
  private final Runnable closed;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  GatedSocket(Gate gate, Runnable closed) {
    this.gate = gate;
    this.closed = closed;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    var from = (InetSocketAddress) getRemoteSocketAddress();
    return new GatedInput(super.getInputStream(), gate, from);
  }

  @Override
  public void close() throws IOException {
    if (isClosed.compareAndSet(false, true)) closed.run();
    super.close();
  }
}
