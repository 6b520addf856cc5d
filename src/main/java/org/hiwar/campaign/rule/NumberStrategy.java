package org.hiwar.campaign.rule;

/// Which of the numbers that may be called is recommended.
public enum NumberStrategy {
  /// The first in the schedule's order of kinds, then by place in the record.
  IN_ORDER,

  /// The one that was called least in this campaign; among equals as `IN_ORDER`.
  LEAST_ATTEMPTED
}
