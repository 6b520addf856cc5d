package org.hiwar.voice.webrtc;

import java.util.Map;

/// What a port has done since it was opened, for operators.
///
/// @param received datagrams of any kind
/// @param refused only reasons that have occurred
public record PortCounts(int legs, long received, long sent, Map<Refusal, Long> refused) {
  public PortCounts {
    refused = Map.copyOf(refused);
  }

  public long refused(Refusal why) {
    return refused.getOrDefault(why, 0L);
  }
}
