package org.hiwar.desktop.desk;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What waits to be written to one window, bounded, written by one thread of its own, so that a
/// slow window holds up nobody. When too much waits, or one write takes too long, the window is
/// dropped; it comes back and reads again.
public final class Outbox {

  /// The window's side of the connection. `write` blocks until the text is on its way.
  public interface Wire {
    void write(String text) throws IOException;

    /// Asks the other side for a sign of life.
    void ping() throws IOException;

    /// May be called from any thread, also while a write is stuck; ends that write.
    void close(Reason reason);
  }

  public enum Reason {
    SLOW,
    SILENT,
    REVOKED,
    REPLACED,
    LEAVING,
    BROKEN
  }

  private final Wire wire;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<String> waiting = new ArrayDeque<>();
  private long characters;
  private @Nullable String heartbeat;
  private boolean ping;
  private @Nullable Reason closed;
  private volatile long writingSince;

  public Outbox(Wire wire, String name) {
    this.wire = wire;
    Thread.ofVirtual().name(name).start(this::writeAll);
  }

  /// Never blocks.
  public void send(String text) {
    lock.lock();
    try {
      if (closed != null) return;
      waiting.addLast(text);
      characters += text.length();
      if (waiting.size() > DeskLimits.OUTBOX_FRAMES || characters > DeskLimits.OUTBOX_CHARACTERS)
        close(Reason.SLOW);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Only the latest heartbeat matters; one that still waits is replaced. Also notices a write that
  /// is stuck.
  public void beat(String text) {
    lock.lock();
    try {
      long since = writingSince;
      if (since != 0 && System.nanoTime() - since > DeskLimits.WRITE.toNanos()) close(Reason.SLOW);
      heartbeat = text;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  public void ping() {
    lock.lock();
    try {
      ping = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  public void close(Reason reason) {
    lock.lock();
    try {
      if (closed != null) return;
      closed = reason;
      changed.signal();
    } finally {
      lock.unlock();
    }
    Thread.ofVirtual().start(() -> wire.close(reason));
  }

  public boolean isClosed() {
    lock.lock();
    try {
      return closed != null;
    } finally {
      lock.unlock();
    }
  }

  private void writeAll() {
    try {
      for (var text = next(); text != null; text = next()) {
        writingSince = System.nanoTime() | 1;
        if (text.isEmpty()) wire.ping();
        else wire.write(text);
        writingSince = 0;
      }
    } catch (IOException | RuntimeException _) {
      close(Reason.BROKEN);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Null when closed, empty for a ping.
  private @Nullable String next() throws InterruptedException {
    lock.lock();
    try {
      while (closed == null && waiting.isEmpty() && heartbeat == null && !ping) changed.await();
      if (closed != null) return null;
      if (ping) {
        ping = false;
        return "";
      }
      var text = waiting.pollFirst();
      if (text != null) {
        characters -= text.length();
        return text;
      }
      text = heartbeat;
      heartbeat = null;
      return text;
    } finally {
      lock.unlock();
    }
  }
}
