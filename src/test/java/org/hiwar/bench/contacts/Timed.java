package org.hiwar.bench.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Latencies;
import org.jspecify.annotations.Nullable;

/// Percentiles of the repetitions of one measurement, the first of which only warms up.
final class Timed {
  private final List<Double> p50 = new ArrayList<>();
  private final List<Double> p99 = new ArrayList<>();
  private boolean warm;

  interface Once {
    void run(int i) throws Exception;
  }

  void run(int times, Once once) throws Exception {
    var latencies = new Latencies(times);
    for (int i = 0; i < times; i++) {
      long from = System.nanoTime();
      once.run(i);
      latencies.add(System.nanoTime() - from);
    }
    if (warm) {
      p50.add(latencies.percentileMs(0.50));
      p99.add(latencies.percentileMs(0.99));
    }
    warm = true;
  }

  List<Figure> figures(
      String name, String of, Map<String, String> where, @Nullable Aim half, @Nullable Aim most) {
    return List.of(
        new Figure(name + ", p50", of, "ms", where, p50, half),
        new Figure(name + ", p99", of, "ms", where, p99, most));
  }
}
