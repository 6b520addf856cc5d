package org.hiwar.conversation;

/// Who ended the connection of the two sides.
public enum EndedBy {
  CUSTOMER,
  AGENT,
  SYSTEM
}
