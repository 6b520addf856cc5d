package org.hiwar.app.demo.messenger;

import org.hiwar.app.demo.page.DoorHandler;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Where customers of the demonstration open their messenger. That the page is one of ours is
/// checked before, as for every socket.
@Configuration(proxyBeanMethods = false)
class MessengerPageWiring implements WebSocketConfigurer {
  private final MessengerDoor door;

  MessengerPageWiring(MessengerDoor door) {
    this.door = door;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(new DoorHandler(door), "/api/demo/messenger").setAllowedOriginPatterns("*");
  }
}
