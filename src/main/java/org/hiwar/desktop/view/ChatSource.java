package org.hiwar.desktop.view;

import java.util.Optional;
import org.hiwar.desktop.wire.AccountName;
import org.hiwar.workspace.WorkspaceId;

/// Where customers chat from a page: told by whoever knows, for the desktop is below no channel.
public interface ChatSource {
  /// As interactions name the channel.
  String channel();

  /// The first of the pages from which customers chat; empty: there is none.
  Optional<AccountName> page(WorkspaceId workspace);
}
