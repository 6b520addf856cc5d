package org.hiwar.messenger.whatsapp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hiwar.messenger.Coming;
import org.hiwar.messenger.Texts;
import tools.jackson.databind.JsonNode;

/// Files that customers sent, as deliveries name them; their content has to be fetched.
final class WhatsAppMedia {
  private static final Set<String> KINDS = Set.of("image", "video", "audio", "document", "sticker");

  /// Endings of the types that the provider hands on without a name.
  private static final Map<String, String> ENDINGS =
      Map.of(
          "image/jpeg", ".jpg",
          "image/png", ".png",
          "image/webp", ".webp",
          "video/mp4", ".mp4",
          "video/3gpp", ".3gp",
          "audio/ogg", ".ogg",
          "audio/mpeg", ".mp3",
          "audio/mp4", ".m4a",
          "audio/aac", ".aac",
          "audio/amr", ".amr");

  private WhatsAppMedia() {}

  /// The file of a message, by the name that the customer gave it, else by its kind. Empty when the
  /// message has none.
  static Optional<Coming> of(JsonNode message) {
    var kind = message.path("type").asString("");
    var content = message.path(kind);
    var id = content.path("id").asString("");
    if (!KINDS.contains(kind) || id.isEmpty()) return Optional.empty();
    var said = content.path("mime_type").asString("");
    int parameters = said.indexOf(';');
    var type = (parameters < 0 ? said : said.substring(0, parameters)).strip();
    var plain = content.path("voice").asBoolean(false) ? "voice" : kind;
    var name =
        Texts.fileName(
            content.path("filename").asString(""), plain + ENDINGS.getOrDefault(type, ""));
    return Optional.of(Coming.elsewhere(name, id));
  }
}
