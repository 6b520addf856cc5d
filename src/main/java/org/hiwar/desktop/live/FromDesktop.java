package org.hiwar.desktop.live;

import java.util.Optional;
import java.util.UUID;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a desktop says over its socket.
public sealed interface FromDesktop {
  /// A message. `id` is the desktop's own, kept when the message is sent again.
  record Write(UUID id, ConversationId conversation, InteractionId interaction, String text)
      implements FromDesktop {}

  record Typing(ConversationId conversation) implements FromDesktop {}

  /// Empty for what is none of these.
  static Optional<FromDesktop> read(String frame) {
    try {
      var json = JsonMapper.shared().readTree(frame);
      return switch (text(json, "type")) {
        case "write" -> Optional.of(write(json));
        case "typing" -> Optional.of(new Typing(conversation(json)));
        case null, default -> Optional.empty();
      };
    } catch (JacksonException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Write write(JsonNode json) {
    return new Write(
        UUID.fromString(required(json, "id")),
        conversation(json),
        InteractionId.of(required(json, "interaction")),
        required(json, "text"));
  }

  private static ConversationId conversation(JsonNode json) {
    return ConversationId.of(required(json, "conversation"));
  }

  private static String required(JsonNode json, String name) {
    var value = text(json, name);
    if (value == null) throw new IllegalArgumentException(name);
    return value;
  }

  private static @Nullable String text(JsonNode json, String name) {
    var value = json.path(name);
    return value.isString() ? value.asString() : null;
  }
}
