package org.hiwar.bench.calls;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Lets every end of a call speak each 20 ms, spread over the milliseconds at random as calls are.
/// Measures its own slip: what it is late itself is no delay of whoever is measured, because a
/// packet tells when it really was sent.
final class Metronome implements AutoCloseable {
  private static final int PHASES = 20;
  private static final long MILLISECOND = 1_000_000;
  private static final long GIVEN_UP = 100 * MILLISECOND;

  /// An end that says something every 20 ms.
  interface Talker {
    void talk();
  }

  private final List<CopyOnWriteArrayList<Talker>> phases =
      IntStream.range(0, PHASES).mapToObj(_ -> new CopyOnWriteArrayList<Talker>()).toList();
  private final Random random = new Random(20);
  private final Thread thread = Thread.ofPlatform().name("metronome").daemon().unstarted(this::run);
  private volatile boolean closed;
  private volatile long slip;

  Metronome() {
    thread.start();
  }

  synchronized void add(Talker talker) {
    phases.get(random.nextInt(PHASES)).add(talker);
  }

  void remove(Talker talker) {
    for (var phase : phases) phase.remove(talker);
  }

  /// The longest since the last call, in milliseconds.
  double slipMs() {
    double was = slip / 1e6;
    slip = 0;
    return was;
  }

  private void run() {
    long due = System.nanoTime();
    for (int i = 0; !closed; i++) {
      due += MILLISECOND;
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime())
        LockSupport.parkNanos(wait);
      long behind = System.nanoTime() - due;
      if (behind > slip) slip = behind;
      if (behind > GIVEN_UP) due += behind;
      for (var talker : phases.get(i % PHASES)) talker.talk();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
