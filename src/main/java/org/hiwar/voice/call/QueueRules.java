package org.hiwar.voice.call;

import java.time.Duration;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;

/// What the callers of a service are told while they wait.
public interface QueueRules {
  /// [Rule#USUAL] where nothing was set.
  Rule queueRule(WorkspaceId workspace, ServiceId service);

  /// @param every from one announcement to the next
  record Rule(Announce announce, Duration every) {
    public static final Rule USUAL = new Rule(Announce.NOTHING, Duration.ofSeconds(45));
  }

  enum Announce {
    /// Music and no words.
    NOTHING,
    /// How many are served before them.
    POSITION,
    /// How long it may still take; nothing while that is not known.
    WAIT
  }
}
