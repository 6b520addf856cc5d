package org.hiwar.bench.records;

/// How much is done.
///
/// @param records of the list, and attempts of the year that is reported
/// @param agents who are ready for records
/// @param seconds of each repetition of what is measured by time
public record RecordsSize(int records, int agents, int seconds, int repetitions) {
  public static final RecordsSize WHOLE = new RecordsSize(1_000_000, 500, 5, 3);
  public static final RecordsSize TRIAL = new RecordsSize(10_000, 40, 2, 1);

  /// What a record and all that is made of it take on the disk at most, the log of the database
  /// included.
  private static final long BYTES_OF_A_RECORD = 6_000;

  private static final int WARM_UP = 24;
  private static final long BYTES_OF_AN_EMPTY_DATABASE = 1_000_000_000;

  /// The same with another number of records.
  public RecordsSize of(int others) {
    return new RecordsSize(others, agents, seconds, repetitions);
  }

  /// Seconds that agents work before it is measured, so that it is a server at work and not its
  /// compiler (docs/adr/0018).
  int warmUp() {
    return seconds * WARM_UP;
  }

  long bytes() {
    return BYTES_OF_AN_EMPTY_DATABASE + BYTES_OF_A_RECORD * records;
  }
}
