package org.hiwar.conversation;

/// Who began an interaction, seen from us.
public enum Direction {
  INBOUND,
  OUTBOUND,
  INTERNAL
}
