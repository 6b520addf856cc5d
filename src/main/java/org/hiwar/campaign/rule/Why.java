package org.hiwar.campaign.rule;

/// Why a number may not be called. The first that holds is told; what lasts goes before what
/// passes.
public enum Why {
  INVALID_NUMBER,
  EXPIRED,
  STOPPED,
  DO_NOT_CALL,
  ATTEMPTS_OF_RECORD,
  ATTEMPTS_OF_NUMBER,

  /// No schedule names this kind of number.
  NEVER_IN_HOURS,
  ATTEMPTS_TODAY,
  CENTRE_CLOSED,
  HOLIDAY,
  OUTSIDE_HOURS,

  /// The law of the customer's place leaves no calls now.
  LOCAL_RULE;

  /// Whether waiting helps.
  public boolean passes() {
    return compareTo(NEVER_IN_HOURS) > 0;
  }
}
