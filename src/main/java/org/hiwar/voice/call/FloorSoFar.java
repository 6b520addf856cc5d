package org.hiwar.voice.call;

import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionStore;

/// Tells a call that has just begun what the floor has decided between its arrival and now.
final class FloorSoFar {
  private FloorSoFar() {}

  static void tell(InteractionStore interactions, CallKey key, Call call) {
    interactions
        .find(key.workspace(), key.interaction())
        .ifPresent(
            (Interaction found) -> {
              var agent = found.agent();
              if (agent != null) call.tell(new Happening.Accepted(agent));
              var by = found.endedBy();
              if (by != null) call.tell(new Happening.FloorEnded(by));
            });
  }
}
