package org.hiwar.messenger.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.channel.ChannelLimits;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Receipt;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.Sender;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.messenger.Coming;
import org.hiwar.messenger.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Understands what the other system sent; docs/webhook-channel.md has the shape.
final class WebhookItem {
  /// Reasons that the screens have words for; any other is *refused*.
  private static final Set<String> FAILURES =
      Set.of("blocked", "not-reachable", "file-refused", "too-long", "opted-out", "refused");

  private WebhookItem() {}

  /// What is wrong with it, for whoever programs the other side.
  private static Reading.Aside wrong(String detail) {
    return new Reading.Aside("unreadable", detail);
  }

  static Reading read(byte[] body, Instant receivedAt) {
    JsonNode item;
    try {
      item = JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return wrong(Texts.detail(String.valueOf(e.getMessage())));
    }
    return switch (item.path("type").asString("")) {
      case "message" -> message(item);
      case "state" -> state(item, receivedAt);
      case "test" -> new Reading.Nothing("test");
      default -> wrong("type has to be message, state or test");
    };
  }

  private static Reading message(JsonNode item) {
    var id = item.path("id").asString("");
    var from = Texts.clean(item.path("from").path("id").asString("")).strip();
    var text = item.path("text").asString("");
    if (id.isBlank()
        || id.length() > ChannelLimits.EXTERNAL_ID_CHARACTERS
        || !Texts.clean(id).equals(id))
      return wrong(
          "id has to be a text of 1 to " + ChannelLimits.EXTERNAL_ID_CHARACTERS + " characters");
    if (from.isEmpty() || from.length() > Addresses.LONGEST)
      return wrong("from.id has to be a text of 1 to " + Addresses.LONGEST + " characters");
    var files = WebhookFiles.read(item.path("files"));
    if (files instanceof WebhookFiles.Wrong(var problem)) return wrong(problem);
    if (Texts.clean(text).isBlank()) text = names(files);
    if (text.isEmpty() || text.length() > ConversationLimits.MESSAGE_CHARACTERS)
      return wrong(
          "text has to be one of 1 to "
              + ConversationLimits.MESSAGE_CHARACTERS
              + " characters; beside files it may be empty");
    var sent = item.path("writtenAt");
    var writtenAt = time(sent);
    if (writtenAt == null && !sent.isMissingNode() && !sent.isNull())
      return wrong("writtenAt has to be a moment such as 2027-01-31T12:00:00Z");
    var message =
        new Incoming(id, sender(from, item.path("from")), text, writtenAt, null, List.of());
    return new Reading.Content(Texts.whole(message), List.of());
  }

  /// Stands for the words of a message that has none; empty: there are no files either.
  private static String names(WebhookFiles.Read files) {
    return switch (files) {
      case WebhookFiles.Understood(var all) ->
          all.stream().map(Coming::name).collect(Collectors.joining("\n"));
      case WebhookFiles.Wrong _ -> "";
    };
  }

  /// The files of a message, by its name; none of anything else.
  static List<Coming> files(byte[] body, String message) {
    var item = JsonMapper.shared().readTree(body);
    return item.path("id").asString("").equals(message)
            && WebhookFiles.read(item.path("files")) instanceof WebhookFiles.Understood(var files)
        ? files
        : List.of();
  }

  private static Sender sender(String id, JsonNode from) {
    var also = new ArrayList<Address>();
    address(AddressKind.PHONE, from.path("phone")).ifPresent(also::add);
    address(AddressKind.EMAIL, from.path("email")).ifPresent(also::add);
    var name = from.path("name").asString("");
    var language = from.path("language").asString("").toLowerCase(Locale.ROOT);
    return Texts.clean(
        new Sender(
            new Address(AddressKind.EXTERNAL, id, Trust.ATTESTED),
            also,
            name.isBlank() ? null : name,
            language.matches("[a-z]{2,3}") ? language : null));
  }

  /// What the other system has verified counts as proved: it signs what it says.
  private static Optional<Address> address(AddressKind kind, JsonNode said) {
    var trust = said.path("verified").asBoolean(false) ? Trust.ATTESTED : Trust.CLAIMED;
    return Addresses.normalised(kind, Texts.clean(said.path("value").asString("")), "")
        .map(value -> new Address(kind, value, trust));
  }

  private static Reading state(JsonNode item, Instant receivedAt) {
    var message = item.path("message").asString("");
    var state =
        switch (item.path("state").asString("")) {
          case "SENT" -> DeliveryState.SENT;
          case "DELIVERED" -> DeliveryState.DELIVERED;
          case "READ" -> DeliveryState.READ;
          case "FAILED" -> DeliveryState.FAILED;
          default -> null;
        };
    if (message.isBlank()) return wrong("message has to name a message that was sent");
    if (state == null) return wrong("state has to be SENT, DELIVERED, READ or FAILED");
    var at = time(item.path("at"));
    return Reading.Content.of(
        new Receipt(
            message,
            state,
            state == DeliveryState.FAILED ? failure(item.path("failure").asString("")) : null,
            at == null ? receivedAt : at));
  }

  static String failure(String said) {
    return FAILURES.contains(said) ? said : "refused";
  }

  private static @Nullable Instant time(JsonNode said) {
    try {
      var time = Instant.parse(said.asString(""));
      return time.isBefore(Instant.EPOCH) ? null : time;
    } catch (DateTimeException _) {
      return null;
    }
  }
}
