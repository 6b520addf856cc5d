package org.hiwar.sms.smpp;

import java.time.Clock;
import java.time.Duration;

/// What all lines over SMPP share.
///
/// @param partsWithin how long the parts of a long message may be on their way
/// @param lookEvery how often it is looked whether some are overdue
public record SmppGround(
    PartStore parts,
    SegmentStore segments,
    LineStore lines,
    Sockets sockets,
    Clock clock,
    Duration partsWithin,
    Duration lookEvery) {

  public SmppGround(
      PartStore parts, SegmentStore segments, LineStore lines, Sockets sockets, Clock clock) {
    this(parts, segments, lines, sockets, clock, SmppLimits.PARTS_WITHIN, SmppLimits.LOOK_EVERY);
  }
}
