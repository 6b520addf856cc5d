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
  private final List<OutChanges> carriers = new CopyOnWriteArrayList<>();

  public MessageChanges(Database database, Clock clock) {
    store = new MessageChangeStore(database, clock);
  }

  public void listen(RewordingListener listener) {
    listeners.add(listener);
  }

  /// Who changes what has gone out.
  public void carriedBy(OutChanges carrier) {
    carriers.add(carrier);
  }

  /// What has gone out is changed where the customer reads it first: what fails between the two is
  /// asked for again, and does the same.
  public Reworded reword(WorkspaceId workspace, Rewording wish) {
    if (wish.text() != null && !MessageText.valid(wish.text()))
      return new Reworded.Not(Reworded.Why.INVALID_TEXT);
    var reworded = store.reword(workspace, wish, false);
    if (reworded instanceof Reworded.Not(var why) && why == Reworded.Why.OUT)
      reworded = rewordOut(workspace, wish);
    if (reworded instanceof Reworded.Done(var message, _)) tell(workspace, message);
    return reworded;
  }

  private Reworded rewordOut(WorkspaceId workspace, Rewording wish) {
    var out = store.sentOut(workspace, wish);
    if (out.isEmpty()) return new Reworded.Not(Reworded.Why.OUT);
    for (var carrier : carriers)
      if (carrier.possible(out.get().channel())) {
        var hindrance = store.hindranceOut(workspace, wish);
        if (hindrance.isEmpty()) hindrance = carrier.change(workspace, out.get(), wish.text());
        if (hindrance.isPresent()) return new Reworded.Not(hindrance.get());
        return store.reword(workspace, wish, true);
      }
    return new Reworded.Not(Reworded.Why.OUT);
  }

  /// A customer has changed what they wrote. False: nothing of it is in what goes on, so that it
  /// has to be shown otherwise. Done again, or late, it changes nothing.
  public boolean byCustomer(WorkspaceId workspace, CustomersChange change) {
    if (!MessageText.valid(change.text())) return false;
    var changed = store.reword(workspace, change);
    changed.ifPresent(message -> tell(workspace, message));
    return changed.isPresent();
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
