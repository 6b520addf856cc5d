package org.hiwar.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// How long Hiwar takes to serve its first answer, and what it holds in memory when nobody does
/// anything.
final class StartBench {
  private static final long REST_MS = 10_000;

  private final List<Double> first = new ArrayList<>();
  private final List<Double> second = new ArrayList<>();
  private final List<Double> application = new ArrayList<>();
  private final List<Double> database = new ArrayList<>();

  static List<Figure> run(int repetitions) throws Exception {
    var bench = new StartBench();
    for (int i = 0; i < repetitions; i++) bench.twice();
    var compiled = Map.of("started as", "compiled classes");
    return List.of(
        new Figure(
            "fresh clone to the first page",
            "Hiwar",
            "s",
            Map.of("package caches", "warm", "command", "mvn spring-boot:run"),
            List.of(fromClone())),
        new Figure("first start, with a new database", "Hiwar", "s", compiled, bench.first),
        new Figure("second start", "Hiwar", "s", compiled, bench.second),
        new Figure("memory at rest, application (RSS)", "Hiwar", "MB", compiled, bench.application),
        new Figure("memory at rest, PostgreSQL (PSS)", "Hiwar", "MB", compiled, bench.database));
  }

  private void twice() throws Exception {
    var data = OwnHiwar.freshFolder();
    try {
      long from = System.nanoTime();
      try (var hiwar = OwnHiwar.startOn(data)) {
        first.add(secondsTillAnswer(hiwar, from));
        hiwar.stop();
        second(data);
      }
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }

  private void second(Path data) throws Exception {
    long from = System.nanoTime();
    try (var hiwar = OwnHiwar.startOn(data)) {
      second.add(secondsTillAnswer(hiwar, from));
      Thread.sleep(REST_MS);
      application.add(Machine.residentKb(hiwar.handle().pid()) / 1024.0);
      database.add(Machine.proportionalKbOfDescendants(hiwar.handle()) / 1024.0);
    }
  }

  private static double secondsTillAnswer(OwnHiwar hiwar, long from)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var entry = URI.create(hiwar.server() + "/api/chat/demo/web");
      var answer = client.send(HttpRequest.newBuilder(entry).build(), BodyHandlers.discarding());
      if (answer.statusCode() != 200)
        throw new IOException(entry + " answers " + answer.statusCode());
      return (System.nanoTime() - from) / 1e9;
    }
  }

  /// What bench/start-from-clone prints last: seconds.
  private static double fromClone() throws IOException, InterruptedException {
    var script =
        new ProcessBuilder("bench/start-from-clone")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = script.inputReader().readAllAsString();
    if (script.waitFor() != 0) throw new IOException("bench/start-from-clone failed:\n" + said);
    return Double.parseDouble(said.strip());
  }
}
