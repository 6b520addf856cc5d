package org.hiwar.desktop.api;

import java.util.List;
import java.util.Map;
import org.hiwar.contact.ContactField;
import org.hiwar.contact.ContactFieldId;
import org.hiwar.contact.ContactFieldStore;
import org.hiwar.contact.ContactFieldType;
import org.hiwar.platform.Ids;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The fields that a workspace has defined for its contacts. None is removed: contacts have values
/// in it; one that is not needed is no longer shown.
@RestController
@RequestMapping("/api/contact-fields")
class ContactFieldsApi {
  private final ContactFieldStore fields;
  private final AuditLog audit;
  private final Ids ids;

  ContactFieldsApi(ContactFieldStore fields, AuditLog audit, Ids ids) {
    this.fields = fields;
    this.audit = audit;
    this.ids = ids;
  }

  /// `choices` are of a CHOICE, else none.
  record ContactFieldWish(
      String key,
      String nameAr,
      String nameEn,
      ContactFieldType type,
      List<String> choices,
      boolean shown) {
    ContactField as(ContactFieldId id) {
      return new ContactField(
          id,
          key.strip(),
          OneLine.typed(nameAr).strip(),
          OneLine.typed(nameEn).strip(),
          type,
          choices.stream().map(choice -> OneLine.typed(choice).strip()).toList(),
          shown);
    }
  }

  /// In the order in which they were made, those that are not shown among them.
  @GetMapping
  @Requires(Privilege.VIEW_CONTACTS)
  List<ContactField> list(CurrentUser user) {
    return fields.all(user.workspace());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Privilege.MANAGE_CONTACTS)
  ContactField create(CurrentUser user, @RequestBody ContactFieldWish wish) {
    var field = whole(wish.as(new ContactFieldId(ids.next())));
    if (!fields.add(user.workspace(), field)) throw Problem.CONTACT_FIELD_TAKEN.refusal();
    record(user, "contact-field.created", field);
    return field;
  }

  /// Key and type stay as they are: values are kept by them.
  @PutMapping("/{contactField}")
  @Requires(Privilege.MANAGE_CONTACTS)
  ContactField change(
      CurrentUser user,
      @PathVariable ContactFieldId contactField,
      @RequestBody ContactFieldWish wish) {
    var before =
        fields.all(user.workspace()).stream()
            .filter(one -> one.id().equals(contactField))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    var after = whole(wish.as(contactField));
    if (!after.key().equals(before.key()) || after.type() != before.type())
      throw Problem.CONTACT_FIELD_FIXED.refusal();
    fields.change(user.workspace(), after);
    record(user, "contact-field.changed", after);
    return after;
  }

  private static ContactField whole(ContactField field) {
    if (!field.whole()) throw Problem.INVALID_CONTACT_FIELD.refusal();
    return field;
  }

  private void record(CurrentUser by, String what, ContactField field) {
    audit.record(
        by.workspace(), by.user(), what, field.id().toString(), Map.of("key", field.key()));
  }
}
