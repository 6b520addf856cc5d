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

  /// Enough of its kind have said yes: not before the quota is raised or taken away.
  QUOTA_MET,

  /// No schedule names this kind of number: not before the hours are set otherwise.
  NEVER_IN_HOURS,
  ATTEMPTS_TODAY,
  CENTRE_CLOSED,
  HOLIDAY,
  OUTSIDE_HOURS,

  /// The law of the customer's place leaves no calls now.
  LOCAL_RULE;

  /// Whether waiting helps: by time alone, or because quotas and hours are settings, which may be
  /// set otherwise at any time. What does not pass ends a record.
  public boolean passes() {
    return compareTo(QUOTA_MET) >= 0;
  }
}
