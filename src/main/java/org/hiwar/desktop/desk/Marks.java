package org.hiwar.desktop.desk;

import java.util.List;
import java.util.Set;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionChange;

/// What may have changed of what a desk shows, by where the truth of it is.
///
/// @param stored conversations of which the database may know something new
/// @param live those with a call that may stand otherwise, of which the database knows nothing new
/// @param given what the floor has given to agents: the database says the same
public record Marks(Set<ConversationId> stored, Set<ConversationId> live, List<Given> given) {
  public Marks {
    stored = Set.copyOf(stored);
    live = Set.copyOf(live);
    given = List.copyOf(given);
  }

  /// @param batch of the floor, in which each conversation becomes newer once
  public record Given(InteractionChange.Accepted change, long batch) {}
}
