package org.hiwar.desktop.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactLimits;
import org.hiwar.contact.ContactMerge;
import org.hiwar.contact.ContactMergeId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.ContactSummary;
import org.hiwar.contact.DuplicateStore;
import org.hiwar.contact.MergedField;
import org.hiwar.contact.OptOuts;
import org.hiwar.conversation.ContactMerges;
import org.hiwar.conversation.MergedContacts;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.view.Catalogs;
import org.hiwar.desktop.wire.ContactView;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// One contact made of two, and two of one again (S0-57). Asks for the privileges to edit and to
/// delete contacts. Desks that show either follow at once.
@RestController
@RequestMapping("/api/contacts/{contact}")
class ContactMergeApi {
  private final ContactMerges merges;
  private final ContactStore contacts;
  private final DuplicateStore duplicates;
  private final OptOuts optOuts;
  private final Catalogs catalogs;
  private final AuditLog audit;
  private final Desks desks;

  ContactMergeApi(
      ContactMerges merges,
      ContactStore contacts,
      DuplicateStore duplicates,
      OptOuts optOuts,
      Catalogs catalogs,
      AuditLog audit,
      Desks desks) {
    this.merges = merges;
    this.contacts = contacts;
    this.duplicates = duplicates;
    this.optOuts = optOuts;
    this.catalogs = catalogs;
    this.audit = audit;
    this.desks = desks;
  }

  /// Who may be the same customer: contacts with an address of this one, the last active first, at
  /// most 10. An address that was only claimed counts here; names alone do not.
  @GetMapping("/duplicates")
  @Requires(Privilege.VIEW_CONTACTS)
  List<ContactSummary> duplicates(CurrentUser user, @PathVariable ContactId contact) {
    find(user, contact);
    return duplicates.of(user.workspace(), contact);
  }

  /// Both as they are now, side by side; the other one would go into this one. Their versions are
  /// asked back by whoever merges them.
  ///
  /// @param keptActivities how many activities the kept contact has
  /// @param otherActivities how many the other one brings along
  record MergePreview(
      ContactView kept, ContactView other, long keptActivities, long otherActivities) {}

  @GetMapping("/merge-preview/{duplicate}")
  @Requires(Privilege.DELETE_CONTACTS)
  MergePreview preview(
      CurrentUser user,
      @PathVariable ContactId contact,
      @PathVariable("duplicate") ContactId other) {
    user.require(Privilege.EDIT_CONTACTS);
    var kept = find(user, contact);
    var gone = find(user, other);
    if (contact.equals(other)) throw Problem.MERGE_SAME.refusal();
    if (!kept.id().equals(contact) || !gone.id().equals(other))
      throw Problem.CONTACT_MERGED.refusal();
    return new MergePreview(
        view(user, kept),
        view(user, gone),
        merges.activities(user.workspace(), contact),
        merges.activities(user.workspace(), other));
  }

  /// @param other who goes into this contact
  /// @param take what becomes that of the other, in place of this contact's own: a name, a language
  ///     or a photo; of addresses, activities and all else both are kept
  /// @param version of this contact, as it was seen
  /// @param otherVersion of the other one, as it was seen
  record MergeWish(ContactId other, Set<MergedField> take, long version, long otherVersion) {}

  /// The other contact goes into this one. From then on it is this one wherever it is named, and
  /// what comes from its addresses comes from this contact. Can be undone for 30 days.
  @PostMapping("/merges")
  @Requires(Privilege.DELETE_CONTACTS)
  ContactView merge(
      CurrentUser user, @PathVariable ContactId contact, @RequestBody MergeWish wish) {
    user.require(Privilege.EDIT_CONTACTS);
    return answer(
        user,
        "contact.merged",
        merges.merge(
            user.workspace(),
            user.user(),
            new ContactMerges.Wish(
                contact, wish.other(), wish.take(), wish.version(), wish.otherVersion())));
  }

  /// A contact that has gone into this one.
  ///
  /// @param other its id, by which it is known again when this is undone
  /// @param otherName null: it has none
  /// @param by the name of whoever merged them
  /// @param undoUntil when it cannot be undone any more
  record MergeNote(
      ContactMergeId id,
      ContactId other,
      @Nullable String otherName,
      String by,
      Instant at,
      Instant undoUntil) {}

  /// Those that can still be undone, the latest first.
  @GetMapping("/merges")
  @Requires(Privilege.VIEW_CONTACTS)
  List<MergeNote> list(CurrentUser user, @PathVariable ContactId contact) {
    var kept = find(user, contact).id();
    return merges.undoable(user.workspace(), kept).stream().map(one -> note(user, one)).toList();
  }

  private MergeNote note(CurrentUser user, ContactMerge merge) {
    return new MergeNote(
        merge.id(),
        merge.gone(),
        merges.nameOfGone(user.workspace(), merge).orElse(null),
        catalogs.name(user.workspace(), merge.by()),
        merge.at(),
        merge.at().plus(ContactLimits.UNDO));
  }

  /// They are two contacts again, each with what it had. What has come since from an address that
  /// only the other one has goes with that one; all else stays. A conversation that goes on stays
  /// whole, with whom it began.
  @DeleteMapping("/merges/{merge}")
  @Requires(Privilege.DELETE_CONTACTS)
  ContactView undo(
      CurrentUser user, @PathVariable ContactId contact, @PathVariable ContactMergeId merge) {
    user.require(Privilege.EDIT_CONTACTS);
    var undone = merges.undo(user.workspace(), user.user(), contact, merge);
    if (undone instanceof MergedContacts.Gone) throw Problem.MERGED_ON.refusal();
    return answer(user, "contact.mergeUndone", undone);
  }

  private ContactView answer(CurrentUser user, String what, MergedContacts merged) {
    return switch (merged) {
      case MergedContacts.Done done -> {
        tell(user, what, done);
        yield view(user, find(user, done.kept()));
      }
      case MergedContacts.NotFound _ -> throw Refusal.notFound();
      case MergedContacts.Same _ -> throw Problem.MERGE_SAME.refusal();
      case MergedContacts.Gone _ -> throw Problem.CONTACT_MERGED.refusal();
      case MergedContacts.Changed _ -> throw Problem.CHANGED.refusal();
      case MergedContacts.TooMany _ -> throw Problem.MERGE_TOO_MANY.refusal();
      case MergedContacts.Undone _ -> throw Problem.MERGE_UNDONE.refusal();
      case MergedContacts.TooLate _ -> throw Problem.MERGE_TOO_LATE.refusal();
      case MergedContacts.Busy _ -> throw Problem.TRY_AGAIN.refusal();
    };
  }

  private void tell(CurrentUser user, String what, MergedContacts.Done done) {
    audit.record(
        user.workspace(),
        user.user(),
        what,
        done.kept().toString(),
        Map.of("other", done.gone().toString()));
    desks.contactsChanged(user.workspace(), List.of(done.kept(), done.gone()));
    done.conversations().forEach(one -> desks.changed(user.workspace(), one.value()));
  }

  private Contact find(CurrentUser user, ContactId contact) {
    return contacts.find(user.workspace(), contact).orElseThrow(Refusal::notFound);
  }

  private ContactView view(CurrentUser user, Contact contact) {
    return ContactView.of(contact, optOuts.of(user.workspace(), contact.id()));
  }
}
