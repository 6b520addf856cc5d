package org.hiwar.house;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hiwar.Requirement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The words of both front ends, compared language by language. The front ends' own tests hold that
/// no word stands outside of these catalogues.
class CatalogueTest {
  private static final String DESKTOP = "web/desktop/src/i18n/%s.json";
  private static final String WIDGET = "web/widget/src/texts.ts";

  /// Brought in by Arabic grammar, as CLDR counts.
  private static final Set<String> FORMS = Set.of("zero", "one", "two", "few", "many", "other");

  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
  private static final Pattern PLACE = Pattern.compile("\\{\\w+\\}");
  private static final Pattern WIDGET_KEY = Pattern.compile("(?m)^  (\\w+): *");

  @Test
  @Requirement("S0-2")
  void aTranslationThatIsMissingInTheDesktopFailsTheBuild() {
    assertThat(difference(desktop("en").keySet(), desktop("ar").keySet())).isEmpty();
    assertThat(desktop("en").values()).noneMatch(String::isBlank);
    assertThat(desktop("ar").values()).noneMatch(String::isBlank);
  }

  @Test
  @Requirement("S0-2")
  void aTranslationThatIsMissingInTheWidgetFailsTheBuild() {
    assertThat(difference(widget("en"), widget("ar"))).isEmpty();
  }

  @Test
  @Requirement("S0-2")
  void oneMissingTranslationIsFound() {
    var lacking = new TreeSet<>(desktop("ar").keySet());
    var gone = lacking.removeFirst();
    lacking.add("nobody.saysThis");

    assertThat(difference(desktop("en").keySet(), lacking))
        .containsExactly("without translation: " + gone, "translation of nothing: nobody.saysThis");
    assertThat(widget("en"))
        .contains("launch", "unread", "anew")
        .doesNotContainAnyElementsOf(FORMS);
  }

  /// A language is named in itself, so that whoever does not read the present one finds it.
  @Test
  @Requirement("S0-1")
  void everyArabicSentenceIsArabic() {
    assertThat(desktop("ar").values())
        .filteredOn(
            text -> PLACE.matcher(text).replaceAll("").codePoints().anyMatch(Character::isLetter))
        .filteredOn(text -> !ARABIC.matcher(text).find())
        .containsExactly("English");
  }

  /// In the order of the alphabet, first what `other` lacks, then what it has too much.
  private static List<String> difference(Set<String> english, Set<String> other) {
    var found = new ArrayList<String>();
    new TreeSet<>(english)
        .stream()
            .filter(key -> !other.contains(key))
            .forEach(key -> found.add("without translation: " + key));
    new TreeSet<>(other)
        .stream()
            .filter(key -> !english.contains(key))
            .forEach(key -> found.add("translation of nothing: " + key));
    return found;
  }

  private static Map<String, String> desktop(String language) {
    var read = JsonMapper.shared().readTree(Repository.text(DESKTOP.formatted(language)));
    var words = new TreeMap<String, String>();
    read.properties().forEach(word -> words.put(word.getKey(), word.getValue().asString()));
    assertThat(words).hasSizeGreaterThan(100);
    return words;
  }

  /// The keys at the first level of `const en = {` and `const ar: Texts = {`.
  private static Set<String> widget(String language) {
    var text = Repository.text(WIDGET);
    int start = text.indexOf("\nconst " + language);
    assertThat(start).isPositive();
    return WIDGET_KEY
        .matcher(text.substring(start, text.indexOf("\n};", start)))
        .results()
        .map(key -> key.group(1))
        .collect(toCollection(LinkedHashSet::new));
  }
}
