package org.hiwar.conversation;

import java.util.concurrent.CompletableFuture;
import org.hiwar.workspace.WorkspaceId;

/// How a channel tells that the customer is gone. The floor stands behind it.
@FunctionalInterface
public interface Departures {
  /// The customer left, ended the chat, or was silent for too long. Whoever waits is taken out of
  /// the queue, whoever is connected begins wrap-up. Repeating it, or being late, does no harm.
  /// Completes with whether it was carried out; `false` means: not now, try again.
  CompletableFuture<Boolean> leave(WorkspaceId workspace, InteractionId interaction, EndedBy by);
}
