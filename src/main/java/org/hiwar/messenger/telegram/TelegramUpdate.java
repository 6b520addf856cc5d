package org.hiwar.messenger.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.channel.Account;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Reading;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Sender;
import org.hiwar.contact.Trust;
import org.hiwar.messenger.Coming;
import org.hiwar.messenger.Place;
import org.hiwar.messenger.Texts;
import org.hiwar.messenger.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Understands one update of the Bot API.
final class TelegramUpdate {
  private TelegramUpdate() {}

  static Reading read(Account account, RawItem item) {
    JsonNode update;
    try {
      update = JsonMapper.shared().readTree(item.body());
    } catch (JacksonException e) {
      return new Reading.Aside("unreadable", Texts.detail(String.valueOf(e.getMessage())));
    }
    if (update.has("my_chat_member"))
      return new Reading.Nothing(
          update
                  .path("my_chat_member")
                  .path("new_chat_member")
                  .path("status")
                  .asString("")
                  .equals("kicked")
              ? "blocked-by-customer"
              : "nothing-new");
    var message = message(update);
    if (message.isMissingNode()) return new Reading.Nothing("nothing-new");
    if (!message.path("chat").path("type").asString("").equals("private"))
      return new Reading.Nothing("group");
    var chat = message.path("chat").path("id").asString("");
    var number = message.path("message_id").asString("");
    if (chat.isEmpty() || number.isEmpty())
      return new Reading.Aside("unreadable", "a message without a chat or a number");
    boolean changed = update.has("edited_message");
    var text = text(message, account);
    var from = sender(chat, message.path("from"));
    var name = name(chat, number);
    var whole =
        Texts.whole(
            changed ? changed(account, message, from, text) : first(message, from, name, text));
    return new Reading.Content(whole, List.of());
  }

  private static Incoming first(JsonNode message, Sender from, String name, String text) {
    return new Incoming(name, from, text, time(message.path("date")), null, List.of());
  }

  /// It stands in the place of the first where that is known; else it says of itself what it is.
  private static Incoming changed(Account account, JsonNode message, Sender from, String text) {
    var date = message.path("edit_date");
    return new Incoming(
        name(message) + ":" + date.asString(""),
        from,
        Words.CHANGED.in(account) + " " + text,
        time(date),
        null,
        List.of(),
        new Incoming.Change(name(message), text));
  }

  /// The message of an update, also one that was changed; a missing node: there is none.
  static JsonNode message(JsonNode update) {
    return update.has("edited_message") ? update.path("edited_message") : update.path("message");
  }

  /// Numbers of messages are unique in a chat only.
  static String name(String chat, String number) {
    return chat + ":" + number;
  }

  static String name(JsonNode message) {
    return name(
        message.path("chat").path("id").asString(""), message.path("message_id").asString(""));
  }

  private static Sender sender(String chat, JsonNode from) {
    var name =
        Stream.of("first_name", "last_name")
            .map(part -> from.path(part).asString("").strip())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    if (name.isEmpty()) name = from.path("username").asString("");
    var language =
        from.path("language_code").asString("").split("-", 2)[0].toLowerCase(Locale.ROOT);
    return Texts.clean(
        new Sender(
            new Address(AddressKind.TELEGRAM, chat, Trust.ATTESTED),
            List.of(),
            name.isEmpty() ? null : name,
            language.matches("[a-z]{2,3}") ? language : null));
  }

  private static String text(JsonNode message, Account account) {
    var text =
        Stream.of(
                message.path("text").asString(""),
                message.path("caption").asString(""),
                TelegramMedia.of(message).map(Coming::name).orElse(""),
                contact(message.path("contact")),
                place(message))
            .map(one -> Texts.clean(one).strip())
            .filter(one -> !one.isEmpty())
            .findFirst();
    return text.orElseGet(() -> Words.NOT_SHOWN.in(account));
  }

  private static String contact(JsonNode contact) {
    if (contact.isMissingNode()) return "";
    return "\uD83D\uDC64 "
        + Stream.of("first_name", "last_name", "phone_number")
            .map(part -> contact.path(part).asString(""))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
  }

  /// A venue has a location of its own inside.
  private static String place(JsonNode message) {
    var location = message.path("location");
    if (location.isMissingNode()) return "";
    var venue = message.path("venue");
    return Place.words(
        location, venue.path("title").asString(""), venue.path("address").asString(""));
  }

  /// Seconds since 1970.
  private static @Nullable Instant time(JsonNode seconds) {
    long value = seconds.asLong(0);
    return value <= 0 || value > Integer.MAX_VALUE * 2L ? null : Instant.ofEpochSecond(value);
  }
}
