package org.hiwar.voice.webrtc.rtcp;

import java.time.Duration;
import java.util.Optional;

/// How a leg does, in both directions.
///
/// @param here how we receive the far end
/// @param there how the far end says it receives us; empty before its first report
/// @param roundTrip of the network; empty before the far end has answered a report of ours
public record Quality(Reception here, Optional<Reception> there, Optional<Duration> roundTrip) {}
