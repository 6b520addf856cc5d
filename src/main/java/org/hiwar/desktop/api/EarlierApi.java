package org.hiwar.desktop.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.ContactSummary;
import org.hiwar.contact.DuplicateStore;
import org.hiwar.contact.OptOuts;
import org.hiwar.conversation.ContactMerges;
import org.hiwar.conversation.MergedContacts;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.wire.ContactView;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What came from an address before it was known whose it is (S0-60). It is with contacts of whom
/// nothing is known but the address; to bring it along is to merge them, and can be undone as that.
@RestController
@RequestMapping("/api/contacts/{contact}/addresses/{kind}/{value}/earlier")
@Requires(Privilege.EDIT_CONTACTS)
class EarlierApi {
  private final ContactStore contacts;
  private final DuplicateStore duplicates;
  private final ContactMerges merges;
  private final OptOuts optOuts;
  private final AuditLog audit;
  private final Desks desks;

  EarlierApi(
      ContactStore contacts,
      DuplicateStore duplicates,
      ContactMerges merges,
      OptOuts optOuts,
      AuditLog audit,
      Desks desks) {
    this.contacts = contacts;
    this.duplicates = duplicates;
    this.merges = merges;
    this.optOuts = optOuts;
    this.audit = audit;
    this.desks = desks;
  }

  /// @param activities how many there are that belong to nobody
  record EarlierActivities(long activities) {}

  /// An address that the contact does not have is not found.
  @GetMapping
  EarlierActivities find(
      CurrentUser user,
      @PathVariable ContactId contact,
      @PathVariable AddressKind kind,
      @PathVariable String value) {
    return new EarlierActivities(
        strangers(user, contact, kind, value).stream()
            .mapToLong(one -> merges.activities(user.workspace(), one.id()))
            .sum());
  }

  /// They belong to the contact from now on, with what still goes on of them.
  @PostMapping
  ContactView bring(
      CurrentUser user,
      @PathVariable ContactId contact,
      @PathVariable AddressKind kind,
      @PathVariable String value) {
    for (var one : strangers(user, contact, kind, value)) bring(user, contact, one);
    var now = own(user, contact);
    return ContactView.of(now, optOuts.of(user.workspace(), now.id()));
  }

  /// Whoever has got a name meanwhile is a stranger no more, and stays.
  private void bring(CurrentUser user, ContactId contact, ContactSummary stranger) {
    var now = own(user, contact);
    var wish =
        new ContactMerges.Wish(
            now.id(), stranger.id(), Set.of(), now.version(), stranger.version());
    switch (merges.merge(user.workspace(), user.user(), wish)) {
      case MergedContacts.Done done -> tell(user, done);
      case MergedContacts.TooMany _ -> throw Problem.MERGE_TOO_MANY.refusal();
      case MergedContacts.Busy _ -> throw Problem.TRY_AGAIN.refusal();
      case MergedContacts.Changed _,
          MergedContacts.Gone _,
          MergedContacts.NotFound _,
          MergedContacts.Same _,
          MergedContacts.TooLate _,
          MergedContacts.Undone _ -> {}
    }
  }

  private void tell(CurrentUser user, MergedContacts.Done done) {
    audit.record(
        user.workspace(),
        user.user(),
        "contact.merged",
        done.kept().toString(),
        Map.of("other", done.gone().toString()));
    desks.changed(user.workspace(), done.kept().value());
    desks.changed(user.workspace(), done.gone().value());
    done.conversations().forEach(one -> desks.changed(user.workspace(), one.value()));
  }

  private List<ContactSummary> strangers(
      CurrentUser user, ContactId contact, AddressKind kind, String value) {
    var its = own(user, contact);
    if (its.addresses().stream().noneMatch(a -> a.kind() == kind && a.value().equals(value)))
      throw Refusal.notFound();
    return duplicates.strangers(user.workspace(), its.id(), kind, value);
  }

  private Contact own(CurrentUser user, ContactId contact) {
    return contacts.find(user.workspace(), contact).orElseThrow(Refusal::notFound);
  }
}
