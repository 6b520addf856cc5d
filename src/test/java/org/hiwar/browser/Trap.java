package org.hiwar.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// A port on loopback that counts whoever connects to it, and says nothing: a request over TLS
/// begins with a connection, too.
final class Trap implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicInteger visitors = new AtomicInteger();

  Trap() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::count);
  }

  private void count() {
    while (true)
      try (var _ = socket.accept()) {
        visitors.incrementAndGet();
      } catch (IOException _) {
        if (socket.isClosed()) return;
      }
  }

  /// Where it waits, such as `127.0.0.1:4711`.
  String place() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  int visitors() {
    return visitors.get();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
