package org.hiwar.floor;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Command;
import org.hiwar.workspace.UserId;

/// The floor of one workspace, wherever it runs.
public interface OneFloor {
  /// `key`: the idempotency key, at most 100 characters; a key that was used before gets the same
  /// answer again. Empty: none.
  CompletableFuture<Reply> submit(Command command, String key);

  Optional<AgentView> agent(UserId id);

  FloorHealth health();
}
