package org.hiwar.bench.contacts;

/// How much is done.
///
/// @param contacts among whom is looked
/// @param callers of them with a history of some dozens of activities
/// @param history activities of the one with the longest
/// @param times of each measurement in a repetition; bare ones that read everything are fewer
public record ContactsSize(int contacts, int callers, int history, int times, int repetitions) {
  public static final ContactsSize WHOLE = new ContactsSize(1_000_000, 5_000, 100_000, 300, 3);
  public static final ContactsSize TRIAL = new ContactsSize(20_000, 200, 5_000, 60, 1);

  /// What a contact with its words and addresses takes on the disk at most, the tables for the
  /// comparison and the log of the database included.
  private static final long BYTES_OF_A_CONTACT = 5_000;

  private static final long BYTES_OF_AN_ACTIVITY = 2_000;
  private static final long BYTES_OF_AN_EMPTY_DATABASE = 1_000_000_000;

  /// The same with another number of contacts.
  public ContactsSize of(int others) {
    return new ContactsSize(others, Math.min(callers, others), history, times, repetitions);
  }

  long bytes() {
    return BYTES_OF_AN_EMPTY_DATABASE
        + BYTES_OF_A_CONTACT * contacts
        + BYTES_OF_AN_ACTIVITY * (history + (long) callers * Histories.ACTIVITIES);
  }
}
