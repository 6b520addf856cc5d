package org.hiwar.messenger.telegram;

import java.util.Optional;
import org.hiwar.messenger.Texts;
import tools.jackson.databind.JsonNode;

/// A file that a customer sent, as the update names it; its content has to be fetched.
///
/// @param name as the customer called it, else by its kind
/// @param type the media type as the provider says
record TelegramMedia(String id, String name, String type) {

  /// Empty when the message has no file.
  static Optional<TelegramMedia> of(JsonNode message) {
    var sizes = message.path("photo"); // from small to large
    if (!sizes.isEmpty()) return found(sizes.path(sizes.size() - 1), "photo.jpg", "image/jpeg");
    if (message.has("voice")) return found(message.path("voice"), "voice.ogg", "audio/ogg");
    if (message.has("video_note"))
      return found(message.path("video_note"), "video.mp4", "video/mp4");
    if (message.has("sticker")) return sticker(message.path("sticker"));
    if (message.has("audio")) return found(message.path("audio"), "audio.mp3", "audio/mpeg");
    if (message.has("video")) return found(message.path("video"), "video.mp4", "video/mp4");
    if (message.has("document"))
      return found(message.path("document"), "document", "application/octet-stream");
    return Optional.empty();
  }

  /// Still, drawn by a program, or moving.
  private static Optional<TelegramMedia> sticker(JsonNode sticker) {
    if (sticker.path("is_video").asBoolean(false))
      return found(sticker, "sticker.webm", "video/webm");
    return sticker.path("is_animated").asBoolean(false)
        ? found(sticker, "sticker.tgs", "application/octet-stream")
        : found(sticker, "sticker.webp", "image/webp");
  }

  private static Optional<TelegramMedia> found(JsonNode file, String name, String type) {
    var id = file.path("file_id").asString("");
    if (id.isEmpty()) return Optional.empty();
    return Optional.of(
        new TelegramMedia(
            id,
            Texts.fileName(file.path("file_name").asString(""), name),
            file.path("mime_type").asString(type)));
  }
}
