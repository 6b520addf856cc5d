package org.hiwar.messenger.whatsapp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hiwar.messenger.Texts;
import tools.jackson.databind.JsonNode;

/// A file that a customer sent, as the delivery names it; its content has to be fetched.
///
/// @param name as the customer called it, else by its kind
/// @param type the media type as the provider says
record WhatsAppMedia(String id, String name, String type) {
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

  /// Empty when the message has no file.
  static Optional<WhatsAppMedia> of(JsonNode message) {
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
    return Optional.of(
        new WhatsAppMedia(id, name, type.isEmpty() ? "application/octet-stream" : type));
  }
}
