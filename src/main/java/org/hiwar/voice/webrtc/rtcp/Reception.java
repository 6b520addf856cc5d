package org.hiwar.voice.webrtc.rtcp;

import java.time.Duration;

/// How one side receives the other.
///
/// @param lost packets since the beginning; negative when more came than were expected, because
///   some came twice
/// @param recentLoss the share of packets lost in the last interval between reports, 0 to 1
/// @param jitter the mean deviation of the time a packet takes
public record Reception(long lost, double recentLoss, Duration jitter) {
  static final Reception NONE = new Reception(0, 0, Duration.ZERO);
}
