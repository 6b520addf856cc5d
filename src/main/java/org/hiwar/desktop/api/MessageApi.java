package org.hiwar.desktop.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Writing;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.Deliveries;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.TemplateUse;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What agents write by SMS, email and messengers, first or in answer.
@RestController
@RequestMapping("/api/messages")
@Requires(Privilege.WRITE_MESSAGES)
class MessageApi {
  private final Writing writing;
  private final Deliveries deliveries;
  private final Gate gate;

  MessageApi(Writing writing, Deliveries deliveries, Gate gate) {
    this.writing = writing;
    this.deliveries = deliveries;
    this.gate = gate;
  }

  /// `id` is made by the desktop: the same message sent again is stored once and gets the same
  /// answer. `conversation` is the one it is written from, `contact` whom it is for; both null:
  /// `to` tells. `account` null: the first that fits. `to` null: the contact's best address.
  /// `thread` null: there is one. `files` were uploaded before. `service` null: that of the
  /// account. `template` names the approved template as which it goes out, with a value for each of
  /// its parameters in order, and `text` is what the customer then reads; null: the text goes as it
  /// is.
  record NewMessage(
      UUID id,
      @Nullable ConversationId conversation,
      @Nullable ContactId contact,
      String channel,
      @Nullable AccountId account,
      @Nullable String to,
      String text,
      @Nullable Long thread,
      List<AttachmentId> files,
      @Nullable ServiceId service,
      @Nullable TemplateUse template) {}

  record MessageSent(
      ConversationId conversation, InteractionId interaction, long seq, Instant at) {}

  @PostMapping
  MessageSent write(CurrentUser agent, @RequestBody NewMessage wish) {
    if (wish.text().length() > ConversationLimits.MESSAGE_CHARACTERS)
      throw Problem.TOO_LONG.refusal();
    var wanted =
        new Writing.Wanted(
            agent.user(),
            wish.id(),
            wish.conversation(),
            wish.contact(),
            wish.channel(),
            wish.account(),
            wish.to(),
            wish.text(),
            wish.thread(),
            wish.files(),
            wish.service(),
            wish.template());
    return switch (writing.write(agent.workspace(), wanted)) {
      case Writing.Written.Done(Message message) ->
          new MessageSent(
              message.conversation(), message.interaction(), message.seq(), message.at());
      case Writing.Written.Not(String code) -> throw refusal(code);
      case Writing.Written.NotNow _ -> throw Problem.TRY_AGAIN.refusal();
    };
  }

  /// Has a message tried again that has failed.
  @PostMapping("/{conversation}/{seq}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retry(CurrentUser agent, @PathVariable ConversationId conversation, @PathVariable long seq) {
    gate.readable(agent, conversation);
    if (!deliveries.again(agent.workspace(), conversation, seq)) throw Problem.NOT_FAILED.refusal();
  }

  /// What a channel says of its own accord is known to the screens by its code.
  private static Refusal refusal(String code) {
    return switch (code) {
      case "too-long" -> Problem.TOO_LONG.refusal();
      case "invalid-text" -> Problem.INVALID_TEXT.refusal();
      case "invalid-address" -> Problem.INVALID_ADDRESS.refusal();
      case "not-storable" -> Problem.NOT_STORABLE.refusal();
      case "no-session" -> Problem.NO_SESSION.refusal();
      case "chat-ended" -> Problem.CHAT_ENDED.refusal();
      case "not-the-agent", "unknown-interaction" -> Refusal.notFound();
      case "file-too-large" ->
          Refusal.tooLarge("file-too-large", "A file is larger than the channel carries.");
      default -> Refusal.conflict(code, "The message cannot be sent this way now.");
    };
  }
}
