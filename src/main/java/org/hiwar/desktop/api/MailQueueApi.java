package org.hiwar.desktop.api;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.InteractionId;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.view.MailQueues;
import org.hiwar.desktop.wire.MailQueue;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Answer.Done;
import org.hiwar.floor.core.Answer.Ignored;
import org.hiwar.floor.core.Answer.Rejected;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Reason;
import org.hiwar.floor.core.WorkId;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Mails that wait: an agent takes them, and sets aside what they have.
@RestController
@Requires(Privilege.WORK_AT_DESK)
class MailQueueApi {
  private static final int NOTE_CHARACTERS = 500;

  private final MailQueues queues;
  private final Gate gate;
  private final ConversationStore conversations;
  private final FloorCommands floor;
  private final Desks desks;

  MailQueueApi(
      MailQueues queues,
      Gate gate,
      ConversationStore conversations,
      FloorCommands floor,
      Desks desks) {
    this.queues = queues;
    this.gate = gate;
    this.conversations = conversations;
    this.floor = floor;
    this.desks = desks;
  }

  /// The mails that this agent may take now.
  @GetMapping("/api/queue")
  MailQueue queue(CurrentUser agent) {
    return queues.of(agent.workspace(), agent.user());
  }

  /// The agent has the mail at once. One that somebody else has taken is refused.
  @PostMapping("/api/queue/{interaction}/take")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void take(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    var command = new Command.Take(new WorkId(interaction.value()), agent.user());
    settle(floor.ask(agent, command, key, "take"));
  }

  /// `until`: when it comes back. `note`: why; may be empty. `seenSeq`: the last message of the
  /// conversation that the agent has seen.
  record PostponeWish(Instant until, String note, long seenSeq) {}

  /// The mail leaves the desk and comes back at its time, or when the customer writes.
  @PostMapping("/api/interactions/{interaction}/postpone")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void postpone(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestBody PostponeWish wish,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    if (wish.note().length() > NOTE_CHARACTERS) throw Problem.TOO_LONG.refusal();
    if (!wish.note().codePoints().allMatch(MailQueueApi::isStorable))
      throw Problem.INVALID_TEXT.refusal();
    var conversation = gate.own(agent, interaction).conversation();
    var found = conversations.find(agent.workspace(), conversation).orElseThrow(Refusal::notFound);
    if (found.lastSeq() > wish.seenSeq())
      throw Problem.NEW_MESSAGE.refusal(Map.of("lastSeq", found.lastSeq()));
    // What comes in from here on has a higher number, and brings the mail back.
    if (conversations.read(agent.workspace(), conversation, agent.user(), wish.seenSeq()))
      desks.read(agent.workspace(), conversation, wish.seenSeq());
    var work = new WorkId(interaction.value());
    settle(
        floor.ask(
            agent,
            new Command.Postpone(work, agent.user(), wish.until(), wish.note().strip()),
            key,
            "postpone"));
  }

  private static boolean isStorable(int character) {
    return character != 0 && Character.getType(character) != Character.SURROGATE;
  }

  private static void settle(Answer answer) {
    switch (answer) {
      case Done _ -> {}
      case Ignored(Reason why) -> refuse(why);
      case Rejected(Reason why) -> refuse(why);
    }
  }

  private static void refuse(Reason why) {
    switch (why) {
      case ALREADY_SO -> {}
      case NO_ROOM -> throw Problem.NO_ROOM.refusal();
      case NOT_THEN -> throw Problem.NOT_THEN.refusal();
      case NO_SESSION, NOT_LOGGED_IN -> throw Problem.NO_SESSION.refusal();
      case OTHER_MEDIUM -> throw Problem.ONLY_MAILS.refusal();
      case UNKNOWN_WORK, NOT_SKILLED -> throw Refusal.notFound();
      case LATE, NOT_YOURS -> throw Problem.MAIL_GONE.refusal();
      case ALREADY_HERE, NO_DEVICE, ON_CALL, NOT_ENGAGED, NOT_READY, NO_SUCH_SERVICE, FULL ->
          throw Problem.FAILED.refusal();
    }
  }
}
