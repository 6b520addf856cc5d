package org.hiwar.desktop.api;

import java.util.UUID;
import org.hiwar.conversation.InteractionId;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What an agent answers to an offer. The number of the offer says which one is meant: a late
/// answer to the first does not touch the second.
@RestController
@RequestMapping("/api/offers/{interaction}")
@Requires(Privilege.WORK_AT_DESK)
@ResponseStatus(HttpStatus.NO_CONTENT)
class OfferApi {
  private final FloorCommands floor;

  OfferApi(FloorCommands floor) {
    this.floor = floor;
  }

  record OfferNumber(int offer) {}

  @PostMapping("/accept")
  void accept(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestBody OfferNumber number,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    settle(
        floor.ask(
            agent,
            new Command.Accept(work(interaction), agent.user(), number.offer()),
            key,
            "accept"));
  }

  @PostMapping("/decline")
  void decline(
      CurrentUser agent,
      @PathVariable InteractionId interaction,
      @RequestBody OfferNumber number,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    settle(
        floor.ask(
            agent,
            new Command.Decline(work(interaction), agent.user(), number.offer()),
            key,
            "decline"));
  }

  private static WorkId work(InteractionId interaction) {
    return new WorkId(interaction.value());
  }

  private static void settle(Answer answer) {
    switch (answer) {
      case Done _ -> {}
      case Ignored(Reason why) -> refuse(why);
      case Rejected(Reason why) -> refuse(why);
    }
  }

  private static void refuse(Reason why) {
    if (why == Reason.ALREADY_SO) return;
    throw why == Reason.UNKNOWN_WORK ? Refusal.notFound() : Problem.OFFER_GONE.refusal();
  }
}
