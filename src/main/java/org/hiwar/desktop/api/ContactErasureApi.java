package org.hiwar.desktop.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.removal.Erasures;
import org.hiwar.conversation.removal.Erasures.Erased;
import org.hiwar.conversation.removal.Erasures.ErasureExtent;
import org.hiwar.conversation.removal.Exports;
import org.hiwar.conversation.removal.RemovalJob;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Contacts that are removed for good, and what is kept of one person as a file (S0-61). Both stand
/// in the audit log, by the contact's id alone.
@RestController
@RequestMapping("/api/contacts/{contact}")
class ContactErasureApi {
  private final Erasures erasures;
  private final Exports exports;
  private final RemovalJob removal;
  private final AuditLog audit;
  private final Desks desks;

  ContactErasureApi(
      Erasures erasures, Exports exports, RemovalJob removal, AuditLog audit, Desks desks) {
    this.erasures = erasures;
    this.exports = exports;
    this.removal = removal;
    this.audit = audit;
    this.desks = desks;
  }

  /// How much would go with the contact. Its version is asked back by whoever deletes it.
  @GetMapping("/erasure")
  @Requires(Privilege.DELETE_CONTACTS)
  ErasureExtent extent(CurrentUser user, @PathVariable ContactId contact) {
    return erasures.extent(user.workspace(), contact).orElseThrow(Refusal::notFound);
  }

  /// The contact goes, with those merged into it and all that was said with them; what campaigns
  /// know of them is emptied, and the addresses that want no messages stay as addresses of nobody.
  /// It cannot be undone. Refused while anybody talks to them. Of somebody with a long history,
  /// what was said goes in the minutes after it: [GoingErasuresApi].
  ///
  /// @param version of the contact, as it was seen
  @DeleteMapping
  @Requires(Privilege.DELETE_CONTACTS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(CurrentUser user, @PathVariable ContactId contact, @RequestParam long version) {
    switch (erasures.erase(user.workspace(), user.user(), contact, version)) {
      case Erased.Done done -> {
        removal.soon(user.workspace());
        desks.contactsChanged(user.workspace(), done.contacts());
      }
      case Erased.NotFound _ -> throw Refusal.notFound();
      case Erased.Changed _ -> throw Problem.CHANGED.refusal();
      case Erased.GoesOn _ -> throw Problem.CONTACT_GOES_ON.refusal();
      case Erased.Busy _ -> throw Problem.TRY_AGAIN.refusal();
    }
  }

  /// All that is kept of the contact, as a ZIP: rows as JSON, files as they are; recordings for
  /// those who may listen to them.
  @GetMapping(value = "/export", produces = "application/zip")
  @Requires(Privilege.EXPORT_CONTACTS)
  void export(CurrentUser user, @PathVariable ContactId contact, HttpServletResponse response)
      throws IOException {
    var person = exports.person(user.workspace(), contact).orElseThrow(Refusal::notFound);
    audit.record(
        user.workspace(),
        user.user(),
        "contact.exported",
        contact.toString(),
        Map.of("recordings", user.may(Privilege.LISTEN_TO_RECORDINGS)));
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"contact-" + contact + ".zip\"");
    response.setHeader("Cache-Control", "no-store");
    exports.write(user.workspace(), person, user.privileges(), response.getOutputStream());
  }
}
