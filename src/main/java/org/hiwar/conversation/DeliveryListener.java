package org.hiwar.conversation;

import java.util.List;
import org.hiwar.workspace.WorkspaceId;

/// Hears how messages stand that went out.
@FunctionalInterface
public interface DeliveryListener {
  /// After the commit; must not block.
  void changed(WorkspaceId workspace, List<DeliveryChange> changes);
}
