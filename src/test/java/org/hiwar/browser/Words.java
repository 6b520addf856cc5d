package org.hiwar.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The words on the desktop's screens, from its own catalogue, so that a test names what the agent
/// reads.
record Words(String language, JsonNode catalogue) {

  static Words in(String language) {
    try {
      var file = Path.of("web/desktop/src/i18n/" + language + ".json");
      return new Words(language, JsonMapper.shared().readTree(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text of a key; fails for a key that the catalogue does not have.
  String of(String key) {
    return catalogue.required(key).asString();
  }
}
