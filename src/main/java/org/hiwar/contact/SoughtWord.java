package org.hiwar.contact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A word of a query, in the forms in which it may stand in a contact: an Arabic one with and
/// without the article, a number with and without the 0 that it is dialled with inside its country.
record SoughtWord(List<String> forms) {
  /// Shorter parts of words are found at their beginning alone: they are in too many.
  static final int PART = 3;

  /// Shorter ends of telephone numbers count as any part of them.
  static final int END_OF_NUMBER = 4;

  private static final int TYPO = 4;
  private static final int LONGEST_TYPO = 20;

  SoughtWord {
    forms = List.copyOf(forms);
  }

  static SoughtWord of(String word) {
    return new SoughtWord(
        Stream.concat(Stream.of(word), isNumber(word) ? national(word) : SearchText.bare(word))
            .distinct()
            .toList());
  }

  private static Stream<String> national(String digits) {
    var national = digits.replaceFirst("^0+", "");
    return national.length() >= PART ? Stream.of(national) : Stream.empty();
  }

  static boolean isNumber(String word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  int length() {
    return forms.getFirst().length();
  }

  boolean isNumber() {
    return isNumber(forms.getFirst());
  }

  /// Only looked for by its field.
  boolean isScoped() {
    return forms.getFirst().indexOf(':') > 0;
  }

  boolean hasParts() {
    return !isScoped() && forms.stream().anyMatch(form -> form.length() >= PART);
  }

  /// The forms in which a typing error is looked for.
  Set<String> errable() {
    return forms.stream().filter(SoughtWord::errs).collect(Collectors.toSet());
  }

  private static boolean errs(String word) {
    return word.length() >= TYPO
        && word.length() <= LONGEST_TYPO
        && word.chars().noneMatch(c -> c == ':' || c >= '0' && c <= '9');
  }

  /// How near the nearest of the words of a contact comes; empty: none does.
  Optional<MatchLevel> among(List<String> words) {
    MatchLevel best = null;
    for (var word : words)
      for (var form : forms) {
        var level = level(form, word);
        if (level.isPresent() && (best == null || level.get().compareTo(best) < 0))
          best = level.get();
      }
    return Optional.ofNullable(best);
  }

  private static Optional<MatchLevel> level(String form, String word) {
    if (form.indexOf(':') < 0 && word.indexOf(':') > 0) return Optional.empty();
    boolean number = word.charAt(0) == '+';
    var bare = number ? word.substring(1) : word;
    if (bare.equals(form)) return Optional.of(MatchLevel.EXACT);
    if (bare.startsWith(form)) return Optional.of(MatchLevel.PREFIX);
    if (form.indexOf(':') > 0) return Optional.empty();
    if (number && form.length() >= END_OF_NUMBER && bare.endsWith(form))
      return Optional.of(MatchLevel.PREFIX);
    if (form.length() >= PART && bare.contains(form)) return Optional.of(MatchLevel.PART);
    return errs(form) && errs(bare) && OneEdit.between(form, bare)
        ? Optional.of(MatchLevel.TYPO)
        : Optional.empty();
  }
}
