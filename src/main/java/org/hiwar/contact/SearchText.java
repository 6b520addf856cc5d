package org.hiwar.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words by which a contact is found, as `contact.search_text` keeps them: folded, each once,
/// one space between them. A telephone number is one word and begins with `+`.
///
/// An Arabic word with the article stands there without it, too, and عبد or ابو also together with
/// what follows: people write both.
public final class SearchText {
  static final String ARTICLE = "ال";

  /// Fewer letters behind ال are no word of their own.
  private static final int BEHIND_ARTICLE = 3;

  private static final Set<String> JOINED = Set.of("عبد", "ابو");
  private static final int NUMBER_DIGITS = 15;

  private SearchText() {}

  /// Of a contact of whom no more is known. The visitor is left out, nobody searches it.
  static String of(@Nullable String name, List<Address> addresses) {
    return of(name, addresses, ContactDetails.NONE, List.of());
  }

  /// Company, tags and the fields of the workspace are found as any words, and by their names.
  public static String of(
      @Nullable String name,
      List<Address> addresses,
      ContactDetails details,
      List<ContactField> fields) {
    var words = new LinkedHashSet<String>();
    if (name != null) words.addAll(ofText(name));
    for (var address : addresses)
      if (address.kind() != AddressKind.VISITOR) words.addAll(of(address));
    if (details.company() != null) words.addAll(scoped("company", details.company()));
    for (var tag : details.tags()) words.addAll(scoped("tag", tag));
    for (var field : fields) {
      var value = details.fields().get(field.id().toString());
      if (value != null) words.addAll(scoped(field.key(), value));
    }
    return words.stream().limit(ContactLimits.SEARCH_WORDS).collect(Collectors.joining(" "));
  }

  private static List<String> of(Address address) {
    boolean dialled = address.kind() == AddressKind.PHONE || address.kind() == AddressKind.WHATSAPP;
    var digits = digits(address.value());
    return dialled && !digits.isEmpty() ? List.of("+" + digits) : ofText(address.value());
  }

  private static List<String> scoped(String scope, String text) {
    return ofText(text).stream().flatMap(word -> Stream.of(word, cut(scope + ":" + word))).toList();
  }

  /// Of a text with nothing in it but a number; else empty, and so for longer ones than there are.
  static String digits(String text) {
    var bare = text.replaceAll("[+ ()./-]", "");
    boolean number =
        !bare.isEmpty()
            && bare.length() <= NUMBER_DIGITS
            && bare.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? bare : "";
  }

  /// The words of a text that somebody wrote.
  static List<String> ofText(String text) {
    var written = split(text);
    var words = new ArrayList<String>();
    for (int i = 0; i < written.size(); i++) {
      words.add(written.get(i));
      bare(written.get(i)).forEach(words::add);
      if (JOINED.contains(written.get(i)) && i + 1 < written.size())
        words.add(cut(written.get(i) + written.get(i + 1)));
    }
    return words;
  }

  /// Without the article, where there is one.
  static Stream<String> bare(String word) {
    return word.startsWith(ARTICLE) && word.length() >= ARTICLE.length() + BEHIND_ARTICLE
        ? Stream.of(word.substring(ARTICLE.length()))
        : Stream.empty();
  }

  /// Folded, at whatever is neither letter nor digit; an apostrophe is nothing, O'Brien one word.
  static List<String> split(String text) {
    var folded = ArabicText.folded(text).replaceAll("['’ʼ`]", "");
    return Arrays.stream(folded.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .map(SearchText::cut)
        .toList();
  }

  private static String cut(String word) {
    int end = Math.min(word.length(), ContactLimits.SEARCH_WORD_CHARACTERS);
    return Character.isHighSurrogate(word.charAt(end - 1))
        ? word.substring(0, end - 1)
        : word.substring(0, end);
  }
}
