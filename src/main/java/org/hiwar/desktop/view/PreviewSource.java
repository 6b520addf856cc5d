package org.hiwar.desktop.view;

import java.util.Optional;
import org.hiwar.desktop.wire.PreviewView;
import org.hiwar.floor.core.AgentView;
import org.hiwar.workspace.WorkspaceId;

/// What the campaigns say of the calling record that an agent has.
@FunctionalInterface
public interface PreviewSource {
  /// `agent`: as the floor last committed it. Empty: the agent has none.
  Optional<PreviewView> of(WorkspaceId workspace, AgentView agent);
}
