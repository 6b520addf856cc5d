package org.hiwar.messenger.stub;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A message of an agent as the Cloud API takes it.
///
/// @param to the customer
/// @param text what the customer reads
/// @param file null: none
/// @param template whether it is one, which arrives at any time
record Sent(String to, String text, @Nullable ShownFile file, boolean template) {
  private static final int WRONG_PARAMETER = 100;
  private static final int NO_SUCH_FILE = 131_053;
  private static final int NO_SUCH_TEMPLATE = 132_001;
  private static final int WRONG_COUNT = 132_000;
  private static final int WRONG_FORMAT = 132_012;
  private static final int TEXT_CHARACTERS = 4_096;
  private static final int CAPTION_CHARACTERS = 1_024;

  sealed interface Read {}

  record Understood(Sent sent) implements Read {}

  /// @param code of the provider's
  record Refused(int code, String words) implements Read {}

  static Read read(JsonNode message, List<StubTemplate> templates, StubFiles files) {
    var type = message.path("type").asString("");
    var content = message.path(type);
    var to = message.path("to").asString("");
    if (to.isEmpty() || !message.path("messaging_product").asString("").equals("whatsapp"))
      return new Refused(WRONG_PARAMETER, "nobody to send to, or not for this product");
    return switch (type) {
      case "text" -> text(to, content.path("body").asString(""));
      case "template" -> template(to, content, templates);
      case "image", "video", "audio", "document" -> file(to, content, files);
      default -> new Refused(WRONG_PARAMETER, "unknown type " + type);
    };
  }

  private static Read text(String to, String text) {
    return text.isEmpty() || text.length() > TEXT_CHARACTERS
        ? new Refused(WRONG_PARAMETER, "a text has 1 to " + TEXT_CHARACTERS + " characters")
        : new Understood(new Sent(to, text, null, false));
  }

  private static Read template(String to, JsonNode content, List<StubTemplate> templates) {
    var meant = templates.stream().filter(one -> one.isMeant(content)).findFirst();
    if (meant.isEmpty()) return new Refused(NO_SUCH_TEMPLATE, "there is no such template");
    var parameters = StubParameters.of(content);
    var wanted = meant.get().parameters();
    if (parameters.size() != wanted.size())
      return new Refused(WRONG_COUNT, "the template has " + wanted.size() + " parameters");
    if (!parameters.keySet().equals(wanted))
      return new Refused(WRONG_FORMAT, "the parameters do not fit the template");
    return new Understood(new Sent(to, meant.get().filled(parameters), null, true));
  }

  private static Read file(String to, JsonNode content, StubFiles files) {
    var caption = content.path("caption").asString("");
    if (caption.length() > CAPTION_CHARACTERS)
      return new Refused(
          WRONG_PARAMETER, "a caption has at most " + CAPTION_CHARACTERS + " characters");
    var id = content.path("id").asString("");
    Optional<ShownFile> file =
        files
            .find(id)
            .map(one -> new ShownFile(id, content.path("filename").asString(""), one.type()));
    return file.<Read>map(one -> new Understood(new Sent(to, caption, one, false)))
        .orElseGet(() -> new Refused(NO_SUCH_FILE, "there is no such file"));
  }
}
