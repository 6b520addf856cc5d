package org.hiwar.campaign.list;

/// Where an import stands. What is not RUNNING is over.
public enum ImportState {
  RUNNING,
  DONE,
  CANCELLED,
  FAILED
}
