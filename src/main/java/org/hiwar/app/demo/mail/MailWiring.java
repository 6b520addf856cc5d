package org.hiwar.app.demo.mail;

import org.hiwar.app.demo.page.DoorHandler;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Where mailboxes of the demonstration are opened. That the page is one of ours is checked before,
/// as for every socket.
@Configuration(proxyBeanMethods = false)
class MailWiring implements WebSocketConfigurer {
  private final MailDoor door;

  MailWiring(MailDoor door) {
    this.door = door;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(new DoorHandler(door), "/api/demo/mail").setAllowedOriginPatterns("*");
  }
}
