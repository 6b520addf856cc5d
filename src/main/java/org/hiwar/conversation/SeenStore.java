package org.hiwar.conversation;

import java.time.Clock;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// How far customers have got, and seen, what agents wrote in chats on pages.
@Component
public class SeenStore {
  private final Database database;
  private final Clock clock;

  public SeenStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Notes it; never less than before, never more than there is. False when it is nothing new, or
  /// there is no such interaction in the conversation.
  ///
  /// @param delivered the number of the last message on the page
  /// @param read the number of the last message that was in sight; 0: none
  public boolean seen(
      WorkspaceId workspace,
      ConversationId conversation,
      InteractionId interaction,
      long delivered,
      long read) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        insert into seen as s (workspace, interaction, conversation, delivered, read, at)
                        select c.workspace, ?, c.id, least(?, c.last_seq), least(?, c.last_seq), ? from conversation c
                        where c.workspace = ? and c.id = ? and exists (select from interaction i
                          where i.workspace = c.workspace and i.id = ? and i.conversation = c.id)
                        on conflict (workspace, interaction) do update
                          set delivered = greatest(s.delivered, excluded.delivered), read = greatest(s.read, excluded.read), at = excluded.at
                          where excluded.delivered > s.delivered or excluded.read > s.read\
                        """)
                    .params(
                        interaction.value(),
                        delivered,
                        Math.min(read, delivered),
                        Micros.parameter(Micros.now(clock)),
                        workspace.value(),
                        conversation.value(),
                        interaction.value())
                    .update()
                == 1);
  }
}
