package org.hiwar.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A user who asks over HTTP and waits for the answer.
public record OverHttp(HttpClient client, URI server, String cookie) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int FAILED = 300;

  public JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, "", BodyPublishers.noBody());
  }

  public JsonNode post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, "application/json", BodyPublishers.ofString(body));
  }

  public JsonNode put(String path, String body) throws IOException, InterruptedException {
    return send("PUT", path, "application/json", BodyPublishers.ofString(body));
  }

  /// An empty answer is a missing node.
  public JsonNode send(String method, String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Cookie", cookie)
            .header("Origin", server.toString())
            .header("X-Hiwar", "1");
    if (!method.equals("GET")) request.header("Idempotency-Key", UUID.randomUUID().toString());
    if (!type.isEmpty()) request.header("Content-Type", type);
    var answer = client.send(request.method(method, body).build(), BodyHandlers.ofString());
    if (answer.statusCode() >= FAILED)
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
  }
}
