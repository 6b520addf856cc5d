package org.hiwar.conversation.removal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactRemovalStore;
import org.hiwar.contact.ContactRemovalStore.Whole;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/// Removes a contact for good, with all that was said with them and all that is kept of them
/// anywhere (S0-61): the rows in one transaction, the files soon after it. Of somebody with a long
/// history that transaction takes who they are, and hides what was said until it has gone, too.
///
/// Behind the locks of the contacts nothing begins with them any more, so what is found not to go
/// on then does not.
@Component
public class Erasures {
  private final Database database;
  private final ContactRemovalStore contacts;
  private final ConversationRemovalStore conversations;
  private final FileRemovalStore files;
  private final ErasureStore going;
  private final List<Traces> traces;
  private final AuditLog audit;
  private final Clock clock;

  Erasures(
      Database database,
      ContactRemovalStore contacts,
      ConversationRemovalStore conversations,
      FileRemovalStore files,
      ErasureStore going,
      List<Traces> traces,
      AuditLog audit,
      Clock clock) {
    this.database = database;
    this.contacts = contacts;
    this.conversations = conversations;
    this.files = files;
    this.going = going;
    this.traces = List.copyOf(traces);
    this.audit = audit;
    this.clock = clock;
  }

  /// How much would go.
  ///
  /// @param contact whom it is about, and `version` as it is now
  /// @param records of calling lists that are emptied
  /// @param merged how many contacts that were merged into it go with it
  /// @param goesOn a conversation, or the preview of a record, is not over: nothing can be removed
  public record ErasureExtent(
      ContactId contact,
      long version,
      int merged,
      long conversations,
      long activities,
      long messages,
      long files,
      long recordings,
      long records,
      long followUps,
      boolean goesOn) {}

  /// What came of it.
  public sealed interface Erased {
    /// @param contacts the contact and those that were merged into it
    record Done(List<ContactId> contacts) implements Erased {
      public Done {
        contacts = List.copyOf(contacts);
      }
    }

    record NotFound() implements Erased {}

    /// Somebody has changed the contact since.
    record Changed() implements Erased {}

    /// Somebody talks to them, or looks at their record.
    record GoesOn() implements Erased {}

    /// Others were in the way again and again.
    record Busy() implements Erased {}
  }

  /// Empty: there is no such contact.
  public Optional<ErasureExtent> extent(WorkspaceId workspace, ContactId contact) {
    return database.in(
        workspace.value(),
        _ -> contacts.find(workspace, contact).map(whole -> extent(workspace, whole)));
  }

  private ErasureExtent extent(WorkspaceId workspace, Whole whole) {
    var person = person(workspace, whole);
    var said = conversations.extent(workspace, person);
    return new ErasureExtent(
        whole.kept(),
        whole.version(),
        whole.all().size() - 1,
        said.conversations(),
        said.activities(),
        said.messages(),
        said.files(),
        recordings(workspace, person),
        traces.stream().mapToLong(one -> one.records(workspace, person)).sum(),
        said.followUps(),
        said.goingOn() > 0 || goesOn(workspace, person));
  }

  private long recordings(WorkspaceId workspace, Person person) {
    return traces.stream().mapToLong(one -> one.recordings(workspace, person)).sum();
  }

  /// Who is deleted is gone when it returns; of somebody with a long history, what was said with
  /// them goes afterwards.
  ///
  /// @param version of the contact, as whoever wants it gone has seen it
  public Erased erase(WorkspaceId workspace, UserId by, ContactId contact, long version) {
    return again(
        () -> database.in(workspace.value(), _ -> erased(workspace, by, contact, version)));
  }

  private static Erased again(Supplier<Erased> work) {
    for (int tried = 0; tried < RemovalLimits.TRIES; tried++)
      try {
        return work.get();
      } catch (PessimisticLockingFailureException _) {
        // Once more, behind whoever was in the way.
      }
    return new Erased.Busy();
  }

  private Erased erased(WorkspaceId workspace, UserId by, ContactId contact, long version) {
    var locked = contacts.lock(workspace, contact);
    if (locked.isEmpty()) return new Erased.NotFound();
    var whole = locked.get();
    if (whole.version() != version || !whole.kept().equals(contact)) return new Erased.Changed();
    var person = person(workspace, whole);
    if (goesOn(workspace, person)) return new Erased.GoesOn();
    long activities = conversations.activities(workspace, person);
    long recordings = recordings(workspace, person);
    var some = conversations.some(workspace, person);
    boolean isAll = some.interactions().length == activities;
    if (isAll) remove(workspace, some);
    conversations.release(workspace, person);
    traces.forEach(one -> one.remove(workspace, person));
    if (isAll) contacts.remove(workspace, person.contacts());
    else hide(workspace, contact, person, activities);
    audit.record(
        workspace,
        by,
        "contact.deleted",
        contact.toString(),
        Map.of("activities", activities, "recordings", recordings));
    return new Erased.Done(whole.all());
  }

  /// Who they are goes now, and nothing begins with them any more; what was said with them is left
  /// to [GoingErasures].
  private void hide(WorkspaceId workspace, ContactId contact, Person person, long activities) {
    contacts.hide(workspace, person.contacts());
    going.begin(
        workspace, new ErasureStore.Next(contact, person.contacts()), activities, clock.instant());
  }

  private boolean goesOn(WorkspaceId workspace, Person person) {
    return conversations.goesOn(workspace, person)
        || traces.stream().anyMatch(one -> one.goesOn(workspace, person));
  }

  /// Removes some of what was said, wherever it is kept; within a transaction of the caller.
  void remove(WorkspaceId workspace, Said said) {
    traces.forEach(one -> one.remove(workspace, said));
    var gone = conversations.remove(workspace, said);
    files.add(workspace, RemovedFiles.Kind.ATTACHMENT, gone);
  }

  private Person person(WorkspaceId workspace, Whole whole) {
    return new Person(whole.all(), contacts.addresses(workspace, whole.all()));
  }
}
