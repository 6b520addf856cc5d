package org.hiwar.floor.core;

/// Which side ended something.
public enum By {
  CUSTOMER,
  AGENT,
  SYSTEM
}
