package org.hiwar.messenger.telegram;

import java.util.Optional;
import org.hiwar.messenger.Coming;
import org.hiwar.messenger.Texts;
import tools.jackson.databind.JsonNode;

/// Files that customers sent, as updates name them; their content has to be fetched.
final class TelegramMedia {
  private TelegramMedia() {}

  /// The file of a message, by the name that the customer gave it, else by its kind. Empty when the
  /// message has none.
  static Optional<Coming> of(JsonNode message) {
    var sizes = message.path("photo"); // from small to large
    if (!sizes.isEmpty()) return found(sizes.path(sizes.size() - 1), "photo.jpg");
    if (message.has("voice")) return found(message.path("voice"), "voice.ogg");
    if (message.has("video_note")) return found(message.path("video_note"), "video.mp4");
    if (message.has("sticker")) return sticker(message.path("sticker"));
    if (message.has("audio")) return found(message.path("audio"), "audio.mp3");
    if (message.has("video")) return found(message.path("video"), "video.mp4");
    if (message.has("document")) return found(message.path("document"), "document");
    return Optional.empty();
  }

  /// Still, drawn by a program, or moving.
  private static Optional<Coming> sticker(JsonNode sticker) {
    if (sticker.path("is_video").asBoolean(false)) return found(sticker, "sticker.webm");
    return sticker.path("is_animated").asBoolean(false)
        ? found(sticker, "sticker.tgs")
        : found(sticker, "sticker.webp");
  }

  private static Optional<Coming> found(JsonNode file, String name) {
    var id = file.path("file_id").asString("");
    if (id.isEmpty()) return Optional.empty();
    return Optional.of(
        Coming.elsewhere(Texts.fileName(file.path("file_name").asString(""), name), id));
  }
}
