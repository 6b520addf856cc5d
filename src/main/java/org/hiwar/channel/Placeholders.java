package org.hiwar.channel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hiwar.conversation.TemplateUse;

/// The parameters in the text of an approved template: numbered from `{{1}}`, or named in small
/// letters as `{{order_number}}`, never both.
public final class Placeholders {
  private static final Pattern ANY = Pattern.compile("\\{\\{([^{}]*)}}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");

  private Placeholders() {}

  /// What came of looking for them.
  public sealed interface Read {
    /// @param names each once, in the order in which the provider takes them
    record Good(List<String> names) implements Read {
      public Good {
        names = List.copyOf(names);
      }
    }

    /// @param code as the screens translate it
    /// @param about the part of the text that is wrong, or is missing
    record Bad(String code, String about) implements Read {}
  }

  public static Read of(String text) {
    var found = new LinkedHashSet<String>();
    ANY.matcher(text).results().map(Placeholders::name).forEach(found::add);
    var left = ANY.matcher(text).replaceAll("");
    if (left.contains("{{") || left.contains("}}"))
      return new Read.Bad("placeholder-open", left.contains("{{") ? "{{" : "}}");
    if (found.size() > ChannelLimits.PLACEHOLDERS)
      return new Read.Bad("placeholders-too-many", Integer.toString(ChannelLimits.PLACEHOLDERS));
    if (found.stream().allMatch(name -> NUMBER.matcher(name).matches())) return numbered(found);
    return named(found);
  }

  private static Read numbered(Set<String> found) {
    return IntStream.rangeClosed(1, found.size())
        .mapToObj(Integer::toString)
        .filter(number -> !found.contains(number))
        .findFirst()
        .<Read>map(missing -> new Read.Bad("placeholder-missing", "{{" + missing + "}}"))
        .orElseGet(() -> new Read.Good(counted(found.size())));
  }

  private static List<String> counted(int most) {
    return IntStream.rangeClosed(1, most).mapToObj(Integer::toString).toList();
  }

  private static Read named(Set<String> found) {
    Optional<String> wrong =
        found.stream().filter(name -> !NAME.matcher(name).matches()).findFirst();
    return wrong
        .<Read>map(
            name ->
                new Read.Bad(
                    NUMBER.matcher(name).matches() ? "placeholders-mixed" : "placeholder-invalid",
                    "{{" + name + "}}"))
        .orElseGet(() -> new Read.Good(List.copyOf(found)));
  }

  static String filled(String text, TemplateUse use) {
    return filled(text, values(use.parameters()));
  }

  static Map<String, String> values(List<TemplateUse.Parameter> parameters) {
    return parameters.stream()
        .collect(
            Collectors.toMap(
                TemplateUse.Parameter::name, TemplateUse.Parameter::text, (one, _) -> one));
  }

  /// With what is known; a parameter without a value stays as it is. What is put in is not read
  /// again.
  static String filled(String text, Map<String, String> values) {
    return ANY.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(name(found), found.group())));
  }

  private static String name(MatchResult found) {
    return found.group(1).strip();
  }
}
