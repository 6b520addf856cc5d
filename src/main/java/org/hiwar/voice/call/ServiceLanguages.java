package org.hiwar.voice.call;

import java.util.Map;
import java.util.Set;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;

/// Which languages the numbers of a service are called in.
public interface ServiceLanguages {
  /// Tags as `ar`. A service none of whose numbers names a language is not in it.
  Map<ServiceId, Set<String>> languages(WorkspaceId workspace);
}
