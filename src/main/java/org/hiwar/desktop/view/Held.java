package org.hiwar.desktop.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hiwar.conversation.InteractionId;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.floor.core.Guest;
import org.hiwar.floor.core.WorkState;

/// What an agent has of one conversation, or is in as a guest; never nothing. What counts most
/// gives the conversation its state: what is their own goes before what they are a guest in, and an
/// offer or a contact that is going on before a wrap-up.
///
/// @param visits what others have and they are in, or asked into
record Held(Map<InteractionId, WorkState> work, Map<InteractionId, Guest> visits) {

  private record Part(InteractionId id, int weight, Instant since, ConversationView.State state) {}

  /// Nothing of it is theirs.
  boolean guest() {
    return work.isEmpty();
  }

  Set<InteractionId> interactions() {
    var all = new HashSet<>(work.keySet());
    all.addAll(visits.keySet());
    return all;
  }

  private Part leading() {
    return Stream.concat(
            work.entrySet().stream().map(e -> own(e.getKey(), e.getValue())),
            visits.entrySet().stream().map(e -> visited(e.getKey(), e.getValue())))
        .max(
            Comparator.comparingInt(Part::weight)
                .thenComparing(Part::id, Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static Part own(InteractionId id, WorkState state) {
    return switch (state) {
      case WorkState.Active a -> new Part(id, 5, a.since(), ConversationView.State.ACTIVE);
      case WorkState.Offered o -> new Part(id, 4, o.since(), ConversationView.State.OFFERED);
      case WorkState.WrapUp w -> new Part(id, 3, w.since(), ConversationView.State.WRAP_UP);
      case WorkState.Queued _, WorkState.Postponed _, WorkState.Ended _ ->
          throw new IllegalStateException("not held");
    };
  }

  private static Part visited(InteractionId id, Guest guest) {
    return guest.joined()
        ? new Part(id, 2, guest.since(), ConversationView.State.ACTIVE)
        : new Part(id, 1, guest.since(), ConversationView.State.OFFERED);
  }

  InteractionId first() {
    return leading().id();
  }

  Instant since() {
    return leading().since();
  }

  ConversationView.State state() {
    return leading().state();
  }
}
