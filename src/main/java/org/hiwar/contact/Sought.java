package org.hiwar.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What somebody looks for: every word of it has to be in a contact.
///
/// @param words none for a query of nothing but signs, which finds nobody
record Sought(List<SoughtWord> words) {
  /// Fields that all contacts have, by which one may be looked for; in Arabic, too.
  static final Set<String> TAKEN = Set.of("company", "tag");

  private static final Map<String, String> ARABIC = Map.of("شركه", "company", "وسم", "tag");

  Sought {
    words = List.copyOf(words);
  }

  static Sought of(String query) {
    return of(query, TAKEN);
  }

  /// @param scopes names of fields: `company:acme` is looked for in the company alone
  static Sought of(String query, Set<String> scopes) {
    var cut = query.substring(0, Math.min(query.length(), ContactLimits.QUERY_CHARACTERS));
    var folded = ArabicText.folded(cut);
    var number = SearchText.digits(folded);
    return new Sought(
        (number.isEmpty() ? words(folded, scopes) : Stream.of(number))
            .limit(ContactLimits.QUERY_WORDS)
            .map(SoughtWord::of)
            .toList());
  }

  /// A number may be written in groups, but not with other words between them.
  private static Stream<String> words(String folded, Set<String> scopes) {
    return Arrays.stream(folded.split(" "))
        .flatMap(
            piece -> {
              int colon = piece.indexOf(':');
              if (colon > 0) {
                var scope = piece.substring(0, colon);
                var meant = ARABIC.getOrDefault(scope, scope);
                if (scopes.contains(meant))
                  return SearchText.split(piece.substring(colon + 1)).stream()
                      .map(word -> meant + ":" + word);
              }
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
