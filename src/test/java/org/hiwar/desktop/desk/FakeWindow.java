package org.hiwar.desktop.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A window that remembers what it got, and can stop reading.
final class FakeWindow implements Outbox.Wire {
  private final List<String> got = new ArrayList<>();
  private volatile CountDownLatch reading = new CountDownLatch(0);
  private volatile Outbox.@Nullable Reason closed;
  final Outbox outbox = new Outbox(this, "test-window");
  final Desk.Window window = new Desk.Window(outbox, 1);

  void stopReading() {
    reading = new CountDownLatch(1);
  }

  void read() {
    reading.countDown();
  }

  List<String> got() {
    synchronized (got) {
      return List.copyOf(got);
    }
  }

  Outbox.@Nullable Reason closed() {
    return closed;
  }

  @Override
  public void write(String text) throws IOException {
    try {
      reading.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    if (closed != null) throw new IOException("closed");
    synchronized (got) {
      got.add(text);
    }
  }

  @Override
  public void ping() {}

  @Override
  public void close(Outbox.Reason reason) {
    closed = reason;
    reading.countDown();
  }
}
