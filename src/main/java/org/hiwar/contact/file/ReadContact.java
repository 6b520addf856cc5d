package org.hiwar.contact.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.contact.Address;
import org.hiwar.contact.Trust;
import org.jspecify.annotations.Nullable;

/// What a row of a file says of somebody; what is null or absent it does not say.
final class ReadContact {
  final long line;

  /// The id of a contact of this workspace that the row means.
  @Nullable Long ref;

  @Nullable String name;
  @Nullable String language;
  @Nullable String company;
  @Nullable String timeZone;
  @Nullable String channel;
  final Set<String> tags = new LinkedHashSet<>();

  /// By the id of the field.
  final Map<String, String> fields = new LinkedHashMap<>();

  /// By channel.
  final Map<String, Boolean> consents = new LinkedHashMap<>();

  /// Each once.
  final List<Address> addresses = new ArrayList<>();

  /// The id that it gets as a new contact.
  long id;

  /// By which it is found as a new contact.
  String words = "";

  ReadContact(long line) {
    this.line = line;
  }

  void add(Address address) {
    if (addresses.stream().noneMatch(one -> isSame(one, address))) addresses.add(address);
  }

  static boolean isSame(Address one, Address other) {
    return one.kind() == other.kind() && one.value().equals(other.value());
  }

  /// Those by which somebody is recognised.
  List<Address> proved() {
    return addresses.stream().filter(one -> one.trust() != Trust.CLAIMED).toList();
  }
}
