package org.hiwar.floor.shell;

import java.util.Collection;
import java.util.List;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Event;

/// Where a keeper's committed results go.
interface Publisher {
  /// `changed`: the agents whom the events concern, as they are now.
  void committed(long batch, List<Event> events, List<AgentView> changed);

  /// The floor has been read anew; `all` are its agents.
  void restored(Collection<AgentView> all);
}
