package org.hiwar.bench.calls;

/// How much is done.
///
/// @param agents with telephones, and calls at the same time
/// @param warmUp in seconds
/// @param each repetition, in seconds
/// @param highestRate of calls a second that is tried
public record CallsLength(int agents, int warmUp, int each, int repetitions, int highestRate) {
  public static final CallsLength WHOLE = new CallsLength(400, 60, 15, 3, 400);
  public static final CallsLength TRIAL = new CallsLength(60, 8, 5, 1, 100);

  /// For what has no compiler to warm up and next to no spread.
  CallsLength ofFloors() {
    return new CallsLength(agents, warmUp, Math.max(5, each / 2), repetitions, highestRate);
  }
}
