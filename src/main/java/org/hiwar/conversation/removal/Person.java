package org.hiwar.conversation.removal;

import java.util.List;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.Trust;

/// A contact with all that are merged into it, and the addresses that nobody else has.
public record Person(List<ContactId> contacts, List<Address> addresses) {
  public Person {
    contacts = List.copyOf(contacts);
    addresses = List.copyOf(addresses);
  }

  public long[] ids() {
    return contacts.stream().mapToLong(ContactId::value).toArray();
  }

  /// Addresses of a kind that are theirs; what was merely typed somewhere may be anybody's.
  public String[] known(AddressKind kind) {
    return addresses.stream()
        .filter(one -> one.kind() == kind && one.trust() != Trust.CLAIMED)
        .map(Address::value)
        .distinct()
        .toArray(String[]::new);
  }

  /// All addresses that are theirs, of whatever kind.
  public String[] known() {
    return addresses.stream()
        .filter(one -> one.trust() != Trust.CLAIMED)
        .map(Address::value)
        .distinct()
        .toArray(String[]::new);
  }
}
