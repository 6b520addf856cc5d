package org.hiwar.bench.calls;

import java.util.stream.IntStream;

/// How much is done.
///
/// @param agents with telephones, and calls at the same time
/// @param warmUp in seconds
/// @param each repetition, in seconds
/// @param highestRate of calls a second that is tried
public record CallsLength(int agents, int warmUp, int each, int repetitions, int highestRate) {
  public static final CallsLength WHOLE = new CallsLength(400, 240, 10, 3, 300);
  public static final CallsLength TRIAL = new CallsLength(60, 8, 5, 1, 100);
  private static final int[] RATES = {50, 100, 150, 200, 300};

  /// For what has no compiler to warm up and next to no spread.
  CallsLength ofFloors() {
    return new CallsLength(agents, warmUp, Math.max(5, each / 2), repetitions, highestRate);
  }

  /// Calls a second, in the order in which they are tried.
  int[] rates() {
    return IntStream.of(RATES).filter(rate -> rate <= highestRate).toArray();
  }
}
