package org.hiwar.email;

import java.time.Instant;
import java.util.List;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.MessageId;
import org.hiwar.email.ThreadChanges.Changed;
import org.hiwar.email.ThreadChanges.Where;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which mails belong together, as the agent says who has the conversation.
@RestController
@RequestMapping("/api/conversations/{conversation}/emails/{message}")
class EmailThreadApi {
  private final ThreadChanges changes;

  EmailThreadApi(ThreadChanges changes) {
    this.changes = changes;
  }

  /// @param thread to which the mail belongs now
  record ThreadOfEmail(EmailThreadId thread) {}

  /// The mail, and what answers it, is another matter: a thread and an interaction of its own.
  @PostMapping("/split")
  @Requires(Privilege.WRITE_MESSAGES)
  ThreadOfEmail split(
      CurrentUser agent,
      @PathVariable ConversationId conversation,
      @PathVariable MessageId message) {
    return answer(changes.split(where(agent, conversation, message)));
  }

  /// @param subject of its first mail
  /// @param mails how many there are
  record OtherThread(EmailThreadId thread, String subject, int mails, Instant lastAt) {}

  /// The threads of the same contact, by the same mailbox of ours, to which that of the mail could
  /// be joined; the latest first.
  @GetMapping("/other-threads")
  @Requires(Privilege.WRITE_MESSAGES)
  List<OtherThread> others(
      CurrentUser agent,
      @PathVariable ConversationId conversation,
      @PathVariable MessageId message) {
    return changes
        .others(where(agent, conversation, message))
        .orElseThrow(Refusal::notFound)
        .stream()
        .map(
            one ->
                new OtherThread(
                    new EmailThreadId(one.thread()), one.subject(), one.mails(), one.lastAt()))
        .toList();
  }

  record IntoThread(EmailThreadId into) {}

  /// The thread of the mail belongs to another one.
  @PostMapping("/merge")
  @Requires(Privilege.WRITE_MESSAGES)
  ThreadOfEmail merge(
      CurrentUser agent,
      @PathVariable ConversationId conversation,
      @PathVariable MessageId message,
      @RequestBody IntoThread wish) {
    return answer(changes.merge(where(agent, conversation, message), wish.into().value()));
  }

  /// Takes back what was said last about the thread of the mail.
  @PostMapping("/undo")
  @Requires(Privilege.WRITE_MESSAGES)
  ThreadOfEmail undo(
      CurrentUser agent,
      @PathVariable ConversationId conversation,
      @PathVariable MessageId message) {
    return answer(changes.undo(where(agent, conversation, message)));
  }

  private static Where where(CurrentUser agent, ConversationId conversation, MessageId message) {
    return new Where(agent.workspace(), agent.user(), conversation, message);
  }

  private static ThreadOfEmail answer(Changed changed) {
    return switch (changed) {
      case Changed.Done(long thread) -> new ThreadOfEmail(new EmailThreadId(thread));
      case Changed.Unknown _ -> throw Refusal.notFound();
      case Changed.Whole _ ->
          throw Refusal.conflict(
              "whole-thread",
              "Every mail of the thread answers this one: it is a matter of its own already.");
      case Changed.Already _ ->
          throw Refusal.conflict(
              "thread-changed",
              "It is so already, or somebody else has changed it in the meantime.");
    };
  }
}
