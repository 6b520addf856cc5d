package org.hiwar.desktop.api;

import java.util.Map;
import org.hiwar.channel.Channels;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactEdit;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.OptOuts;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.wire.ContactView;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// By which channel a customer wants to be reached: it is suggested before others (S0-50).
@RestController
class PreferredChannelApi {
  /// Calls are no channel of messages, and may be preferred all the same.
  private static final String VOICE = "voice";

  private final ContactStore contacts;
  private final OptOuts optOuts;
  private final Channels channels;
  private final AuditLog audit;
  private final Desks desks;

  PreferredChannelApi(
      ContactStore contacts, OptOuts optOuts, Channels channels, AuditLog audit, Desks desks) {
    this.contacts = contacts;
    this.optOuts = optOuts;
    this.channels = channels;
    this.audit = audit;
    this.desks = desks;
  }

  /// `channel` is `voice` or what a way of writing names; null: it is not known any more. `version`
  /// is the one of the contact that the editor saw.
  record Preference(@Nullable String channel, long version) {}

  @PutMapping("/api/contacts/{contact}/preferred-channel")
  @Requires(Privilege.EDIT_CONTACTS)
  ContactView prefer(
      CurrentUser user, @PathVariable ContactId contact, @RequestBody Preference wish) {
    var channel = wish.channel();
    if (channel != null && !channel.equals(VOICE) && channels.find(channel).isEmpty())
      throw Problem.UNKNOWN_CHANNEL.refusal();
    var edit = contacts.prefer(user.workspace(), contact, channel, wish.version());
    return switch (edit) {
      case ContactEdit.Saved(Contact now) -> {
        audit.record(
            user.workspace(),
            user.user(),
            "contact.preferredChannelChanged",
            contact.toString(),
            Map.of("version", now.version()));
        desks.changed(user.workspace(), contact.value());
        yield view(user, now);
      }
      case ContactEdit.Changed(Contact now) ->
          throw Problem.CHANGED.refusal(Map.of("contact", view(user, now)));
      case ContactEdit.NotFound _ -> throw Refusal.notFound();
      case ContactEdit.Invalid(String _) -> throw Problem.UNKNOWN_CHANNEL.refusal();
    };
  }

  private ContactView view(CurrentUser user, Contact contact) {
    return ContactView.of(contact, optOuts.of(user.workspace(), contact.id()));
  }
}
