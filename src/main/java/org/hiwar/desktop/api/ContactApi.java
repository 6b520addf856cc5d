package org.hiwar.desktop.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactCursor;
import org.hiwar.contact.ContactEdit;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactLimits;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.ContactSummary;
import org.hiwar.contact.OptOuts;
import org.hiwar.contact.Trust;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.wire.ContactView;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Contacts: looked for, looked at, and corrected by agents. Each correction is told to the desks
/// that show the contact and kept in the audit log.
@RestController
@RequestMapping("/api/contacts")
class ContactApi {
  private static final int PAGE = 50;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");
  /// Numbers without a country code are not understood until a workspace can say where it is.
  private static final String NO_REGION = "";

  private final ContactStore contacts;
  private final OptOuts optOuts;
  private final AuditLog audit;
  private final Desks desks;

  ContactApi(ContactStore contacts, OptOuts optOuts, AuditLog audit, Desks desks) {
    this.contacts = contacts;
    this.optOuts = optOuts;
    this.audit = audit;
    this.desks = desks;
  }

  /// `next` is the cursor of the next page; null on the last one.
  record Contacts(List<ContactSummary> items, @Nullable String next) {}

  /// What is null stays as it is; an empty text removes it. `version` is the one that the editor
  /// saw.
  record Edit(@Nullable String name, @Nullable String language, long version) {}

  record NewAddress(AddressKind kind, String value) {}

  /// Those in whose name or addresses every word of `query` is found; the ones last active first.
  @GetMapping
  @Requires(Privilege.VIEW_CONTACTS)
  Contacts list(
      CurrentUser user,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(required = false) @Nullable String cursor) {
    var words =
        query.length() > ContactLimits.QUERY_CHARACTERS
            ? query.substring(0, ContactLimits.QUERY_CHARACTERS)
            : query;
    var page =
        contacts.page(
            user.workspace(),
            words,
            Optional.ofNullable(cursor).flatMap(ContactCursor::parse),
            PAGE);
    return new Contacts(page.items(), page.next().map(ContactCursor::text).orElse(null));
  }

  @GetMapping("/{contact}")
  @Requires(Privilege.VIEW_CONTACTS)
  ContactView find(CurrentUser user, @PathVariable ContactId contact) {
    return view(user, contacts.find(user.workspace(), contact).orElseThrow(Refusal::notFound));
  }

  private ContactView view(CurrentUser user, Contact contact) {
    return ContactView.of(contact, optOuts.of(user.workspace(), contact.id()));
  }

  /// Others who have an address of this contact: a number that several share says of none of them
  /// that it is they who call.
  @GetMapping("/{contact}/candidates")
  @Requires(Privilege.VIEW_CONTACTS)
  List<ContactSummary> candidates(CurrentUser user, @PathVariable ContactId contact) {
    find(user, contact);
    return contacts.sharing(user.workspace(), contact);
  }

  @PatchMapping("/{contact}")
  @Requires(Privilege.EDIT_CONTACTS)
  ContactView edit(CurrentUser user, @PathVariable ContactId contact, @RequestBody Edit wish) {
    var before = find(user, contact);
    var name = chosen(wish.name(), before.name());
    var language = chosen(wish.language(), before.language());
    if (name != null && name.length() > ContactLimits.NAME_CHARACTERS)
      throw Problem.INVALID_NAME.refusal();
    if (language != null && !LANGUAGE.matcher(language).matches())
      throw Problem.INVALID_LANGUAGE.refusal();
    return saved(
        user,
        "contact.edited",
        contacts.edit(user.workspace(), contact, name, language, wish.version()),
        Problem.INVALID_NAME);
  }

  /// An address that the agent has heard from the customer counts as confirmed.
  @PostMapping("/{contact}/addresses")
  @Requires(Privilege.EDIT_CONTACTS)
  ContactView addAddress(
      CurrentUser user, @PathVariable ContactId contact, @RequestBody NewAddress wish) {
    if (wish.kind() == AddressKind.VISITOR) throw Problem.INVALID_ADDRESS.refusal();
    var value =
        Addresses.normalised(wish.kind(), OneLine.of(wish.value()), NO_REGION)
            .orElseThrow(Problem.INVALID_ADDRESS::refusal);
    var edit =
        contacts.addAddress(
            user.workspace(), contact, new Address(wish.kind(), value, Trust.CONFIRMED));
    return saved(user, "contact.addressAdded", edit, Problem.TOO_MANY_ADDRESSES);
  }

  @DeleteMapping("/{contact}/addresses/{kind}/{value}")
  @Requires(Privilege.EDIT_CONTACTS)
  ContactView removeAddress(
      CurrentUser user,
      @PathVariable ContactId contact,
      @PathVariable AddressKind kind,
      @PathVariable String value) {
    return saved(
        user,
        "contact.addressRemoved",
        contacts.removeAddress(user.workspace(), contact, kind, value),
        Problem.INVALID_ADDRESS);
  }

  private static @Nullable String chosen(@Nullable String wished, @Nullable String before) {
    if (wished == null) return before;
    var line = OneLine.of(wished);
    return line.isEmpty() ? null : line;
  }

  private ContactView saved(CurrentUser user, String what, ContactEdit edit, Problem whenInvalid) {
    return switch (edit) {
      case ContactEdit.Saved(Contact contact) -> {
        audit.record(
            user.workspace(),
            user.user(),
            what,
            contact.id().toString(),
            Map.of("version", contact.version()));
        desks.changed(user.workspace(), contact.id().value());
        yield view(user, contact);
      }
      case ContactEdit.Changed(Contact contact) ->
          throw Problem.CHANGED.refusal(Map.of("contact", view(user, contact)));
      case ContactEdit.NotFound _ -> throw Refusal.notFound();
      case ContactEdit.Invalid(String _) -> throw whenInvalid.refusal();
    };
  }
}
