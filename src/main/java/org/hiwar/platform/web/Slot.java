package org.hiwar.platform.web;

/// One part of a round in which many connections are each told something once. Told all at the same
/// moment they would hold up everybody else's messages for as long as that takes.
public record Slot(int number, int of) {

  /// The slot of round trip `step`, which only counts upwards.
  public static Slot at(long step, int of) {
    return new Slot((int) (step % of), of);
  }

  /// Whether it is the turn of `connection`; every object has one turn in each round.
  public boolean has(Object connection) {
    return Math.floorMod(System.identityHashCode(connection), of) == number;
  }
}
