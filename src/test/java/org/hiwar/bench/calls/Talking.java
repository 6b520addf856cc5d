package org.hiwar.bench.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Machine;

/// Measures many calls in which everybody talks: what a second of a call costs the process that
/// relays it, and how late and how complete the audio is; the worse of the two directions.
final class Talking {
  private static final long TRAIN_MS = 300;
  private final List<Double> cpu = new ArrayList<>();
  private final List<Double> p50 = new ArrayList<>();
  private final List<Double> p99 = new ArrayList<>();
  private final List<Double> late = new ArrayList<>();
  private final List<Double> lost = new ArrayList<>();
  private final DelayMeter there;
  private final DelayMeter back;
  private final Metronome metronome;

  Talking(DelayMeter there, DelayMeter back, Metronome metronome) {
    this.there = there;
    this.back = back;
    this.metronome = metronome;
  }

  void measure(ProcessHandle relay, int calls, CallsLength length) throws InterruptedException {
    for (int i = 0; i < length.repetitions(); i++) {
      metronome.slipMs();
      long from = System.nanoTime();
      long before = Machine.cpuNanos(relay);
      there.begin(from);
      back.begin(from);
      Thread.sleep(1_000L * length.each());
      long to = System.nanoTime();
      double seconds = (to - from) / 1e9;
      cpu.add((Machine.cpuNanos(relay) - before) / 1e6 / seconds / calls);
      there.end(to);
      back.end(to);
      Thread.sleep(TRAIN_MS);
      keep();
    }
  }

  private void keep() {
    p50.add(Math.max(there.percentileMs(0.5), back.percentileMs(0.5)));
    p99.add(Math.max(there.percentileMs(0.99), back.percentileMs(0.99)));
    late.add((double) there.late() + back.late());
    lost.add((double) there.lost() + back.lost());
    System.out.printf(
        "talking: %.3f ms, delay %.2f/%.2f ms, late %.0f, lost %.0f of %d, slip %.1f ms%n",
        cpu.getLast(),
        p50.getLast(),
        p99.getLast(),
        late.getLast(),
        lost.getLast(),
        there.heard() + back.heard(),
        metronome.slipMs());
  }

  /// CPU of a call-second, delay p50 and p99, frames late and frames lost, in this order.
  List<Figure> figures(String of, String cost, Map<String, String> where) {
    return List.of(
        new Figure(cost, of, "ms", where, cpu),
        new Figure("delay of audio, p50", of, "ms", where, p50),
        new Figure("delay of audio, p99", of, "ms", where, p99),
        new Figure("frames over 20 ms late", of, "frames", where, late),
        new Figure("frames lost", of, "frames", where, lost));
  }
}
