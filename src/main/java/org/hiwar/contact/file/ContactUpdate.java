package org.hiwar.contact.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hiwar.contact.Address;
import org.hiwar.contact.Consent;
import org.hiwar.contact.ContactDetails;
import org.hiwar.contact.ContactField;
import org.hiwar.contact.ContactLimits;
import org.hiwar.contact.SearchText;
import org.hiwar.contact.Trust;
import org.hiwar.contact.WholeContact;
import org.jspecify.annotations.Nullable;

/// What a row makes of a contact that there is: what it says is written over what was known, tags
/// and addresses are added, what it does not say stays. Pure.
///
/// @param addresses to be stored: new ones, and claimed ones that the row confirms
/// @param consents to be stored, by channel
/// @param leftOut tags and addresses beyond what a contact may have
record ContactUpdate(
    WholeContact before,
    @Nullable String name,
    @Nullable String language,
    @Nullable String channel,
    ContactDetails details,
    List<Address> addresses,
    Map<String, Boolean> consents,
    List<String> leftOut) {

  static ContactUpdate of(WholeContact before, ReadContact row) {
    var contact = before.contact();
    var old = before.details();
    var leftOut = new ArrayList<String>();
    var fields = new HashMap<>(old.fields());
    fields.putAll(row.fields);
    return new ContactUpdate(
        before,
        row.name == null ? contact.name() : row.name,
        row.language == null ? contact.language() : row.language,
        row.channel == null ? contact.preferredChannel() : row.channel,
        new ContactDetails(
            row.company == null ? old.company() : row.company,
            row.timeZone == null ? old.timeZone() : row.timeZone,
            tags(old.tags(), row, leftOut),
            fields,
            old.consents()),
        addresses(contact.addresses(), row, leftOut),
        consents(old.consents(), row),
        leftOut);
  }

  private static List<String> tags(List<String> before, ReadContact row, List<String> leftOut) {
    var tags = new LinkedHashSet<>(before);
    for (var tag : row.tags)
      if (tags.size() < ContactLimits.TAGS || tags.contains(tag)) tags.add(tag);
      else leftOut.add(tag);
    return List.copyOf(tags);
  }

  private static List<Address> addresses(
      List<Address> before, ReadContact row, List<String> leftOut) {
    var addresses = new ArrayList<Address>();
    int many = before.size();
    for (var address : row.addresses) {
      var old = before.stream().filter(one -> ReadContact.isSame(one, address)).findFirst();
      if (old.isPresent()) {
        if (isConfirmed(old.get(), address)) addresses.add(address);
      } else if (many++ < ContactLimits.ADDRESSES) addresses.add(address);
      else leftOut.add(address.value());
    }
    return addresses;
  }

  private static boolean isConfirmed(Address before, Address now) {
    return before.trust() == Trust.CLAIMED && now.trust() != Trust.CLAIMED;
  }

  private static Map<String, Boolean> consents(List<Consent> before, ReadContact row) {
    var consents = new HashMap<String, Boolean>();
    row.consents.forEach(
        (channel, given) -> {
          Optional<Consent> old =
              before.stream().filter(one -> one.channel().equals(channel)).findFirst();
          if (old.isEmpty() || old.get().given() != given) consents.put(channel, given);
        });
    return consents;
  }

  /// Whether the contact becomes another one by it.
  boolean changes() {
    var contact = before.contact();
    return !addresses.isEmpty()
        || !consents.isEmpty()
        || !Objects.equals(name, contact.name())
        || !Objects.equals(language, contact.language())
        || !Objects.equals(channel, contact.preferredChannel())
        || !details.equals(before.details());
  }

  /// By which it is found then.
  String words(List<ContactField> fields) {
    var all = new ArrayList<>(before.contact().addresses());
    all.removeIf(one -> addresses.stream().anyMatch(now -> ReadContact.isSame(one, now)));
    all.addAll(addresses);
    return SearchText.of(name, all, details, fields);
  }
}
