package org.hiwar.chat;

import org.hiwar.conversation.ArrivalListener;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.MessageChanges;
import org.hiwar.conversation.MessageListener;
import org.hiwar.conversation.Messages;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Where the widget's sockets are opened, and what they hear.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class ChatWiring implements WebSocketConfigurer {
  private final ChatHandler handler;
  private final ChatHandshake handshake;

  ChatWiring(
      ChatHandler handler,
      ChatHandshake handshake,
      Visitors visitors,
      Messages messages,
      MessageChanges changes,
      Attachments attachments) {
    this.handler = handler;
    this.handshake = handshake;
    messages.listen((ArrivalListener) visitors);
    messages.listen((MessageListener) visitors);
    changes.listen(visitors);
    attachments.listen(visitors);
  }

  /// The handshake itself knows which origins an entry admits.
  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(handler, "/api/chat/*/*/socket")
        .addInterceptors(handshake)
        .setAllowedOriginPatterns("*");
  }
}
