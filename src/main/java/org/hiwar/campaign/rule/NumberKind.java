package org.hiwar.campaign.rule;

/// What a number of a customer is, as the calling hours distinguish them.
public enum NumberKind {
  HOME,
  MOBILE,
  WORK,
  OTHER
}
