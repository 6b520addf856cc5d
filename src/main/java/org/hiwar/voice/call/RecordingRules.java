package org.hiwar.voice.call;

import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;

/// Whether a service's calls are recorded.
public interface RecordingRules {
  /// [Rule#ANNOUNCED] where nothing was set.
  Rule rule(WorkspaceId workspace, ServiceId service);

  enum Rule {
    OFF,
    ON,
    /// The customer is told before it begins.
    ANNOUNCED
  }
}
