package org.hiwar.desktop.api;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InternalNote;
import org.hiwar.conversation.MessageStore;
import org.hiwar.conversation.NewMessage;
import org.hiwar.conversation.ParticipantStore;
import org.hiwar.conversation.ReadListener;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.view.MessageViews;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is written and read in a conversation.
@RestController
@RequestMapping("/api/conversations/{conversation}")
@Requires(Privilege.WORK_AT_DESK)
class ConversationApi {
  private final Gate gate;
  private final AgentMessages messages;
  private final MessageStore stored;
  private final MessageViews views;
  private final ConversationStore conversations;
  private final ParticipantStore participants;
  private final Desks desks;
  private final List<ReadListener> listeners;

  ConversationApi(
      Gate gate,
      AgentMessages messages,
      MessageStore stored,
      MessageViews views,
      ConversationStore conversations,
      ParticipantStore participants,
      Desks desks,
      List<ReadListener> listeners) {
    this.gate = gate;
    this.messages = messages;
    this.stored = stored;
    this.views = views;
    this.conversations = conversations;
    this.participants = participants;
    this.desks = desks;
    this.listeners = listeners;
  }

  /// `id` is made by the desktop: the same message sent again is stored once and gets the same
  /// answer. `files` were uploaded before; null: none. `note`, where it is there, makes it one for
  /// colleagues alone.
  record Writing(
      UUID id,
      InteractionId interaction,
      String text,
      @Nullable List<AttachmentId> files,
      @Nullable InternalNote note) {}

  record ReadTo(long seq) {}

  @PostMapping("/messages")
  AgentMessages.Written write(
      CurrentUser agent, @PathVariable ConversationId conversation, @RequestBody Writing writing) {
    var message =
        new NewMessage(
            conversation,
            writing.interaction(),
            writing.id(),
            Author.agent(agent.user()),
            writing.text(),
            null,
            writing.files() == null ? List.of() : writing.files(),
            null,
            writing.note());
    try {
      return messages.write(agent.workspace(), message).join();
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof Refusal why) throw why;
      throw refused;
    }
  }

  @PutMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(CurrentUser agent, @PathVariable ConversationId conversation, @RequestBody ReadTo to) {
    if (!conversations.read(agent.workspace(), conversation, agent.user(), to.seq())) {
      if (!participants.read(agent.workspace(), conversation, agent.user(), to.seq()))
        throw Refusal.notFound();
      desks.readByGuest(agent.workspace(), agent.user(), conversation);
      return;
    }
    desks.read(agent.workspace(), conversation, to.seq());
    listeners.forEach(one -> one.agentRead(agent.workspace(), conversation, to.seq()));
  }

  /// Messages before number `before` (none: the last ones), ascending.
  @GetMapping("/messages")
  List<MessageView> page(
      CurrentUser agent,
      @PathVariable ConversationId conversation,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      @RequestParam(defaultValue = "100") int limit) {
    gate.readable(agent, conversation);
    return views.of(
        agent.workspace(),
        stored.before(
            agent.workspace(),
            conversation,
            before,
            Math.clamp(limit, 1, ConversationLimits.PAGE)));
  }
}
