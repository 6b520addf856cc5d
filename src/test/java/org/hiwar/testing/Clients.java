package org.hiwar.testing;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the clients share: one HTTP client for all of them, and one reader of JSON.
final class Clients {
  private Clients() {}

  static final JsonMapper JSON = JsonMapper.builder().build();

  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(30))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  static JsonNode read(String text) {
    return text.isBlank() ? JSON.nullNode() : JSON.readTree(text);
  }
}
