package org.hiwar.workspace.access;

import java.security.Principal;
import java.util.Map;
import org.hiwar.workspace.Privilege;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Lets a user with a privilege open a WebSocket, and hands him to it. The Origin was checked before.
public final class LoggedInHandshake implements HandshakeInterceptor {
  private static final String ATTRIBUTE = CurrentUser.class.getName();

  private final Privilege privilege;

  public LoggedInHandshake(Privilege privilege) {
    this.privilege = privilege;
  }

  /// Who opened the socket.
  public static CurrentUser userOf(WebSocketSession socket) {
    if (socket.getAttributes().get(ATTRIBUTE) instanceof CurrentUser user) return user;
    throw new IllegalStateException("a socket was opened past the handshake");
  }

  @Override
  public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler, Map<String, Object> attributes) {
    var user = user(request.getPrincipal());
    if (user == null || !user.may(privilege)) {
      response.setStatusCode(user == null ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN);
      return false;
    }
    attributes.put(ATTRIBUTE, user);
    return true;
  }

  @Override
  public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler, @Nullable Exception failure) {}

  private static @Nullable CurrentUser user(@Nullable Principal principal) {
    return principal instanceof Authentication authentication && authentication.getPrincipal() instanceof CurrentUser user ? user : null;
  }
}
