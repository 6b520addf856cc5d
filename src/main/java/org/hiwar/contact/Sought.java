package org.hiwar.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody looks for: every word of it has to be in a contact.
///
/// @param words none for a query of nothing but signs, which finds nobody
record Sought(List<SoughtWord> words) {
  Sought {
    words = List.copyOf(words);
  }

  static Sought of(String query) {
    var cut = query.substring(0, Math.min(query.length(), ContactLimits.QUERY_CHARACTERS));
    var folded = ArabicText.folded(cut);
    var number = SearchText.digits(folded);
    return new Sought(
        (number.isEmpty() ? words(folded) : Stream.of(number))
            .limit(ContactLimits.QUERY_WORDS)
            .map(SoughtWord::of)
            .toList());
  }

  /// A number may be written in groups, but not with other words between them.
  private static Stream<String> words(String folded) {
    return Arrays.stream(folded.split(" "))
        .flatMap(
            piece -> {
              var number = SearchText.digits(piece);
              return number.isEmpty() ? SearchText.split(piece).stream() : Stream.of(number);
            });
  }

  /// How near a contact comes: as near as the word that comes least near. Empty: a word is not in
  /// it.
  Optional<MatchLevel> in(String searchText) {
    if (searchText.isEmpty()) return Optional.empty();
    var have = List.of(searchText.split(" "));
    var worst = MatchLevel.EXACT;
    for (var word : words) {
      var level = word.among(have);
      if (level.isEmpty()) return Optional.empty();
      if (level.get().compareTo(worst) > 0) worst = level.get();
    }
    return Optional.of(worst);
  }
}
