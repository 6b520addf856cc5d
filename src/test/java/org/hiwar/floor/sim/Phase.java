package org.hiwar.floor.sim;

enum Phase {
  QUEUED,
  OFFERED,
  ACTIVE,
  WRAP_UP,
  POSTPONED
}
