package org.hiwar.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hiwar.bench.Figure;
import org.hiwar.platform.DataFolder;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.EmbeddedPostgres;
import org.hiwar.platform.database.EmbeddedPostgres.Durability;
import org.hiwar.workspace.Medium;

/// Decisions of a floor a second: in memory, and committed on a PostgreSQL that syncs. With 10
/// services an agent has ten skills, with 1,000 twenty; a second line with ten skills shows what
/// the services alone cost.
public final class FloorBench {
  private static final int[] SERVICES = {10, 1_000};
  private static final int[] AGENTS = {500, 7_500};

  private FloorBench() {}

  /// Prints a line of JSON for each figure. Arguments: repetitions, seconds of each.
  public static void main(String[] arguments) throws Exception {
    int repetitions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    var seconds = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 3);
    inMemory(repetitions, seconds).forEach(FloorBench::print);
    committed(repetitions, seconds).forEach(FloorBench::print);
  }

  private static void print(Figure f) {
    System.out.printf(
        "{\"name\":\"%s\",\"value\":%.0f,\"unit\":\"%s\",\"params\":\"%s\",\"smallest\":%.0f,\"largest\":%.0f,\"repetitions\":%d}%n",
        f.name(),
        f.median(),
        f.unit(),
        f.parameters(),
        f.smallest(),
        f.largest(),
        f.values().size());
  }

  public static List<Figure> inMemory(int repetitions, Duration each) {
    var figures = new ArrayList<Figure>();
    for (int services : SERVICES)
      for (int agents : AGENTS) {
        figures.add(inMemory(services, agents, Math.min(20, services), repetitions, each));
        if (services > 10) figures.add(inMemory(services, agents, 10, repetitions, each));
      }
    return figures;
  }

  private static Figure inMemory(
      int services, int agents, int skills, int repetitions, Duration each) {
    var floor = new CoreCycle(services, agents, skills);
    double seconds = each.toMillis() / 1e3;
    floor.run(seconds);
    var values = new ArrayList<Double>();
    for (int i = 0; i < repetitions; i++) values.add(floor.run(seconds));
    return new Figure(
        "floor decisions in memory", "Hiwar", "1/s", parameters(services, agents, skills), values);
  }

  private static Map<String, String> parameters(int services, int agents, int skills) {
    return Map.of(
        "services",
        Integer.toString(services),
        "agents",
        Integer.toString(agents),
        "skills",
        Integer.toString(skills));
  }

  /// On a database of its own, in a folder that is deleted afterwards.
  public static List<Figure> committed(int repetitions, Duration each)
      throws IOException, InterruptedException {
    var place = Files.createDirectories(Path.of("target", "floor-bench").toAbsolutePath());
    try (var folder = DataFolder.hold(place.resolve(Long.toString(ProcessHandle.current().pid())));
        var postgres =
            EmbeddedPostgres.start(folder.path(), Path.of("target"), Durability.DURABLE)) {
      var source = postgres.access().unlimited();
      Flyway.configure().dataSource(source).load().migrate();
      return committed(source, repetitions, each);
    }
  }

  /// `source`: of a migrated database; connections of their own.
  public static List<Figure> committed(DataSource source, int repetitions, Duration each)
      throws InterruptedException {
    var ids = new Ids(Clock.systemUTC(), 1022);
    var figures = new ArrayList<Figure>();
    for (int services : SERVICES)
      for (int agents : AGENTS) {
        int skills = Math.min(20, services);
        try (var load =
            new CommittedLoad(
                source, ids.next(), CoreCycle.plan(services, agents, skills, Medium.VOICE))) {
          load.run(each);
          var values = new ArrayList<Double>();
          for (int i = 0; i < repetitions; i++) values.add(load.run(each));
          figures.add(
              new Figure(
                  "floor decisions committed",
                  "Hiwar",
                  "1/s",
                  parameters(services, agents, skills),
                  values));
        }
      }
    return figures;
  }
}
