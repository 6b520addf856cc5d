package org.hiwar.desktop.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InternalNote;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a desktop says over its socket.
public sealed interface FromDesktop {
  /// A message. `id` is the desktop's own, kept when the message is sent again. `files` were
  /// uploaded before. `note` null: to the customer.
  record Write(
      UUID id,
      ConversationId conversation,
      InteractionId interaction,
      String text,
      List<AttachmentId> files,
      @Nullable InternalNote note)
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
        required(json, "text"),
        files(json.path("files")),
        note(json.path("note")));
  }

  private static List<AttachmentId> files(JsonNode json) {
    var files = new ArrayList<AttachmentId>();
    for (var file : json) files.add(AttachmentId.of(file.asString()));
    return files;
  }

  /// Whatever stands there makes it a note: what is meant for colleagues goes to nobody else
  /// because it was said badly.
  private static @Nullable InternalNote note(JsonNode json) {
    if (json.isMissingNode() || json.isNull()) return null;
    var mentions = new ArrayList<UserId>();
    for (var user : json.path("mentions")) mentions.add(UserId.of(user.asString()));
    return new InternalNote(mentions);
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
