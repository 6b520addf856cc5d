package org.hiwar.contact.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.jspecify.annotations.Nullable;

/// Which rows of a batch are of nobody yet, which of a contact that there is, and which of neither:
/// decided row by row in the order of the file. Pure.
final class Recognised {
  /// A contact that has an address of a row.
  ///
  /// @param named it is more than the address that somebody once called from
  /// @param brought an earlier row of this file was of it
  record Match(long contact, boolean named, boolean brought) {}

  /// A row and the contact that it is of.
  record Known(ReadContact row, long contact) {}

  final List<ReadContact> fresh = new ArrayList<>();
  final List<Known> known = new ArrayList<>();
  final List<RefusedContactValue> refused = new ArrayList<>();

  private final Map<Long, List<Match>> byRow;
  private final Map<Long, Match> byRef;
  private final Set<Key> addresses = new HashSet<>();
  private final Set<Long> contacts = new HashSet<>();

  private record Key(AddressKind kind, String value) {}

  /// @param byRow the contacts that have an address of a row, by the id that the row has
  /// @param byRef the contacts that rows mean by number, by that number
  Recognised(Map<Long, List<Match>> byRow, Map<Long, Match> byRef) {
    this.byRow = byRow;
    this.byRef = byRef;
  }

  void decide(ReadContact row) {
    var ref = row.ref;
    var meant = ref == null ? null : byRef.get(ref);
    if (meant != null) take(row, meant);
    else if (row.proved().isEmpty()) refuse(row, ContactReason.NO_ADDRESS);
    else if (cameBefore(row)) refuse(row, ContactReason.TWICE_IN_FILE);
    else {
      var matches = byRow.getOrDefault(row.id, List.of());
      var one = one(matches);
      if (matches.isEmpty()) fresh.add(row);
      else if (one == null) refuse(row, ContactReason.SEVERAL_CONTACTS);
      else take(row, one);
    }
    for (var address : row.proved()) addresses.add(key(address));
  }

  /// Whoever is nothing but the address does not count beside one that has a name (S0-60).
  private static @Nullable Match one(List<Match> matches) {
    if (matches.size() == 1) return matches.getFirst();
    var named = matches.stream().filter(Match::named).toList();
    return named.size() == 1 ? named.getFirst() : null;
  }

  private void take(ReadContact row, Match match) {
    if (match.brought() || !contacts.add(match.contact())) refuse(row, ContactReason.TWICE_IN_FILE);
    else known.add(new Known(row, match.contact()));
  }

  private boolean cameBefore(ReadContact row) {
    return row.proved().stream().anyMatch(one -> addresses.contains(key(one)));
  }

  private static Key key(Address address) {
    return new Key(address.kind(), address.value());
  }

  private void refuse(ReadContact row, ContactReason reason) {
    refused.add(refusal(row, reason));
  }

  /// Of the whole row, told by what it would be recognised by.
  static RefusedContactValue refusal(ReadContact row, ContactReason reason) {
    var told = row.proved().isEmpty() ? String.valueOf(row.ref) : row.proved().getFirst().value();
    return new RefusedContactValue(row.line, true, null, reason, told);
  }
}
