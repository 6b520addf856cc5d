package org.hiwar.conversation.removal;

import java.time.Instant;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Conversations that are over, with everything in them, recordings included.
@Component
class AgingConversations implements Aging {
  private final Database database;
  private final ConversationRemovalStore conversations;
  private final Erasures erasures;

  AgingConversations(Database database, ConversationRemovalStore conversations, Erasures erasures) {
    this.database = database;
    this.conversations = conversations;
    this.erasures = erasures;
  }

  @Override
  public Kind kind() {
    return Kind.CONVERSATIONS;
  }

  @Override
  public int remove(WorkspaceId workspace, long idsBefore, Instant before) {
    return database.in(
        workspace.value(),
        _ -> {
          var old = conversations.over(workspace, idsBefore, before);
          if (!old.isEmpty()) erasures.remove(workspace, conversations.of(workspace, old));
          return old.size();
        });
  }
}
