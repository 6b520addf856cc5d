package org.hiwar.app.demo.page;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// The way to one page. Frames wait in a bounded queue and are written by a thread of its own; a
/// page that reads so slowly that the queue is full is left.
public final class PageSocket {
  private static final Logger LOG = LoggerFactory.getLogger(PageSocket.class);

  private final WebSocketSession session;
  private final BlockingQueue<String> outbox = new LinkedBlockingQueue<>(PageLimits.OUTBOX);
  private final Thread writer;

  public PageSocket(WebSocketSession session) {
    this.session = session;
    writer = Thread.ofVirtual().name("demo-page").start(this::write);
  }

  /// @param frame one JSON object with its `type`
  public void say(String frame) {
    if (!outbox.offer(frame)) stop();
  }

  public void stop() {
    writer.interrupt();
  }

  private void write() {
    try {
      while (true) session.sendMessage(new TextMessage(outbox.take()));
    } catch (InterruptedException _) {
      LOG.debug("a page of the demonstration is left");
    } catch (IOException | RuntimeException e) {
      LOG.debug("a page of the demonstration is gone", e);
    }
    close();
  }

  private void close() {
    try {
      session.close(CloseStatus.NORMAL);
    } catch (IOException e) {
      LOG.debug("a page of the demonstration was gone already", e);
    }
  }
}
