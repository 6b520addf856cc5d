package org.hiwar.desktop.api;

import java.util.UUID;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.NotesSaved;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.floor.core.Answer.Rejected;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Reason;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What an agent does with one interaction.
@RestController
@RequestMapping("/api/interactions/{interaction}")
@Requires(Privilege.WORK_AT_DESK)
@ResponseStatus(HttpStatus.NO_CONTENT)
class InteractionApi {
  private final Gate gate;
  private final ConversationStore conversations;
  private final FloorCommands floor;
  private final Desks desks;

  InteractionApi(Gate gate, ConversationStore conversations, FloorCommands floor, Desks desks) {
    this.gate = gate;
    this.conversations = conversations;
    this.floor = floor;
    this.desks = desks;
  }

  /// `disposition` null: none chosen (yet).
  record Notes(String notes, @Nullable DispositionId disposition) {}

  /// Keeps notes and disposition while the agent writes; the last one sent counts.
  @PutMapping("/notes")
  void notes(CurrentUser agent, @PathVariable InteractionId interaction, @RequestBody Notes wish) {
    if (wish.notes().length() > ConversationLimits.NOTES_CHARACTERS)
      throw Problem.TOO_LONG.refusal();
    switch (conversations.saveNotes(
        agent.workspace(), interaction, agent.user(), wish.notes(), wish.disposition())) {
      case NotesSaved.Saved _ -> desks.changed(agent.workspace(), interaction.value());
      case NotesSaved.NotYours _ -> throw Refusal.notFound();
      case NotesSaved.UnknownDisposition _ -> throw Problem.UNKNOWN_DISPOSITION.refusal();
      case NotesSaved.InvalidNotes _ -> throw Problem.INVALID_TEXT.refusal();
    }
  }

  /// Ends the contact; wrap-up begins. What has ended already stays ended.
  @PostMapping("/end")
  void end(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    if (!gate.own(agent, interaction).live()) return;
    var answer =
        floor.ask(
            agent, new Command.Release(new WorkId(interaction.value()), agent.user()), key, "end");
    if (answer instanceof Rejected(Reason _)) throw Refusal.notFound();
  }
}
