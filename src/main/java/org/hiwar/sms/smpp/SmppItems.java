package org.hiwar.sms.smpp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hiwar.channel.Account;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Receipt;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Sender;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.sms.text.SenderTrust;

/// Reads what an account has received over SMPP. Parts of long messages it notes in rows of its
/// own, which belong to the items: reading again finds them there.
public final class SmppItems {
  private final PartStore parts;
  private final SegmentStore segments;

  public SmppItems(PartStore parts, SegmentStore segments) {
    this.parts = parts;
    this.segments = segments;
  }

  /// Whether an item came over SMPP: a PDU begins with its length, whose first byte is 0; what
  /// else there is, is of our own making.
  public static boolean wrote(byte[] item) {
    return item.length > 0 && item[0] == 0 || GivenUp.message(item).isPresent();
  }

  public Reading read(Account account, RawItem item) {
    var given = GivenUp.message(item.body());
    if (given.isPresent()) return givenUp(account, item, given.getAsLong());
    var settings = SmppSettings.of(account);
    return switch (DeliverSm.read(item.body(), settings.country())) {
      case Delivered.Strange(var code, var detail) -> new Reading.Aside(code, detail);
      case Delivered.News(var id, var fate) -> news(account, item, id, fate);
      case Delivered.Text text ->
          text.part().filter(part -> part.total() > 1).isPresent()
              ? part(account, item, text)
              : content(item.externalId(), text.from(), whole(text, settings));
    };
  }

  private static String whole(Delivered.Text text, SmppSettings settings) {
    return Coded.text(List.of(text.content()), settings.otherAlphabet());
  }

  private Reading part(Account account, RawItem item, Delivered.Text text) {
    var part = text.part().orElseThrow();
    var place = new PartStore.Place(account.id(), item.id(), text.from(), part);
    var settings = SmppSettings.of(account);
    return switch (parts.take(account.workspace(), place, text.content())) {
      case Joining.Waiting _ -> new Reading.Nothing("part");
      case Joining.Known whole ->
          content("long-" + whole.message(), text.from(), whole.text(settings.otherAlphabet()));
      case Joining.Late _ ->
          content(
              item.externalId(),
              text.from(),
              Joining.gap(part.part(), part.total()) + " " + whole(text, settings));
    };
  }

  private Reading givenUp(Account account, RawItem item, long message) {
    var alphabet = SmppSettings.of(account).otherAlphabet();
    return parts
        .giveUp(account.workspace(), message)
        .map(known -> content("long-" + message, known.sender(), known.text(alphabet)))
        .orElseGet(() -> new Reading.Nothing("part"));
  }

  /// Longer texts than a message may be become several, none of which begins with half a character.
  private static Reading content(String externalId, String from, String text) {
    var sender = Sender.of(new Address(AddressKind.PHONE, from, SenderTrust.of(from)), null);
    var messages = new ArrayList<Incoming>();
    var rest = text.isBlank() ? "[ ]" : text;
    while (!rest.isEmpty()) {
      int end = Math.min(rest.length(), ConversationLimits.MESSAGE_CHARACTERS);
      if (end < rest.length() && Character.isHighSurrogate(rest.charAt(end - 1))) end--;
      var id = messages.isEmpty() ? externalId : externalId + "+" + messages.size();
      if (!rest.substring(0, end).isBlank())
        messages.add(Incoming.text(id, sender, rest.substring(0, end)));
      rest = rest.substring(end);
    }
    return new Reading.Content(messages, List.of());
  }

  private Reading news(Account account, RawItem item, String id, Fate fate) {
    var whole =
        segments
            .news(account.workspace(), account.id(), id, fate)
            .orElseGet(() -> new SegmentStore.Whole(id, fate));
    Optional<Receipt> receipt =
        switch (whole.fate()) {
          case Fate.Delivered _ ->
              Optional.of(
                  new Receipt(
                      whole.externalId(), DeliveryState.DELIVERED, null, item.receivedAt()));
          case Fate.Failed(var code) ->
              Optional.of(
                  new Receipt(whole.externalId(), DeliveryState.FAILED, code, item.receivedAt()));
          case Fate.OnItsWay _ -> Optional.empty();
        };
    return receipt
        .<Reading>map(Reading.Content::of)
        .orElseGet(() -> new Reading.Nothing("on-its-way"));
  }
}
