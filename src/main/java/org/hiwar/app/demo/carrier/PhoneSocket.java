package org.hiwar.app.demo.carrier;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// The page of one telephone. Frames wait in a bounded queue and are written by a thread of its
/// own.
final class PhoneSocket implements Display {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneSocket.class);

  private final WebSocketSession session;
  private final BlockingQueue<ToPhone> outbox = new LinkedBlockingQueue<>(CarrierLimits.OUTBOX);
  private final Thread writer;

  PhoneSocket(WebSocketSession session) {
    this.session = session;
    writer = Thread.ofVirtual().name("demo-phone").start(this::write);
  }

  @Override
  public void show(ToPhone frame) {
    if (!outbox.offer(frame)) stop();
  }

  void stop() {
    writer.interrupt();
  }

  private void write() {
    try {
      while (true) session.sendMessage(new TextMessage(ToPhone.json(outbox.take())));
    } catch (InterruptedException _) {
      LOG.debug("a telephone is unplugged");
    } catch (IOException | RuntimeException e) {
      LOG.debug("a telephone's page is gone", e);
    }
    close();
  }

  private void close() {
    try {
      session.close(CloseStatus.NORMAL);
    } catch (IOException e) {
      LOG.debug("a telephone's page was gone already", e);
    }
  }
}
