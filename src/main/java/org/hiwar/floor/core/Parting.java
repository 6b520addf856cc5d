package org.hiwar.floor.core;

/// Why somebody is not in the work of another any more, or did not come in.
public enum Parting {
  /// They were asked and did not want to.
  DECLINED,
  /// They were asked and did not answer.
  NO_ANSWER,
  LEFT,
  /// The host has taken them out, or back what they were asked.
  REMOVED,
  /// They have logged off, or their session is gone.
  AWAY,
  /// The work is theirs now.
  HOST,
  /// It is over, or set aside, for all.
  OVER
}
