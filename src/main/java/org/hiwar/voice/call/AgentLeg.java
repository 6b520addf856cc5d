package org.hiwar.voice.call;

import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.quality.Loudness;
import org.hiwar.voice.media.relay.Line;

/// What an agent speaks and hears with, as an end of calls.
sealed interface AgentLeg permits BrowserDevice, ReachedDevice {
  Line line();

  Loudness loudness();

  LegStatistics statistics();

  boolean isConnected();
}
