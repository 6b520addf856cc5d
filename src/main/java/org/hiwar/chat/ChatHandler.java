package org.hiwar.chat;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.hiwar.chat.ChatSocket.Greeted;
import org.hiwar.chat.FromVisitor.Call;
import org.hiwar.chat.FromVisitor.End;
import org.hiwar.chat.FromVisitor.HangUp;
import org.hiwar.chat.FromVisitor.Hello;
import org.hiwar.chat.FromVisitor.Rate;
import org.hiwar.chat.FromVisitor.Seen;
import org.hiwar.chat.FromVisitor.Send;
import org.hiwar.chat.FromVisitor.Typing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/// The sockets of all widgets: reads their frames in order, one socket at a time.
@Component
class ChatHandler extends TextWebSocketHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ChatHandler.class);
  private static final String SOCKET = ChatSocket.class.getName();

  private final Chats chats;
  private final ChatEnds ends;
  private final Calling calling;
  private final Opinions opinions;
  private final Visitors visitors;
  private final Set<ChatSocket> sockets = ConcurrentHashMap.newKeySet();
  private final Executor drains =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("widget-", 0).factory());

  ChatHandler(Chats chats, ChatEnds ends, Calling calling, Opinions opinions, Visitors visitors) {
    this.chats = chats;
    this.ends = ends;
    this.calling = calling;
    this.opinions = opinions;
    this.visitors = visitors;
  }

  Set<ChatSocket> sockets() {
    return sockets;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    session.setTextMessageSizeLimit(ChatLimits.FRAME_BYTES);
    session.setBinaryMessageSizeLimit(1);
    if (sockets.size() >= ChatLimits.SOCKETS) {
      session.close(CloseStatus.SERVICE_OVERLOAD);
      return;
    }
    var socket = new ChatSocket(session, ChatHandshake.opened(session), drains);
    session.getAttributes().put(SOCKET, socket);
    sockets.add(socket);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    if (!(session.getAttributes().get(SOCKET) instanceof ChatSocket socket)) return;
    socket.heard();
    if (!socket.frames.take(System.nanoTime())) {
      socket.close(CloseStatus.POLICY_VIOLATION);
      return;
    }
    var frame = FromVisitor.read(message.getPayload());
    if (frame.isEmpty()) socket.close(CloseStatus.BAD_DATA);
    else heard(socket, frame.get());
  }

  private void heard(ChatSocket socket, FromVisitor frame) {
    var greeted = socket.greeted;
    switch (frame) {
      case Hello hello when greeted == null -> hello(socket, hello);
      case Send send when greeted != null -> chats.send(socket, greeted, send);
      case Typing _ when greeted != null -> ends.typing(socket, greeted);
      case Seen seen when greeted != null -> opinions.seen(greeted, seen);
      case Rate rate when greeted != null -> opinions.rate(socket, greeted, rate);
      case End _ when greeted != null -> ends.end(socket, greeted);
      case Call call when greeted != null -> calling.raise(socket, greeted, call);
      case HangUp(var id) when greeted != null -> calling.hangUp(greeted, id);
      case Hello _, Send _, Typing _, Seen _, Rate _, End _, Call _, HangUp _ ->
          socket.close(CloseStatus.PROTOCOL_ERROR);
    }
  }

  /// A failure closes the socket; the widget comes again.
  private void hello(ChatSocket socket, Hello hello) {
    try {
      var first = chats.hello(socket, hello);
      if (first.isEmpty()) socket.close(CloseStatus.POLICY_VIOLATION);
      else {
        socket.welcome(first);
        calling.remind(socket);
      }
    } catch (IOException | RuntimeException e) {
      LOG.info("A widget could not be welcomed: {}", e.getClass().getSimpleName());
      socket.close(CloseStatus.SERVICE_RESTARTED);
    }
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    if (session.getAttributes().get(SOCKET) instanceof ChatSocket socket) socket.heard();
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable failure) {
    LOG.debug("a widget's line broke", failure);
    gone(session);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    gone(session);
  }

  private void gone(WebSocketSession session) {
    if (!(session.getAttributes().get(SOCKET) instanceof ChatSocket socket)) return;
    socket.closedByPeer();
    sockets.remove(socket);
    Greeted greeted = socket.greeted;
    if (greeted != null) visitors.leave(greeted.visitor(), socket);
  }
}
