package org.hiwar.desktop.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.hiwar.conversation.InteractionId;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.floor.core.WorkState;

/// What an agent has of one conversation, never nothing. What counts most gives the conversation
/// its state: an offer or a contact that is going on goes before a wrap-up.
record Held(Map<InteractionId, WorkState> work) {

  private Map.Entry<InteractionId, WorkState> leading() {
    return work.entrySet().stream()
        .max(
            Comparator.comparingInt((Map.Entry<InteractionId, WorkState> e) -> weight(e.getValue()))
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .orElseThrow();
  }

  InteractionId first() {
    return leading().getKey();
  }

  Instant since() {
    return leading().getValue().since();
  }

  ConversationView.State state() {
    return switch (leading().getValue()) {
      case WorkState.Offered _ -> ConversationView.State.OFFERED;
      case WorkState.Active _ -> ConversationView.State.ACTIVE;
      case WorkState.WrapUp _ -> ConversationView.State.WRAP_UP;
      case WorkState.Queued _, WorkState.Postponed _, WorkState.Ended _ ->
          throw new IllegalStateException("not held");
    };
  }

  private static int weight(WorkState state) {
    return switch (state) {
      case WorkState.Active _ -> 3;
      case WorkState.Offered _ -> 2;
      case WorkState.WrapUp _ -> 1;
      case WorkState.Queued _, WorkState.Postponed _, WorkState.Ended _ -> 0;
    };
  }
}
