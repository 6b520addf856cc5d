package org.hiwar.desktop.view;

import java.util.Optional;
import org.hiwar.desktop.wire.SideCallView;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// What telephony says of the calls of an agent that are no conversations with customers.
@FunctionalInterface
public interface SideCallSource {
  Optional<SideCallView> of(WorkspaceId workspace, UserId agent);
}
