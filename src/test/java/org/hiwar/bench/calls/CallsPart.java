package org.hiwar.bench.calls;

/// What can be measured of calls, each by itself and with results of its own; in the order in which
/// it is done. Recording is last, because what was recorded is encoded afterwards.
public enum CallsPart {
  SET_UP,
  HAND_OFF,
  RATE,
  RELAY,
  RECORDING
}
