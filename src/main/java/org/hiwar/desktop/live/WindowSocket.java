package org.hiwar.desktop.live;

import java.io.IOException;
import org.hiwar.desktop.desk.Outbox;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// A window behind a WebSocket.
record WindowSocket(WebSocketSession session) implements Outbox.Wire {

  @Override
  public void write(String text) throws IOException {
    session.sendMessage(new TextMessage(text));
  }

  @Override
  public void ping() throws IOException {
    session.sendMessage(new PingMessage());
  }

  @Override
  public void close(Outbox.Reason reason) {
    try {
      session.close(status(reason));
    } catch (IOException | RuntimeException _) {
      // Gone already, which is what was wanted.
    }
  }

  private static CloseStatus status(Outbox.Reason reason) {
    return switch (reason) {
      case SLOW -> new CloseStatus(4008, "too slow");
      case REVOKED -> new CloseStatus(4001, "logged out");
      case REPLACED -> new CloseStatus(4009, "too many windows");
      case SILENT -> new CloseStatus(4010, "not heard of");
      case LEAVING -> CloseStatus.GOING_AWAY;
      case BROKEN -> CloseStatus.SERVER_ERROR;
    };
  }
}
