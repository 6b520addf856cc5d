package org.hiwar.campaign.rule;

/// How often a customer is called in one campaign at most: in all and in a day of the centre, by
/// record and by number. 0: no such limit.
public record Limits(int perRecord, int perNumber, int perDayRecord, int perDayNumber) {
  public static final Limits NONE = new Limits(0, 0, 0, 0);

  /// Of a new campaign.
  public static final Limits USUAL = new Limits(10, 6, 3, 2);

  public Limits {
    if (perRecord < 0 || perNumber < 0 || perDayRecord < 0 || perDayNumber < 0)
      throw new IllegalArgumentException("a limit below 0");
  }

  static boolean reached(int limit, int count) {
    return limit > 0 && count >= limit;
  }
}
