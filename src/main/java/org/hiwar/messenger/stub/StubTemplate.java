package org.hiwar.messenger.stub;

import tools.jackson.databind.JsonNode;

/// A message that the provider has approved: beyond 24 hours after the customer's last message
/// nothing else arrives.
///
/// @param body as the customer reads it, with `{{1}}` where the one variable goes
public record StubTemplate(String name, String language, String body) {
  private static final String VARIABLE = "{{1}}";

  /// Whether a message names this template.
  boolean isMeant(JsonNode template) {
    return template.path("name").asString("").equals(name)
        && template.path("language").path("code").asString("").equals(language);
  }

  String filled(String words) {
    return body.replace(VARIABLE, words);
  }
}
