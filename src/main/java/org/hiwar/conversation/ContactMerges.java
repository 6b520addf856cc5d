package org.hiwar.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactLimits;
import org.hiwar.contact.ContactMerge;
import org.hiwar.contact.ContactMergeId;
import org.hiwar.contact.ContactMergeStore;
import org.hiwar.contact.ContactMergeStore.Locked;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.MergedField;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/// Makes one contact of two, and two of one again, with all that was said (S0-57): each in one
/// transaction, that costs the same however long their histories are.
///
/// Locked are first the conversations of both that go on, as by whoever changes contacts, then the
/// contacts. What began between the two is seen behind the locks; then all is let go and begun
/// again.
@Component
public class ContactMerges {
  private static final int TRIES = 5;

  private final Database database;
  private final ContactStore contacts;
  private final ContactMergeStore merges;
  private final MovedConversationStore conversations;
  private final Ids ids;
  private final Clock clock;

  public ContactMerges(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    contacts = new ContactStore(database, ids, clock);
    merges = new ContactMergeStore(database);
    conversations = new MovedConversationStore(database);
  }

  /// What an agent wants.
  ///
  /// @param took what the kept contact gets of the other, in place of its own
  /// @param keptVersion of the contact, as whoever wants it saw it; so `goneVersion`
  public record Wish(
      ContactId kept, ContactId gone, Set<MergedField> took, long keptVersion, long goneVersion) {
    public Wish {
      took = Set.copyOf(took);
    }
  }

  /// Something began between the locks.
  private static final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1;

    Moved() {
      super(null, null, false, false);
    }
  }

  /// How many activities the contact has.
  public long activities(WorkspaceId workspace, ContactId contact) {
    return conversations.activities(workspace, contact);
  }

  /// The mergings of this contact that can be undone, the latest first.
  public List<ContactMerge> undoable(WorkspaceId workspace, ContactId kept) {
    return merges.of(workspace, kept, clock.instant().minus(ContactLimits.UNDO));
  }

  /// What the contact that has gone is called; empty: it has no name.
  public Optional<String> nameOfGone(WorkspaceId workspace, ContactMerge merge) {
    return merges.nameOf(workspace, merge.gone());
  }

  public MergedContacts merge(WorkspaceId workspace, UserId by, Wish wish) {
    if (wish.kept().equals(wish.gone())) return new MergedContacts.Same();
    return again(() -> database.in(workspace.value(), _ -> merged(workspace, by, wish)));
  }

  private static MergedContacts again(Supplier<MergedContacts> work) {
    for (int tried = 0; tried < TRIES; tried++)
      try {
        return work.get();
      } catch (Moved | PessimisticLockingFailureException _) {
        // Once more, with what has come meanwhile.
      }
    return new MergedContacts.Busy();
  }

  private MergedContacts merged(WorkspaceId workspace, UserId by, Wish wish) {
    var both = lock(workspace, wish.kept(), wish.gone());
    if (both.size() < 2) return new MergedContacts.NotFound();
    if (both.stream().anyMatch(Locked::merged)) return new MergedContacts.Gone();
    if (both.stream().anyMatch(one -> one.version() != seen(wish, one)))
      return new MergedContacts.Changed();
    if (tooMany(workspace, wish)) return new MergedContacts.TooMany();
    var going = conversations.going(workspace, List.of(wish.gone()));
    var beside =
        conversations.isOpen(workspace, wish.kept())
            ? conversations.open(workspace, wish.gone())
            : List.<Long>of();
    var merge =
        new ContactMerge(
            new ContactMergeId(ids.next()),
            wish.kept(),
            wish.gone(),
            by,
            Micros.now(clock),
            wish.took(),
            going,
            beside,
            false);
    merges.merge(workspace, merge);
    conversations.follow(workspace, merge);
    return done(merge, going);
  }

  private static long seen(Wish wish, Locked one) {
    return one.id().equals(wish.kept()) ? wish.keptVersion() : wish.goneVersion();
  }

  private boolean tooMany(WorkspaceId workspace, Wish wish) {
    var addresses = new HashSet<String>();
    for (var one : List.of(wish.kept(), wish.gone()))
      contacts
          .find(workspace, one)
          .orElseThrow()
          .addresses()
          .forEach(address -> addresses.add(address.kind() + " " + address.value()));
    return addresses.size() > ContactLimits.ADDRESSES
        || merges.size(workspace, wish.kept()) + merges.size(workspace, wish.gone())
            > ContactLimits.MERGED;
  }

  /// Fewer than two: there are no more.
  private List<Locked> lock(WorkspaceId workspace, ContactId one, ContactId other) {
    var both = List.of(one, other);
    var locked = conversations.lock(workspace, both);
    var found = merges.lock(workspace, one, other);
    if (!locked.containsAll(conversations.going(workspace, both))) throw new Moved();
    return found;
  }

  /// @param kept whose merging it is said to be
  public MergedContacts undo(
      WorkspaceId workspace, UserId by, ContactId kept, ContactMergeId merge) {
    return again(() -> database.in(workspace.value(), _ -> undone(workspace, by, kept, merge)));
  }

  private MergedContacts undone(
      WorkspaceId workspace, UserId by, ContactId kept, ContactMergeId id) {
    var named = merges.find(workspace, id).filter(one -> one.kept().equals(kept));
    if (named.isEmpty()) return new MergedContacts.NotFound();
    var both = lock(workspace, kept, named.get().gone());
    var merge = merges.find(workspace, id).orElseThrow();
    if (merge.undone()) return new MergedContacts.Undone();
    if (both.stream().anyMatch(one -> one.id().equals(kept) && one.merged()))
      return new MergedContacts.Gone();
    var now = Micros.now(clock);
    if (Duration.between(merge.at(), now).compareTo(ContactLimits.UNDO) > 0)
      return new MergedContacts.TooLate();
    var part = merges.part(workspace, merge);
    var moved = new ArrayList<>(conversations.giveBack(workspace, merge, part));
    merges.undo(workspace, merge, by, now);
    return done(merge, moved);
  }

  private static MergedContacts.Done done(ContactMerge merge, List<Long> moved) {
    var all = new HashSet<ConversationId>();
    for (long one : moved) all.add(new ConversationId(one));
    return new MergedContacts.Done(merge.kept(), merge.gone(), all);
  }
}
