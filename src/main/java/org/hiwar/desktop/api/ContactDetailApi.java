package org.hiwar.desktop.api;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.Channels;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactDetailStore;
import org.hiwar.contact.ContactDetails;
import org.hiwar.contact.ContactEdit;
import org.hiwar.contact.ContactField;
import org.hiwar.contact.ContactFieldStore;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactLimits;
import org.hiwar.contact.OptOuts;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.wire.ContactView;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Company, time zone, tags, the fields of the workspace, and on which channels a customer agreed
/// to be reached.
@RestController
@RequestMapping("/api/contacts/{contact}/details")
class ContactDetailApi {
  private static final String VOICE = "voice";

  private final ContactDetailStore details;
  private final ContactFieldStore fields;
  private final OptOuts optOuts;
  private final Channels channels;
  private final AuditLog audit;
  private final Desks desks;

  ContactDetailApi(
      ContactDetailStore details,
      ContactFieldStore fields,
      OptOuts optOuts,
      Channels channels,
      AuditLog audit,
      Desks desks) {
    this.details = details;
    this.fields = fields;
    this.optOuts = optOuts;
    this.channels = channels;
    this.audit = audit;
    this.desks = desks;
  }

  /// All of it replaces what there is. `fields` by the ids of the fields, an empty text is no
  /// value; `consents` by channel, `voice` among them. `version` is the one of the contact that the
  /// editor saw.
  record DetailsWish(
      @Nullable String company,
      @Nullable String timeZone,
      List<String> tags,
      Map<String, String> fields,
      Map<String, Boolean> consents,
      long version) {}

  @GetMapping
  @Requires(Privilege.VIEW_CONTACTS)
  ContactDetails find(CurrentUser user, @PathVariable ContactId contact) {
    return details.find(user.workspace(), contact).orElseThrow(Refusal::notFound);
  }

  @PutMapping
  @Requires(Privilege.EDIT_CONTACTS)
  ContactDetails save(
      CurrentUser user, @PathVariable ContactId contact, @RequestBody DetailsWish wish) {
    var before = find(user, contact);
    var checked =
        new ContactDetailStore.Wish(
            company(wish.company()),
            zone(wish.timeZone()),
            tags(wish.tags()),
            values(user, wish.fields(), before.fields()),
            consents(wish.consents()));
    return switch (details.save(user.workspace(), contact, checked, user.user(), wish.version())) {
      case ContactEdit.Saved(Contact now) -> {
        audit.record(
            user.workspace(),
            user.user(),
            "contact.detailsChanged",
            contact.toString(),
            Map.of("version", now.version()));
        desks.changed(user.workspace(), contact.value());
        yield find(user, contact);
      }
      case ContactEdit.Changed(Contact now) ->
          throw Problem.CHANGED.refusal(
              Map.of("contact", ContactView.of(now, optOuts.of(user.workspace(), now.id()))));
      case ContactEdit.NotFound _ -> throw Refusal.notFound();
      case ContactEdit.Invalid(String _) -> throw Problem.INVALID_DETAIL.refusal();
    };
  }

  private static @Nullable String company(@Nullable String wished) {
    if (wished == null || wished.isBlank()) return null;
    return line(wished, ContactLimits.NAME_CHARACTERS);
  }

  private static String line(String text, int most) {
    var line = OneLine.typed(text).strip();
    if (line.isEmpty() || line.length() > most || line.chars().anyMatch(Character::isISOControl))
      throw Problem.INVALID_DETAIL.refusal();
    return line;
  }

  private static @Nullable String zone(@Nullable String wished) {
    if (wished == null || wished.isBlank()) return null;
    try {
      return line(ZoneId.of(wished.strip()).getId(), ContactLimits.ZONE_CHARACTERS);
    } catch (DateTimeException e) {
      throw Problem.INVALID_DETAIL.refusal();
    }
  }

  private static List<String> tags(List<String> wished) {
    var tags =
        wished.stream().map(tag -> line(tag, ContactLimits.TAG_CHARACTERS)).distinct().toList();
    if (tags.size() > ContactLimits.TAGS) throw Problem.INVALID_DETAIL.refusal();
    return tags;
  }

  /// A choice that is no longer one of the field's stays where it was.
  private Map<String, String> values(
      CurrentUser user, Map<String, String> wished, Map<String, String> before) {
    var values = new HashMap<String, String>();
    for (ContactField field : fields.all(user.workspace())) {
      var id = field.id().toString();
      var typed = field.shown() ? wished.get(id) : before.get(id);
      if (typed == null || typed.isBlank()) continue;
      values.put(
          id,
          typed.equals(before.get(id))
              ? typed
              : field
                  .normalised(typed)
                  .orElseThrow(() -> Problem.INVALID_FIELD_VALUE.refusal(Map.of("field", id))));
    }
    return values;
  }

  private Map<String, Boolean> consents(Map<String, Boolean> wished) {
    var consents = new HashMap<String, Boolean>();
    wished.forEach(
        (channel, given) -> {
          if (!channel.equals(VOICE) && channels.find(channel).isEmpty())
            throw Problem.UNKNOWN_CHANNEL.refusal();
          if (given != null) consents.put(channel, given);
        });
    return consents;
  }
}
