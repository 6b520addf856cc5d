package org.hiwar.conversation;

import java.time.Clock;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Contended;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// The door for what agents write first: an interaction like any other, which joins conversations
/// by the same rule and under the same locks as a call that they begin.
@Component
public class Writings {
  private final WritingStore store;
  private final Calls begun;

  public Writings(Database database, Calls begun, Ids ids, Clock clock) {
    store = new WritingStore(database, ids, clock);
    this.begun = begun;
  }

  /// Finds where the message goes, or begins it. It joins the conversation it is written from, or
  /// the contact's open one, if that is the agent's or nobody's; else it gets one of its own. What
  /// the floor has not given to the agent within [ConversationLimits#BEGIN_WITHIN] is closed.
  public BegunWriting begin(WorkspaceId workspace, OutgoingMessage what) {
    var where = Contended.again(() -> store.begin(workspace, what));
    if (where instanceof BegunWriting.Begun) begun.look(workspace);
    return where;
  }

  /// The floor has refused it. To be called only when that is certain.
  public void withdraw(WorkspaceId workspace, InteractionId interaction) {
    begun.withdraw(workspace, interaction);
  }
}
