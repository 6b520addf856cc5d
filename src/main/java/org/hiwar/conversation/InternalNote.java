package org.hiwar.conversation;

import java.util.List;
import org.hiwar.workspace.UserId;

/// What makes of a message a note: only colleagues read it, and no channel ever carries it.
///
/// @param mentions the users whom it names, each once; who is none of the workspace counts for
///     nothing
public record InternalNote(List<UserId> mentions) {
  public InternalNote {
    mentions = mentions.stream().distinct().toList();
    if (mentions.size() > ConversationLimits.MENTIONS)
      throw new IllegalArgumentException("more mentions than a note may have");
  }
}
