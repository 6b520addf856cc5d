package org.hiwar.conversation.removal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactRemovalStore;
import org.hiwar.conversation.removal.ErasureStore.Next;
import org.hiwar.platform.database.Contended;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Removes what was said with somebody who is gone already, some of it in each transaction: others
/// wait for none of them long, and whatever stops in between goes on with what is left.
@Component
public class GoingErasures implements Leftovers {
  private final Database database;
  private final ErasureStore erasures;
  private final ConversationRemovalStore conversations;
  private final ContactRemovalStore contacts;
  private final Erasures removing;
  private final Clock clock;

  GoingErasures(
      Database database,
      ErasureStore erasures,
      ConversationRemovalStore conversations,
      ContactRemovalStore contacts,
      Erasures removing,
      Clock clock) {
    this.database = database;
    this.erasures = erasures;
    this.conversations = conversations;
    this.contacts = contacts;
    this.removing = removing;
    this.clock = clock;
  }

  /// Somebody who is being deleted.
  ///
  /// @param activities that there were
  /// @param gone of these, so far
  public record GoingErasure(ContactId contact, long activities, long gone, Instant askedAt) {}

  /// Who is being deleted, in the order in which it was asked for.
  public List<GoingErasure> all(WorkspaceId workspace) {
    return erasures.all(workspace);
  }

  @Override
  public boolean workOff(WorkspaceId workspace) {
    var until = clock.instant().plus(RemovalLimits.ERASING);
    while (clock.instant().isBefore(until)) if (!step(workspace)) return false;
    return true;
  }

  /// One transaction. False: there is nothing to do.
  boolean step(WorkspaceId workspace) {
    return Contended.again(
        () ->
            database.in(
                workspace.value(),
                _ -> {
                  var next = erasures.next(workspace);
                  next.ifPresent(who -> removeSome(workspace, who));
                  return next.isPresent();
                }));
  }

  private void removeSome(WorkspaceId workspace, Next who) {
    var person = new Person(who.contacts(), List.of());
    var some = conversations.some(workspace, person);
    if (!some.isNothing()) {
      removing.remove(workspace, some);
      erasures.gone(workspace, who.contact(), some.interactions().length);
      return;
    }
    conversations.release(workspace, person);
    contacts.removeHidden(workspace, who.contacts());
    erasures.done(workspace, who.contact());
  }
}
