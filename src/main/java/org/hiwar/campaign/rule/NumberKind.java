package org.hiwar.campaign.rule;

/// What a number of a record is, as its list says.
public enum NumberKind {
  HOME,
  MOBILE,
  WORK,
  OTHER
}
