package org.hiwar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The versions of what is measured beside Hiwar.
final class Peers {
  private Peers() {}

  /// As locked in bench/peers, and the Node that runs them.
  static Map<String, String> versions() throws IOException {
    var locked =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(Path.of("bench/peers/package-lock.json")));
    var versions = new LinkedHashMap<String, String>();
    for (var peer : List.of("socket.io", "ws"))
      versions.put(
          peer, locked.path("packages").path("node_modules/" + peer).path("version").asString());
    try (var node = new ProcessBuilder("node", "-v").start().inputReader()) {
      versions.put("node", node.readLine());
    }
    return versions;
  }
}
