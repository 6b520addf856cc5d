package org.hiwar.voice.call;

import java.util.concurrent.CompletableFuture;
import org.hiwar.workspace.UserId;

/// An internal call, or a consultation as the consulted has it: what those who take part may wish.
/// Called on threads of requests.
interface SideCall {
  /// @param who takes part in it
  CompletableFuture<Call.Wish> wish(UserId who, Asked what);

  sealed interface Asked {
    record Answer() implements Asked {}

    record Decline() implements Asked {}

    record End() implements Asked {}

    record Mute(boolean muted) implements Asked {}
  }
}
