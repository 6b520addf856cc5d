package org.hiwar.voice.call;

import java.util.List;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.WorkspaceId;

/// The ways out to the telephone network.
public interface Routes {
  /// The workspace's trunks for this number, in the order in which they are tried; empty when it
  /// has none.
  List<TrunkId> routes(WorkspaceId workspace, DialString number);
}
