package org.hiwar.campaign;

/// Something about a campaign that its operator should know before it starts. `hinders`: it cannot
/// start; the others only explain why nothing may come of it now.
public enum Diagnosis {
  NOT_ENABLED(true),
  /// No service whose calls they are.
  NO_CALLS_SERVICE(true),
  /// No trunk: there is no way out to any number.
  NO_TRUNK(true),
  NO_LIST(true),
  NO_LIST_ENABLED(true),
  /// Nobody has its skill, by a team or for oneself.
  NO_AGENTS(true),
  /// There is no hour at which a customer may be called.
  NO_CALLING_HOURS(true),
  /// A campaign with quotas has one enabled list: each list would be counted by itself.
  QUOTAS_OF_SEVERAL_LISTS(true),
  /// A quota is for a field that the enabled list does not have: no record would ever count.
  QUOTA_FIELD_UNKNOWN(true),
  /// A quota is for a result that is no success, or none any more: nothing would ever count.
  QUOTA_RESULT_UNKNOWN(true),
  /// The service of its calls shows no number: customers see what the provider sends.
  NO_CALLER_ID(false),
  /// Nothing is left to be called in the enabled lists.
  NO_RECORDS(false),
  /// Enough have said yes: by its quotas nothing more is called.
  QUOTAS_MET(false),
  /// Records were skipped as often as the campaign allows, and are handed out no more: somebody has
  /// to look at them.
  SKIPPED_TOO_OFTEN(false),
  /// By its own hours the centre does not work on it now.
  CENTRE_CLOSED(false);

  private final boolean hinders;

  Diagnosis(boolean hinders) {
    this.hinders = hinders;
  }

  public boolean hinders() {
    return hinders;
  }
}
