package org.hiwar.conversation;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The door through which agents change what they have written. What a message said before stays
/// readable for colleagues.
///
/// The same change asked for again changes nothing and gets the same answer; it is told again, for
/// whoever was to hear of it may have been missed.
@Component
public class MessageChanges {
  private static final Logger LOG = LoggerFactory.getLogger(MessageChanges.class);

  private final MessageChangeStore store;
  private final List<RewordingListener> listeners = new CopyOnWriteArrayList<>();

  public MessageChanges(Database database, Clock clock) {
    store = new MessageChangeStore(database, clock);
  }

  public void listen(RewordingListener listener) {
    listeners.add(listener);
  }

  public Reworded reword(WorkspaceId workspace, Rewording wish) {
    if (wish.text() != null && !MessageText.valid(wish.text()))
      return new Reworded.Not(Reworded.Why.INVALID_TEXT);
    var reworded = store.reword(workspace, wish);
    if (reworded instanceof Reworded.Done(var message, _)) tell(workspace, message);
    return reworded;
  }

  /// What a message said before, the first of it first.
  public List<Earlier> earlier(WorkspaceId workspace, ConversationId conversation, long seq) {
    return store.earlier(workspace, conversation, seq);
  }

  private void tell(WorkspaceId workspace, Message message) {
    for (var listener : listeners)
      try {
        listener.reworded(workspace, message);
      } catch (RuntimeException e) {
        LOG.error("A listener of changed messages failed", e);
      }
  }
}
