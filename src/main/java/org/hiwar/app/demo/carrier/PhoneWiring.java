package org.hiwar.app.demo.carrier;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Where the telephones of the demonstration are plugged in. That the page is one of ours is
/// checked before, as for every socket.
@Configuration(proxyBeanMethods = false)
class PhoneWiring implements WebSocketConfigurer {
  private final PhoneHandler handler;

  PhoneWiring(PhoneHandler handler) {
    this.handler = handler;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(handler, "/api/demo/phone").setAllowedOriginPatterns("*");
  }
}
