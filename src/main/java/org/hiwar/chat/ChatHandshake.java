package org.hiwar.chat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Opens sockets for pages that may show the entry, and hands the entry to them.
@Component
class ChatHandshake implements HandshakeInterceptor {
  private static final String OPENED = ChatDoor.Opened.class.getName();
  private static final PathPattern PATH =
      PathPatternParser.defaultInstance.parse("/api/chat/{workspace}/{entry}/socket");

  private final ChatDoor door;

  ChatHandshake(ChatDoor door) {
    this.door = door;
  }

  /// The entry that the socket was opened for.
  static ChatDoor.Opened opened(WebSocketSession session) {
    if (session.getAttributes().get(OPENED) instanceof ChatDoor.Opened opened) return opened;
    throw new IllegalStateException("a socket was opened past the handshake");
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    var place = PATH.matchAndExtract(PathContainer.parsePath(request.getURI().getRawPath()));
    var found =
        place == null
            ? java.util.Optional.<ChatDoor.Opened>empty()
            : door.find(
                place.getUriVariables().getOrDefault("workspace", ""),
                place.getUriVariables().getOrDefault("entry", ""));
    var headers = request.getHeaders();
    if (found.isEmpty()) response.setStatusCode(HttpStatus.NOT_FOUND);
    else if (!ChatDoor.admits(
        found.get().entry(), headers.getOrigin(), headers.getFirst(HttpHeaders.HOST)))
      response.setStatusCode(HttpStatus.FORBIDDEN);
    else {
      attributes.put(OPENED, found.get());
      return true;
    }
    return false;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}
}
