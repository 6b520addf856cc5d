package org.hiwar.app.demo.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// The sockets of all pages of one kind. A page names what it had before as `?mine=`.
public final class DoorHandler extends TextWebSocketHandler {
  private final Door door;
  private final Map<String, Inside> inside = new ConcurrentHashMap<>();

  private record Inside(Door.Visit visit, PageSocket socket) {}

  public DoorHandler(Door door) {
    this.door = door;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    session.setTextMessageSizeLimit(door.frameBytes());
    session.setBinaryMessageSizeLimit(1);
    var socket = new PageSocket(session);
    var visit = door.enter(wanted(session), socket);
    if (visit.isPresent()) {
      inside.put(session.getId(), new Inside(visit.get(), socket));
      return;
    }
    session.close(CloseStatus.SERVICE_OVERLOAD);
    socket.stop();
  }

  private static String wanted(WebSocketSession session) {
    return Optional.ofNullable(session.getUri())
        .map(uri -> UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst("mine"))
        .map(mine -> UriUtils.decode(mine, StandardCharsets.UTF_8))
        .orElse("");
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message)
      throws IOException {
    var here = inside.get(session.getId());
    if (here != null && !here.visit().take(message.getPayload()))
      session.close(CloseStatus.BAD_DATA);
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable failure) {
    gone(session);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    gone(session);
  }

  private void gone(WebSocketSession session) {
    var here = inside.remove(session.getId());
    if (here == null) return;
    here.visit().leave();
    here.socket().stop();
  }
}
