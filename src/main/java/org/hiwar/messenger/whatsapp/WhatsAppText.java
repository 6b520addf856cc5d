package org.hiwar.messenger.whatsapp;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.channel.Account;
import org.hiwar.messenger.Place;
import org.hiwar.messenger.Texts;
import org.hiwar.messenger.Words;
import tools.jackson.databind.JsonNode;

/// What stands on the line of time for a message: its words, or what says it as briefly where there
/// are none.
final class WhatsAppText {
  private WhatsAppText() {}

  /// Empty when nothing follows from the message, such as a reaction that was taken back.
  static Optional<String> of(JsonNode message, Account account) {
    var type = message.path("type").asString("");
    var content = message.path(type);
    var text =
        switch (type) {
          case "text" -> content.path("body").asString("");
          case "image", "video", "audio", "document", "sticker" -> file(message);
          case "location" -> location(content);
          case "contacts" -> contacts(content);
          case "interactive" -> interactive(content);
          case "button" -> content.path("text").asString("");
          case "order" -> order(content);
          case "reaction", "system" -> null;
          default -> Words.NOT_SHOWN.in(account);
        };
    if (text == null) return quiet(type, content);
    var shown = Texts.clean(text).strip();
    return Optional.of(shown.isEmpty() ? Words.NOT_SHOWN.in(account) : shown);
  }

  private static Optional<String> quiet(String type, JsonNode content) {
    var said =
        type.equals("system")
            ? content.path("body").asString("")
            : content.path("emoji").asString("");
    var shown = Texts.clean(said).strip();
    return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
  }

  private static String file(JsonNode message) {
    var caption = message.path(message.path("type").asString("")).path("caption").asString("");
    return WhatsAppMedia.of(message)
        .map(media -> caption.isBlank() ? media.name() : caption)
        .orElse(caption);
  }

  private static String location(JsonNode location) {
    return Place.words(
        location, location.path("name").asString(""), location.path("address").asString(""));
  }

  private static String contacts(JsonNode contacts) {
    var lines = new ArrayList<String>();
    for (var contact : contacts) {
      lines.add("\uD83D\uDC64 " + contact.path("name").path("formatted_name").asString(""));
      for (var phone : contact.path("phones")) lines.add(phone.path("phone").asString(""));
      for (var email : contact.path("emails")) lines.add(email.path("email").asString(""));
    }
    return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }

  private static String interactive(JsonNode content) {
    var type = content.path("type").asString("");
    var reply = content.path(type);
    return Stream.of("title", "description", "body")
        .map(name -> reply.path(name).asString(""))
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static String order(JsonNode order) {
    var lines = new ArrayList<String>();
    lines.add("\uD83D\uDED2 " + order.path("text").asString(""));
    for (var item : order.path("product_items"))
      lines.add(
          item.path("quantity").asString("")
              + " × "
              + item.path("product_retailer_id").asString("")
              + " "
              + item.path("item_price").asString("")
              + " "
              + item.path("currency").asString(""));
    return String.join("\n", lines);
  }
}
