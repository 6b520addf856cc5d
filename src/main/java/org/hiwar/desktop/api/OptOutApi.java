package org.hiwar.desktop.api;

import java.util.Map;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Channels;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.OptOuts;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// On which channels an address of a contact is not written to (S0-51).
@RestController
@RequestMapping("/api/contacts/{contact}/opt-outs/{channel}/{value}")
@Requires(Privilege.EDIT_CONTACTS)
@ResponseStatus(HttpStatus.NO_CONTENT)
class OptOutApi {
  private final OptOuts optOuts;
  private final ContactStore contacts;
  private final Channels channels;
  private final AuditLog audit;
  private final Desks desks;

  OptOutApi(
      OptOuts optOuts, ContactStore contacts, Channels channels, AuditLog audit, Desks desks) {
    this.optOuts = optOuts;
    this.contacts = contacts;
    this.channels = channels;
    this.audit = audit;
    this.desks = desks;
  }

  @PutMapping
  void note(
      CurrentUser user,
      @PathVariable ContactId contact,
      @PathVariable String channel,
      @PathVariable String value) {
    var kind = kind(user, contact, channel, value);
    if (optOuts.noted(user.workspace(), kind, value, channel, user.user()))
      changed(user, contact, channel, "contact.optedOut");
  }

  @DeleteMapping
  void remove(
      CurrentUser user,
      @PathVariable ContactId contact,
      @PathVariable String channel,
      @PathVariable String value) {
    var kind = kind(user, contact, channel, value);
    if (optOuts.remove(user.workspace(), kind, value, channel))
      changed(user, contact, channel, "contact.optedIn");
  }

  private AddressKind kind(CurrentUser user, ContactId contact, String channel, String value) {
    var kind =
        channels.find(channel).map(Channel::capabilities).orElseThrow(Refusal::notFound).address();
    boolean theirs =
        contacts.find(user.workspace(), contact).orElseThrow(Refusal::notFound).addresses().stream()
            .anyMatch(a -> a.kind() == kind && a.value().equals(value));
    if (!theirs) throw Refusal.notFound();
    return kind;
  }

  private void changed(CurrentUser user, ContactId contact, String channel, String what) {
    audit.record(
        user.workspace(), user.user(), what, contact.toString(), Map.of("channel", channel));
    desks.changed(user.workspace(), contact.value());
  }
}
