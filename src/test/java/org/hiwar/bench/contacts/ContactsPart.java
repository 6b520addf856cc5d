package org.hiwar.bench.contacts;

/// What can be measured of contacts, each with results of its own; in the order in which it is
/// done.
public enum ContactsPart {
  FIND,
  CALLER,
  HISTORY,
  IMPORT
}
