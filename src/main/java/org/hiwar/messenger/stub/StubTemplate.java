package org.hiwar.messenger.stub;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A message that the provider has approved: beyond 24 hours after the customer's last message
/// nothing else arrives.
///
/// @param body as the customer reads it, with `{{1}}`, `{{2}}` or `{{name}}` where its parameters
///     go
public record StubTemplate(String name, String language, String body) {
  private static final Pattern PARAMETER = Pattern.compile("\\{\\{(\\w+)}}");

  /// Whether a message names this template.
  boolean isMeant(JsonNode template) {
    return template.path("name").asString("").equals(name)
        && template.path("language").path("code").asString("").equals(language);
  }

  /// Their names, or numbers.
  Set<String> parameters() {
    return PARAMETER
        .matcher(body)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  String filled(Map<String, String> values) {
    return PARAMETER.matcher(body).replaceAll(found -> value(found, values));
  }

  private static String value(MatchResult found, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group()));
  }
}
