package org.hiwar.bench.calls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hiwar.bench.Paced;

/// Calls in which everybody talks, as many as there are agents. Set up gently, and again where one
/// did not come about: what is measured is talking, not how it began.
final class Talks {
  private static final int PER_SECOND = 10;
  private static final int ROUNDS = 4;
  private static final long PATIENCE_MS = 8_000;
  private static final long ALL_MS = 90_000;
  private static final long SETTLE_MS = 3_000;
  private static final long LOOK_MS = 50;
  private static final InetAddress CALLERS = InetAddress.ofLiteral("127.7.9.2");

  private final CallCentre centre;
  private final List<Talk> talks = new ArrayList<>();
  private int tried;

  private record Talk(PlacedCall call, MediaEnd caller) {
    boolean begun() {
      return call.joinedAt != 0 && !call.isOver();
    }
  }

  private Talks(CallCentre centre) {
    this.centre = centre;
  }

  /// Returns when as many talk as there are agents, or no more come about in 90 seconds.
  ///
  /// @param warmUp of the whole run, in seconds; an eighth of it they talk before
  static Talks begin(CallCentre centre, String number, int warmUp) throws Exception {
    var made = new Talks(centre);
    centre.calls.begin(_ -> {});
    long until = System.nanoTime() + ALL_MS * 1_000_000;
    for (int round = 0; round < ROUNDS && System.nanoTime() < until; round++) {
      int ready = centre.allReady();
      int lacking = centre.agents().size() - made.talks.size();
      System.out.printf(
          "%d calls talk, %d agents ready, %d calls more%n", made.talks.size(), ready, lacking);
      if (lacking == 0) break;
      made.add(number, lacking, until);
    }
    var talking = made.talks.stream().map(talk -> talk.call().agent).toList();
    for (var agent : centre.agents()) agent.phone().speak(talking.contains(agent));
    for (var talk : made.talks) {
      talk.caller().aim(Objects.requireNonNull(talk.call().media));
      talk.caller().speak(true);
      centre.metronome.add(talk.caller());
    }
    Thread.sleep(SETTLE_MS + 1_000L * warmUp / 8);
    return made;
  }

  private void add(String number, int lacking, long until) throws Exception {
    var placed = new ArrayList<Talk>();
    double seconds = Math.min(lacking / (double) PER_SECOND, (until - System.nanoTime()) / 1e9);
    Paced.run(PER_SECOND, seconds, _ -> placed.add(place(number)));
    for (long i = 0; i < PATIENCE_MS / LOOK_MS; i++) {
      if (placed.stream().allMatch(talk -> talk.begun() || talk.call().isOver())) break;
      Thread.sleep(LOOK_MS);
    }
    for (var talk : placed)
      if (talk.begun()) talks.add(talk);
      else end(talk);
  }

  private Talk place(String number) {
    try {
      var talk = new Talk(centre.call(number), centre.callerEnd(tried++));
      talk.call().place(new InetSocketAddress(CALLERS, talk.caller().port()));
      return talk;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  int count() {
    return talks.size();
  }

  int tried() {
    return tried;
  }

  /// How many have ended by themselves.
  long brokenOff() {
    return talks.stream().filter(talk -> talk.call().isOver()).count();
  }

  private static void end(Talk talk) {
    talk.call().leave();
    talk.caller().close();
  }

  /// Returns when all are over, at the latest in ten seconds.
  void end() throws InterruptedException {
    for (var agent : centre.agents()) agent.phone().speak(false);
    for (var talk : talks) centre.metronome.remove(talk.caller());
    talks.forEach(Talks::end);
    for (int i = 0; i < 200 && !talks.stream().allMatch(talk -> talk.call().isOver()); i++)
      Thread.sleep(LOOK_MS);
  }
}
