package org.hiwar.conversation;

import java.util.List;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What an agent wants to be made of a message of theirs.
///
/// @param text what it shall say; null: it is withdrawn
/// @param mentions whom a note names by now; of anything else nobody
public record Rewording(
    UserId agent,
    ConversationId conversation,
    long seq,
    @Nullable String text,
    List<UserId> mentions) {
  public Rewording {
    mentions = new InternalNote(mentions).mentions();
  }
}
