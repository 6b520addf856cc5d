package org.hiwar.contact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a search looks into, and what it looks for.
final class SearchText {
  private SearchText() {}

  /// The words of a contact: its name and addresses, folded. The visitor is left out, nobody
  /// searches it.
  static String of(@Nullable String name, List<Address> addresses) {
    var values =
        addresses.stream().filter(a -> a.kind() != AddressKind.VISITOR).map(Address::value);
    return Stream.concat(Stream.ofNullable(name), values)
        .map(ArabicText::folded)
        .collect(Collectors.joining(" "));
  }

  /// One LIKE pattern per word; none for an empty query, which finds everything. A number is found
  /// by its digits, with or without the 0 that it is dialled with inside its country.
  static String[] patterns(String query) {
    var cut =
        query.length() > ContactLimits.QUERY_CHARACTERS
            ? query.substring(0, ContactLimits.QUERY_CHARACTERS)
            : query;
    return Arrays.stream(ArabicText.folded(cut).split(" "))
        .filter(word -> !word.isEmpty())
        .limit(ContactLimits.QUERY_WORDS)
        .map(SearchText::pattern)
        .toArray(String[]::new);
  }

  private static String pattern(String word) {
    boolean nationalNumber = word.length() > 3 && word.matches("0[0-9]+");
    var part = nationalNumber ? word.replaceFirst("^0+", "") : word;
    return "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
