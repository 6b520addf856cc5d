package org.hiwar.bench.desktop;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hiwar.bench.Figure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `web/desktop/dev/measure.mjs`, which drives Chromium and prints a line of JSON for each value
/// that it has seen: `name`, `unit`, `where` (the conditions) and `value`.
final class Browser {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final File FOLDER = new File("web/desktop");

  private Browser() {}

  private record Quantity(String name, String unit, Map<String, String> where) {}

  /// Runs a part. The values of the same name under the same conditions become one figure, in the
  /// order in which they came first.
  static List<Figure> measure(String part, Map<String, Object> given)
      throws IOException, InterruptedException {
    var script =
        new ProcessBuilder("node", "dev/measure.mjs", part, JSON.writeValueAsString(given))
            .directory(FOLDER)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var values = new LinkedHashMap<Quantity, List<Double>>();
    try (var lines = script.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var read = JSON.readTree(line);
        values.computeIfAbsent(quantity(read), _ -> new ArrayList<>()).add(value(read));
      }
    }
    int code = script.waitFor();
    if (code != 0) throw new IOException("measuring " + part + " in a browser ended with " + code);
    return values.entrySet().stream().map(one -> figure(one.getKey(), one.getValue())).toList();
  }

  private static Quantity quantity(JsonNode line) {
    var where = new TreeMap<String, String>();
    for (var one : line.get("where").properties())
      where.put(one.getKey(), one.getValue().asString());
    return new Quantity(line.get("name").asString(), line.get("unit").asString(), where);
  }

  private static double value(JsonNode line) {
    return line.get("value").isNumber() ? line.get("value").asDouble() : Double.NaN;
  }

  private static Figure figure(Quantity of, List<Double> values) {
    return new Figure(of.name(), "Hiwar", of.unit(), of.where(), values);
  }
}
