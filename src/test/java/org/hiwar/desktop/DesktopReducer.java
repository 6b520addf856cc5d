package org.hiwar.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reducer that desktops run (web/desktop/src/desk/reducer.ts), in a node process that lives as
/// long as the tests.
final class DesktopReducer {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BufferedWriter in;
  private final BufferedReader out;

  private DesktopReducer(Process node) {
    in = new BufferedWriter(new OutputStreamWriter(node.getOutputStream(), UTF_8));
    out = new BufferedReader(new InputStreamReader(node.getInputStream(), UTF_8));
  }

  private static final class Started {
    static final DesktopReducer REDUCER = start();
  }

  static DesktopReducer get() {
    return Started.REDUCER;
  }

  private static DesktopReducer start() {
    try {
      var node =
          new ProcessBuilder(
                  "node",
                  "src/test/resources/org/hiwar/desktop/reducer.mjs",
                  Path.of("web/desktop").toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(node::destroy));
      return new DesktopReducer(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The snapshot after the frames.
  synchronized JsonNode apply(JsonNode snapshot, List<JsonNode> frames) {
    try {
      in.write(
          JSON.writeValueAsString(
              JSON.createObjectNode()
                  .set("snapshot", snapshot)
                  .set("frames", JSON.createArrayNode().addAll(frames))));
      in.newLine();
      in.flush();
      var line = out.readLine();
      if (line == null)
        throw new IllegalStateException(
            "the reducer has ended; is web/desktop installed (npm ci)?");
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
