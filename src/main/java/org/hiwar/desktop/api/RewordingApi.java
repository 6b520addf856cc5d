package org.hiwar.desktop.api;

import java.util.List;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.Earlier;
import org.hiwar.conversation.MessageChanges;
import org.hiwar.conversation.Reworded;
import org.hiwar.conversation.Rewording;
import org.hiwar.desktop.view.MessageViews;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What agents make of what they have written, and what it said before.
@RestController
@RequestMapping("/api/conversations/{conversation}/messages/{seq}")
@Requires(Privilege.WORK_AT_DESK)
class RewordingApi {
  private final MessageChanges changes;
  private final MessageViews views;
  private final Gate gate;

  RewordingApi(MessageChanges changes, MessageViews views, Gate gate) {
    this.changes = changes;
    this.views = views;
    this.gate = gate;
  }

  /// `mentions`: whom a note names; of anything else empty.
  record OtherWords(String text, List<UserId> mentions) {}

  /// Only what the agent has written in a chat that goes on, of the web or of a messenger that can
  /// change what has gone out, or as a note, a quarter of an hour ago at most.
  @PutMapping
  MessageView change(
      CurrentUser agent,
      @PathVariable ConversationId conversation,
      @PathVariable long seq,
      @RequestBody OtherWords words) {
    if (words.text().length() > ConversationLimits.MESSAGE_CHARACTERS)
      throw Problem.TOO_LONG.refusal();
    return reword(
        agent, new Rewording(agent.user(), conversation, seq, words.text(), words.mentions()));
  }

  /// The same: it says nothing any more, and that can be seen.
  @DeleteMapping
  MessageView withdraw(
      CurrentUser agent, @PathVariable ConversationId conversation, @PathVariable long seq) {
    return reword(agent, new Rewording(agent.user(), conversation, seq, null, List.of()));
  }

  /// What it said before, the first of it first.
  @GetMapping("/earlier")
  List<Earlier> earlier(
      CurrentUser agent, @PathVariable ConversationId conversation, @PathVariable long seq) {
    gate.readable(agent, conversation);
    return changes.earlier(agent.workspace(), conversation, seq);
  }

  private MessageView reword(CurrentUser agent, Rewording wish) {
    gate.readable(agent, wish.conversation());
    return switch (changes.reword(agent.workspace(), wish)) {
      case Reworded.Done(var message, _) -> views.of(agent.workspace(), message);
      case Reworded.Not(var why) -> throw refusal(why);
    };
  }

  private static Refusal refusal(Reworded.Why why) {
    return switch (why) {
      case UNKNOWN -> Refusal.notFound();
      case NOT_THEIRS -> Problem.CHANGE_NOT_YOURS.refusal();
      case TOO_LATE -> Problem.CHANGE_TOO_LATE.refusal();
      case OUT -> Problem.CHANGE_OUT.refusal();
      case OVER -> Problem.CHANGE_OVER.refusal();
      case WITHDRAWN -> Problem.CHANGE_WITHDRAWN.refusal();
      case REFUSED -> Problem.CHANGE_REFUSED.refusal();
      case UNREACHABLE -> Problem.CHANGE_UNREACHABLE.refusal();
      case INVALID_TEXT -> Problem.INVALID_TEXT.refusal();
    };
  }
}
