package org.hiwar.bench.channels;

/// What can be measured of channels, each with results of its own; in the order in which it is
/// done.
public enum ChannelsPart {
  ARRIVALS,
  MAILS,
  RECOGNITION,
  SANITISER
}
