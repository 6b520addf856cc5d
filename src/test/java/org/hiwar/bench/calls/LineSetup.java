package org.hiwar.bench.calls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sets telephony up over the interface of administrators.
final class LineSetup {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final HttpClient client;
  private final URI server;
  private final String cookie;

  LineSetup(HttpClient client, URI server, String cookie) {
    this.client = client;
    this.server = server;
    this.cookie = cookie;
  }

  /// The new trunk's id.
  String trunk(InetSocketAddress at) throws IOException, InterruptedException {
    var wish =
        """
        {"name": "Bench %1$s", "position": 1, "host": "%1$s", "port": %2$d, "transport": "UDP",
         "user": null, "password": null, "registers": false, "checked": false,
         "followsRedirects": false, "alsoFrom": []}
        """
            .formatted(at.getAddress().getHostAddress(), at.getPort());
    return send("POST", "/api/trunks", wish).get("id").asString();
  }

  void number(String trunk, String number, long service) throws IOException, InterruptedException {
    send(
        "POST",
        "/api/phone-numbers",
        "{\"trunk\": \"%s\", \"number\": \"%s\", \"service\": \"%d\", \"language\": null}"
            .formatted(trunk, number, service));
  }

  void recording(long service, String rule) throws IOException, InterruptedException {
    send(
        "PUT",
        "/api/services/" + service + "/voice",
        "{\"callerId\": null, \"recording\": \"" + rule + "\"}");
  }

  private JsonNode send(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Cookie", cookie)
            .header("Origin", server.toString())
            .header("X-Hiwar", "1")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) throw new IOException(path + ": " + answer.body());
    return JSON.readTree(answer.body());
  }
}
