package org.hiwar.messenger.whatsapp;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hiwar.channel.Account;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Receipt;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.messenger.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Understands one delivery of the Cloud API: several messages and states of several changes may be
/// in it, in any order. Shape: webhooks of WhatsApp Business accounts, field `messages`.
final class WhatsAppDelivery {
  private final Account account;
  private final List<Incoming> messages = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private @Nullable String ofOther;

  private WhatsAppDelivery(Account account) {
    this.account = account;
  }

  static Reading read(Account account, RawItem item) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(item.body());
    } catch (JacksonException e) {
      return new Reading.Aside("unreadable", Texts.detail(String.valueOf(e.getMessage())));
    }
    var delivery = new WhatsAppDelivery(account);
    for (var entry : root.path("entry"))
      for (var change : entry.path("changes")) delivery.take(change.path("value"), item);
    return delivery.reading(root);
  }

  /// The node of a message in the delivery, by the provider's name for it.
  static Optional<JsonNode> message(RawItem item, String id) {
    for (var entry : JsonMapper.shared().readTree(item.body()).path("entry"))
      for (var change : entry.path("changes"))
        for (var message : change.path("value").path("messages"))
          if (message.path("id").asString("").equals(id)) return Optional.of(message);
    return Optional.empty();
  }

  private Reading reading(JsonNode root) {
    if (!messages.isEmpty() || !receipts.isEmpty()) return new Reading.Content(messages, receipts);
    if (ofOther != null) return new Reading.Aside("other-account", ofOther);
    if (!root.path("object").asString("").equals("whatsapp_business_account"))
      return new Reading.Aside("unreadable", "no delivery of a WhatsApp Business account");
    return new Reading.Nothing("nothing-new");
  }

  private void take(JsonNode value, RawItem item) {
    var number = value.path("metadata").path("phone_number_id").asString("");
    if (!number.isEmpty() && !number.equals(account.setting(WhatsAppSettings.NUMBER_ID))) {
      ofOther = Texts.detail("for the number " + number);
      return;
    }
    for (var message : value.path("messages")) take(message, value.path("contacts"));
    for (var status : value.path("statuses")) receipt(status, item).ifPresent(receipts::add);
  }

  private void take(JsonNode message, JsonNode contacts) {
    var id = message.path("id").asString("");
    var sender = WhatsAppSender.of(message, contacts);
    var text = WhatsAppText.of(message, account);
    if (id.isEmpty() || sender.isEmpty() || text.isEmpty()) return;
    messages.addAll(
        Texts.whole(
            new Incoming(
                id, Texts.clean(sender.get()), text.get(), time(message), null, List.of())));
  }

  private static Optional<Receipt> receipt(JsonNode status, RawItem item) {
    var state =
        switch (status.path("status").asString("")) {
          case "sent" -> DeliveryState.SENT;
          case "delivered" -> DeliveryState.DELIVERED;
          case "read", "played" -> DeliveryState.READ;
          case "failed" -> DeliveryState.FAILED;
          default -> null;
        };
    var id = status.path("id").asString("");
    if (state == null || id.isEmpty()) return Optional.empty();
    var failure =
        state == DeliveryState.FAILED
            ? WhatsAppFailures.code(status.path("errors").path(0).path("code").asInt(0))
            : null;
    var at = time(status);
    return Optional.of(new Receipt(id, state, failure, at == null ? item.receivedAt() : at));
  }

  /// Seconds since 1970, as text.
  private static @Nullable Instant time(JsonNode of) {
    long seconds = of.path("timestamp").asLong(0);
    try {
      return seconds <= 0 ? null : Instant.ofEpochSecond(seconds);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
