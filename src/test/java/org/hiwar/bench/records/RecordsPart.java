package org.hiwar.bench.records;

/// What can be measured of calling records, each with results of its own; in the order in which it
/// is done.
public enum RecordsPart {
  IMPORT,
  HAND_OUT,
  POP_UP,
  REPORTS
}
