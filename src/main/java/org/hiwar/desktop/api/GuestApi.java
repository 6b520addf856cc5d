package org.hiwar.desktop.api;

import java.util.UUID;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Answer.Done;
import org.hiwar.floor.core.Answer.Ignored;
import org.hiwar.floor.core.Answer.Rejected;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Reason;
import org.hiwar.floor.core.WorkId;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Several agents in what is written with one customer: asking somebody in, coming in, leaving. Who
/// is asked into a call is asked where it is heard.
@RestController
@RequestMapping("/api/interactions/{interaction}")
@Requires(Privilege.WORK_AT_DESK)
@ResponseStatus(HttpStatus.NO_CONTENT)
class GuestApi {
  private static final int NOTE_CHARACTERS = 500;

  private final Gate gate;
  private final InteractionStore interactions;
  private final UserStore users;
  private final FloorCommands floor;

  GuestApi(Gate gate, InteractionStore interactions, UserStore users, FloorCommands floor) {
    this.gate = gate;
    this.interactions = interactions;
    this.users = users;
    this.floor = floor;
  }

  /// `note`: for the colleague, never sent to the customer; may be empty.
  record Invitation(UserId colleague, String note) {}

  record NewHost(UserId colleague) {}

  /// Asks a colleague in, who has as long to answer as for an offer of the service.
  @PostMapping("/guests")
  @Requires(Privilege.TRANSFER_CALLS)
  void invite(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestBody Invitation wish,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    if (wish.note().length() > NOTE_CHARACTERS) throw Problem.TOO_LONG.refusal();
    if (!wish.note().codePoints().allMatch(GuestApi::isStorable))
      throw Problem.INVALID_TEXT.refusal();
    written(agent, interaction);
    if (users.find(agent.workspace(), wish.colleague()).isEmpty())
      throw Problem.COLLEAGUE_AWAY.refusal();
    var work = work(interaction);
    settle(
        floor.ask(
            agent,
            new Command.Invite(work, agent.user(), wish.colleague(), wish.note().strip()),
            key,
            "invite"));
  }

  /// Takes a guest out, or back what they were asked. Whoever has gone already stays gone.
  @DeleteMapping("/guests/{user}")
  void dismiss(
      CurrentUser agent, @PathVariable InteractionId interaction, @PathVariable UserId user) {
    gone(
        floor.ask(
            agent, new Command.Dismiss(work(interaction), agent.user(), user), null, "dismiss"));
  }

  /// What was asked of this agent: to come in.
  @PostMapping("/join")
  void join(CurrentUser agent, @PathVariable InteractionId interaction) {
    settle(floor.ask(agent, new Command.Join(work(interaction), agent.user()), null, "join"));
  }

  /// Leaves as a guest, or does not come in. Who is in it no more has left.
  @PostMapping("/leave")
  void leave(CurrentUser agent, @PathVariable InteractionId interaction) {
    gone(floor.ask(agent, new Command.Depart(work(interaction), agent.user()), null, "leave"));
  }

  /// A guest has it from now on, with what else of the conversation is written; the agent is out.
  @PostMapping("/hand-over")
  @Requires(Privilege.TRANSFER_CALLS)
  void handOver(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestBody NewHost to,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    written(agent, interaction);
    settle(
        floor.ask(
            agent,
            new Command.HandOver(work(interaction), agent.user(), to.colleague()),
            key,
            "hand-over"));
  }

  /// A call is asked into, and handed over, where it is heard.
  private void written(CurrentUser agent, InteractionId interaction) {
    var found = interactions.find(agent.workspace(), interaction).orElseThrow(Refusal::notFound);
    if (found.medium() != Medium.VOICE) return;
    gate.own(agent, interaction);
    throw Problem.TRANSFER_OF_CALL.refusal();
  }

  private static WorkId work(InteractionId interaction) {
    return new WorkId(interaction.value());
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

  private static void gone(Answer answer) {
    switch (answer) {
      case Done _ -> {}
      case Ignored(Reason why) -> {
        if (why != Reason.LATE) refuse(why);
      }
      case Rejected(Reason why) -> refuse(why);
    }
  }

  private static void refuse(Reason why) {
    switch (why) {
      case ALREADY_SO -> {}
      case NOT_LOGGED_IN, NO_SESSION -> throw Problem.COLLEAGUE_AWAY.refusal();
      case NOT_READY -> throw Problem.COLLEAGUE_RINGING.refusal();
      case FULL -> throw Problem.ENOUGH_GUESTS.refusal();
      case LATE -> throw Problem.INVITATION_OVER.refusal();
      case NOT_ENGAGED -> throw Problem.NO_GUEST.refusal();
      case NOT_YOURS, UNKNOWN_WORK -> throw Refusal.notFound();
      case ALREADY_HERE,
          NO_DEVICE,
          ON_CALL,
          NOT_SKILLED,
          NO_ROOM,
          NOT_THEN,
          NO_SUCH_SERVICE,
          OTHER_MEDIUM ->
          throw Problem.FAILED.refusal();
    }
  }
}
