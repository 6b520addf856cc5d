package org.hiwar.voice.call;

import java.util.Optional;
import org.hiwar.voice.sip.Caller;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;

/// Which number a service shows when it calls.
public interface CallerIds {
  /// Empty when none was set: the trunk shows its own.
  Optional<Caller> callerId(WorkspaceId workspace, ServiceId service);
}
