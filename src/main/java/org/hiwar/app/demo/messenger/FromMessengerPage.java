package org.hiwar.app.demo.messenger;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.hiwar.messenger.stub.StubFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the page of a customer with a messenger says. `business` is always one of our numbers.
sealed interface FromMessengerPage {
  /// As which a telephone may record.
  Set<String> SOUNDS = Set.of("audio/ogg", "audio/mp4");

  record Write(String business, String text) implements FromMessengerPage {}

  record SendFile(String business, StubFile file, String caption) implements FromMessengerPage {}

  /// What was spoken into the telephone, as sound that the messenger knows.
  record SendVoice(String business, StubFile voice) implements FromMessengerPage {}

  /// The place at which the customer is.
  record SendPlace(String business) implements FromMessengerPage {}

  /// What this business wrote is being read.
  record Look(String business) implements FromMessengerPage {}

  /// The page wants the content of a file that is shown.
  record Load(String business, String file) implements FromMessengerPage {}

  /// Nothing but a sign of life.
  record Here() implements FromMessengerPage {}

  /// Empty for what is none of these.
  static Optional<FromMessengerPage> read(String frame) {
    try {
      var json = JsonMapper.shared().readTree(frame);
      var business = json.path("business").asString("");
      return switch (json.path("type").asString("")) {
        case "write" -> write(business, json.path("text").asString("").strip());
        case "file" -> file(business, json);
        case "place" -> Optional.of(new SendPlace(business));
        case "look" -> Optional.of(new Look(business));
        case "load" -> Optional.of(new Load(business, json.path("file").asString("")));
        case "here" -> Optional.of(new Here());
        default -> Optional.empty();
      };
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<FromMessengerPage> write(String business, String text) {
    return text.isEmpty() || text.length() > MessengerPageLimits.TEXT_CHARACTERS
        ? Optional.empty()
        : Optional.of(new Write(business, text));
  }

  private static Optional<FromMessengerPage> file(String business, JsonNode json) {
    var name = json.path("name").asString("").strip();
    var caption = json.path("caption").asString("").strip();
    var content = content(json.path("content").asString(""));
    if (content.length == 0
        || content.length > MessengerPageLimits.FILE_BYTES
        || name.length() > MessengerPageLimits.NAME_CHARACTERS
        || caption.length() > MessengerPageLimits.CAPTION_CHARACTERS) return Optional.empty();
    var said = json.path("media").asString("");
    var type = said.isEmpty() ? "application/octet-stream" : said;
    if (json.path("voice").asBoolean(false))
      return SOUNDS.contains(type)
          ? Optional.of(new SendVoice(business, new StubFile("", type, content)))
          : Optional.empty();
    return Optional.of(new SendFile(business, new StubFile(name, type, content), caption));
  }

  private static byte[] content(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}
