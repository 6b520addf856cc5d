package org.hiwar.desktop.api;

import java.util.List;
import java.util.UUID;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.desktop.wire.Named;
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
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Gives away what is written: web chats, texts, messengers, mails. A call is transferred where it
/// is heard.
@RestController
@RequestMapping("/api/interactions/{interaction}")
@Requires(Privilege.TRANSFER_CALLS)
class TransferApi {
  private static final int NOTE_CHARACTERS = 500;

  private final Gate gate;
  private final InteractionStore interactions;
  private final ServiceStore services;
  private final UserStore users;
  private final FloorCommands floor;

  TransferApi(
      Gate gate,
      InteractionStore interactions,
      ServiceStore services,
      UserStore users,
      FloorCommands floor) {
    this.gate = gate;
    this.interactions = interactions;
    this.services = services;
    this.users = users;
    this.floor = floor;
  }

  /// One of `service` and `colleague`, the other null. `whole`: whoever accepts it gets what else
  /// the agent then has of its conversation, but for calls; until then that stays. `note`: for
  /// whoever gets it, never sent to the customer; may be empty.
  record TransferWish(
      @Nullable ServiceId service, @Nullable UserId colleague, boolean whole, String note) {}

  /// The services to whose queues this could be given, by name.
  @GetMapping("/services")
  List<Named> services(CurrentUser agent, @PathVariable InteractionId interaction) {
    var own = gate.own(agent, interaction);
    return services.all(agent.workspace()).stream()
        .filter(one -> one.medium() == own.medium() && !one.id().equals(own.service()))
        .map(one -> Named.of(one.id(), one.name()))
        .toList();
  }

  /// Into the queue of a service, where it waits for whoever serves it; or to a colleague, and back
  /// unless they accept.
  @PostMapping("/transfer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void transfer(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestBody TransferWish wish,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    if (wish.note().length() > NOTE_CHARACTERS) throw Problem.TOO_LONG.refusal();
    if (!wish.note().codePoints().allMatch(TransferApi::isStorable))
      throw Problem.INVALID_TEXT.refusal();
    var found = interactions.find(agent.workspace(), interaction).orElseThrow(Refusal::notFound);
    if (found.medium() == Medium.VOICE) {
      gate.own(agent, interaction);
      throw Problem.TRANSFER_OF_CALL.refusal();
    }
    // Who has it the floor knows: a request that is repeated gets the same answer.
    settle(floor.ask(agent, command(agent, found, wish), key, "transfer"), agent, found);
  }

  private Command command(CurrentUser agent, Interaction what, TransferWish wish) {
    var work = new WorkId(what.id().value());
    var note = wish.note().strip();
    var service = wish.service();
    var colleague = wish.colleague();
    if (service != null && colleague == null)
      return new Command.Transfer(work, agent.user(), service, wish.whole(), note);
    if (service != null || colleague == null || colleague.equals(agent.user()))
      throw Problem.TRANSFER_WHERE.refusal();
    if (users.find(agent.workspace(), colleague).isEmpty()) throw Problem.COLLEAGUE_AWAY.refusal();
    return new Command.Give(work, agent.user(), colleague, wish.whole(), note);
  }

  private static boolean isStorable(int character) {
    return character != 0 && Character.getType(character) != Character.SURROGATE;
  }

  private static void settle(Answer answer, CurrentUser agent, Interaction what) {
    switch (answer) {
      case Done _ -> {}
      case Ignored(Reason why) -> throw refusal(why, agent, what);
      case Rejected(Reason why) -> throw refusal(why, agent, what);
    }
  }

  /// What the agent has, but has ended, is told from what is not theirs.
  private static Refusal refusal(Reason why, CurrentUser agent, Interaction what) {
    return switch (why) {
      case NO_SUCH_SERVICE, OTHER_MEDIUM -> Problem.UNKNOWN_SERVICE.refusal();
      case NOT_LOGGED_IN, NO_SESSION -> Problem.COLLEAGUE_AWAY.refusal();
      case NOT_READY -> Problem.COLLEAGUE_NOT_READY.refusal();
      case NO_ROOM -> Problem.COLLEAGUE_FULL.refusal();
      case NOT_YOURS, LATE, UNKNOWN_WORK ->
          agent.user().equals(what.agent()) ? Problem.TRANSFER_OVER.refusal() : Refusal.notFound();
      case ALREADY_HERE, ALREADY_SO, NO_DEVICE, ON_CALL, NOT_ENGAGED, NOT_SKILLED, NOT_THEN, FULL ->
          Problem.FAILED.refusal();
    };
  }
}
