package org.hiwar.app.demo.carrier;

import org.hiwar.app.demo.page.PageSocket;
import org.springframework.web.socket.WebSocketSession;

/// The page of one telephone.
final class PhoneSocket implements Display {
  private final PageSocket page;

  PhoneSocket(WebSocketSession session) {
    page = new PageSocket(session);
  }

  @Override
  public void show(ToPhone frame) {
    page.say(ToPhone.json(frame));
  }

  void stop() {
    page.stop();
  }
}
