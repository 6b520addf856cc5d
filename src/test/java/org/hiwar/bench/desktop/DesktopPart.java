package org.hiwar.bench.desktop;

/// What can be measured of the desktop, each with results of its own; in the order in which it is
/// done.
public enum DesktopPart {
  OPENING,
  SCROLLING,
  DAY
}
