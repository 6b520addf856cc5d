package org.hiwar.desktop.api;

import java.util.Map;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Whom a conversation is with, when only the agent can tell.
@RestController
@RequestMapping("/api/conversations/{conversation}/contact")
@Requires(Privilege.EDIT_CONTACTS)
class WhoApi {
  private final ConversationStore conversations;
  private final AuditLog audit;
  private final Desks desks;

  WhoApi(ConversationStore conversations, AuditLog audit, Desks desks) {
    this.conversations = conversations;
    this.audit = audit;
    this.desks = desks;
  }

  record Who(ContactId contact) {}

  /// The conversation and all that is in it belong to this contact from now on.
  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void attach(CurrentUser agent, @PathVariable ConversationId conversation, @RequestBody Who wish) {
    switch (conversations.attach(agent.workspace(), conversation, agent.user(), wish.contact())) {
      case DONE -> {
        audit.record(
            agent.workspace(),
            agent.user(),
            "conversation.attached",
            conversation.toString(),
            Map.of("contact", wish.contact().toString()));
        desks.changed(agent.workspace(), conversation.value());
      }
      case NOT_YOURS, NO_SUCH_CONTACT -> throw Refusal.notFound();
      case CONTACT_BUSY -> throw Problem.CONTACT_BUSY.refusal();
      case KNOWN -> throw Problem.CONTACT_KNOWN.refusal();
    }
  }
}
