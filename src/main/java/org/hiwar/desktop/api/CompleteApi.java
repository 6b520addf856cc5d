package org.hiwar.desktop.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.conversation.Complete;
import org.hiwar.conversation.Completion;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.view.Catalogs;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.WorkId;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// *Complete*: one click ends all wrap-up of a conversation, and what is only written in it (SMS,
/// email, messengers), where nobody waits at the other end. First the conversation takes in nothing
/// more and keeps what the agent wrote, then the floor disposes of the work; asked again after a
/// failure between the two, it goes on where it stopped, and what is completed stays so.
@RestController
@Requires(Privilege.WORK_AT_DESK)
class CompleteApi {
  private final ConversationStore conversations;
  private final InteractionStore interactions;
  private final Catalogs catalogs;
  private final FloorCommands floor;
  private final Desks desks;

  CompleteApi(
      ConversationStore conversations,
      InteractionStore interactions,
      Catalogs catalogs,
      FloorCommands floor,
      Desks desks) {
    this.conversations = conversations;
    this.interactions = interactions;
    this.catalogs = catalogs;
    this.floor = floor;
    this.desks = desks;
  }

  /// `seenSeq`: the last message the agent has seen. `disposition` null: none chosen.
  record Wish(long seenSeq, @Nullable DispositionId disposition, String notes) {}

  @PostMapping("/api/conversations/{conversation}/complete")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void complete(
      CurrentUser agent,
      @PathVariable ConversationId conversation,
      @RequestBody Wish wish,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    if (wish.notes().length() > ConversationLimits.NOTES_CHARACTERS)
      throw Problem.TOO_LONG.refusal();
    if (wish.notes().indexOf('\0') >= 0) throw Problem.INVALID_TEXT.refusal();
    var parts =
        interactions.ofConversations(agent.workspace(), List.of(conversation)).stream()
            .filter(i -> agent.user().equals(i.agent()))
            .toList();
    var asked =
        new Complete(
            conversation,
            agent.user(),
            wish.seenSeq(),
            wish.disposition(),
            required(agent, parts),
            wish.notes());
    switch (conversations.complete(agent.workspace(), asked)) {
      case Completion.Granted(List<InteractionId> granted) ->
          dispose(agent, conversation, granted, key);
      case Completion.NewMessage(long lastSeq) ->
          throw Problem.NEW_MESSAGE.refusal(Map.of("lastSeq", lastSeq));
      case Completion.StillLive _ -> throw Problem.STILL_LIVE.refusal();
      case Completion.DispositionRequired _ -> throw Problem.DISPOSITION_REQUIRED.refusal();
      case Completion.UnknownDisposition _ -> throw Problem.UNKNOWN_DISPOSITION.refusal();
      case Completion.NotFound _ -> {
        // A second click, or the wrap-up's time ran out meanwhile: the agent's part is over, as was
        // wished.
        if (parts.isEmpty()) throw Refusal.notFound();
      }
    }
  }

  /// The disposition that is chosen counts for the newest interaction, and for those that have none
  /// of their own. A call that the agent added to the conversation needs none (decision 21).
  private boolean required(CurrentUser agent, List<Interaction> parts) {
    var catalog = catalogs.of(agent.workspace());
    var open = parts.stream().filter(i -> i.endedAt() == null).toList();
    return open.stream()
        .anyMatch(
            i ->
                catalog.requiresDisposition(i.service())
                    && (i.equals(open.getLast()) || i.disposition() == null)
                    && !(i.direction() == Direction.OUTBOUND && !i.equals(parts.getFirst())));
  }

  /// What the floor takes for over is not released again: it says so, and that is all.
  private void dispose(
      CurrentUser agent,
      ConversationId conversation,
      List<InteractionId> granted,
      @Nullable UUID key) {
    desks.changed(agent.workspace(), conversation.value());
    for (var id : granted)
      floor.ask(
          agent, new Command.Release(new WorkId(id.value()), agent.user()), key, "release/" + id);
    for (var id : granted)
      floor.ask(
          agent, new Command.Dispose(new WorkId(id.value()), agent.user()), key, "dispose/" + id);
  }
}
