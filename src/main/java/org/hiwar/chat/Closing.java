package org.hiwar.chat;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/// Ends a socket.
final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private Closing() {}

  /// With `SESSION_NOT_RELIABLE` the connection is dropped; with any other status the other side is
  /// told.
  static void close(WebSocketSession session, CloseStatus why) {
    try {
      boolean drop = why.equals(CloseStatus.SESSION_NOT_RELIABLE);
      if (drop
          && session instanceof NativeWebSocketSession spring
          && spring.getNativeSession() instanceof org.eclipse.jetty.websocket.api.Session jetty)
        jetty.disconnect();
      else session.close(why);
    } catch (IOException | RuntimeException e) {
      LOG.debug("a widget was gone already", e);
    }
  }
}
