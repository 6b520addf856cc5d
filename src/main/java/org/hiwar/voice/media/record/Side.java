package org.hiwar.voice.media.record;

/// The two channels of a recording, left and right.
public enum Side {
  AGENT,
  CUSTOMER
}
