package org.hiwar.bench;

/// What a figure is to reach.
///
/// @param atLeast whether more is better; otherwise less is
public record Aim(boolean atLeast, double value) {
  public static Aim atLeast(double value) {
    return new Aim(true, value);
  }

  public static Aim atMost(double value) {
    return new Aim(false, value);
  }

  boolean metBy(double median) {
    return atLeast ? median >= value : median <= value;
  }
}
