package org.hiwar.desktop.live;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.hiwar.conversation.ConversationId;
import org.hiwar.desktop.desk.DeskLimits;
import org.hiwar.desktop.wire.WriteAnswer;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.LoggedInHandshake;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/// The socket of one window: events out; in come messages and notices of typing, which are many and
/// small. Everything else an agent does is a command over HTTP.
public final class DeskSocket extends TextWebSocketHandler {

  /// Where notices of typing go.
  @FunctionalInterface
  public interface Typing {
    /// The agent writes in a conversation, which may be any: whether it is the agent's is checked
    /// here.
    void types(CurrentUser agent, ConversationId conversation);
  }

  /// Where messages go.
  @FunctionalInterface
  public interface Writing {
    /// The agent writes in a conversation, which may be any: whether it is the agent's is checked
    /// here. Does not block; `answer` is called once, from any thread.
    void writes(CurrentUser agent, FromDesktop.Write write, Consumer<WriteAnswer> answer);
  }

  private static final CloseStatus BUSY = new CloseStatus(1013, "try again later");

  private final Windows windows;
  private final Typing typing;
  private final Writing writing;
  private final JsonMapper json;

  public DeskSocket(Windows windows, Typing typing, Writing writing, JsonMapper json) {
    this.windows = windows;
    this.typing = typing;
    this.writing = writing;
    this.json = json;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws Exception {
    session.setTextMessageSizeLimit(DeskLimits.INCOMING_CHARACTERS);
    var query = Optional.ofNullable(session.getUri()).map(DeskSocket::query).orElseThrow();
    try {
      windows.open(
          session.getId(),
          LoggedInHandshake.userOf(session),
          new WindowSocket(session),
          query.getFirst("desk"),
          number(query.getFirst("after")));
    } catch (RejectedExecutionException _) {
      windows.closed(session.getId());
      session.close(BUSY);
    }
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
    var id = session.getId();
    windows.heard(id);
    var agent = LoggedInHandshake.userOf(session);
    switch (FromDesktop.read(message.getPayload()).orElse(null)) {
      case FromDesktop.Write write ->
          writing.writes(agent, write, answer -> windows.send(id, json.writeValueAsString(answer)));
      case FromDesktop.Typing(var conversation) -> {
        if (windows.mayType(id)) typing.types(agent, conversation);
      }
      case null -> session.close(CloseStatus.BAD_DATA);
    }
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    windows.heard(session.getId());
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable exception) {
    windows.closed(session.getId());
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    windows.closed(session.getId());
  }

  private static org.springframework.util.MultiValueMap<String, String> query(URI uri) {
    return UriComponentsBuilder.fromUri(uri).build().getQueryParams();
  }

  private static @org.jspecify.annotations.Nullable Long number(
      @org.jspecify.annotations.Nullable String text) {
    if (text == null) return null;
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
