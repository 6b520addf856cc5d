package org.hiwar.messenger.whatsapp;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.Sender;
import org.hiwar.contact.Trust;
import tools.jackson.databind.JsonNode;

/// Who wrote a message. WhatsApp has proved both the number and the identity (decision 23).
///
/// Where there is a number, it is the address, written `+…`, and is a telephone number as well; the
/// identity stands beside it, so that the customer is recognised on the day on which WhatsApp stops
/// telling the number. Without a number the identity is the address.
final class WhatsAppSender {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{5,20}");

  /// Two letters of a country, perhaps `ENT`, and what nobody has to understand.
  private static final Pattern IDENTITY = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

  private WhatsAppSender() {}

  /// Empty when nobody can be told from the message.
  static Optional<Sender> of(JsonNode message, JsonNode contacts) {
    var number = message.path("from").asString("");
    var identity = message.path("from_user_id").asString("");
    var contact = contact(contacts, number, identity);
    if (!NUMBER.matcher(number).matches()) number = contact.path("wa_id").asString("");
    if (identity.isEmpty()) identity = contact.path("user_id").asString("");
    var addresses = new ArrayList<Address>();
    if (NUMBER.matcher(number).matches())
      addresses.add(attested(AddressKind.WHATSAPP, "+" + number));
    if (IDENTITY.matcher(identity).matches())
      addresses.add(attested(AddressKind.WHATSAPP, identity));
    if (addresses.isEmpty()) return Optional.empty();
    Addresses.normalised(AddressKind.PHONE, "+" + number, "")
        .ifPresent(phone -> addresses.add(attested(AddressKind.PHONE, phone)));
    var name = contact.path("profile").path("name").asString("");
    if (name.isBlank()) name = contact.path("profile").path("username").asString("");
    return Optional.of(
        new Sender(
            addresses.getFirst(),
            addresses.subList(1, addresses.size()),
            name.isBlank() ? null : name,
            null));
  }

  /// Whether answers go to an identity instead of a number.
  static boolean isIdentity(String address) {
    return IDENTITY.matcher(address).matches();
  }

  /// The profile of the writer: of one message there is one; of several each names its own.
  private static JsonNode contact(JsonNode contacts, String number, String identity) {
    for (var contact : contacts)
      if (names(contact.path("wa_id"), number) || names(contact.path("user_id"), identity))
        return contact;
    return number.isEmpty() && identity.isEmpty() && contacts.size() == 1
        ? contacts.path(0)
        : contacts.path(-1);
  }

  private static boolean names(JsonNode node, String value) {
    return !value.isEmpty() && node.asString("").equals(value);
  }

  private static Address attested(AddressKind kind, String value) {
    return new Address(kind, value, Trust.ATTESTED);
  }
}
