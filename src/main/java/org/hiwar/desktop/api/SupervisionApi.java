package org.hiwar.desktop.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.MessageStore;
import org.hiwar.conversation.Participant;
import org.hiwar.conversation.ParticipantStore;
import org.hiwar.desktop.view.MessageViews;
import org.hiwar.desktop.view.SupervisionViews;
import org.hiwar.desktop.view.SupervisionViews.Standing;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.Supervision;
import org.hiwar.floor.core.Answer.Done;
import org.hiwar.floor.core.Answer.Ignored;
import org.hiwar.floor.core.Answer.Rejected;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Reason;
import org.hiwar.floor.core.WorkId;
import org.hiwar.platform.Occasions;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What agents work on with customers at the moment: a supervisor sees what those of their teams
/// have in hand, looks into it, and comes into what is written. Looking on and coming in stand in
/// the audit log.
@RestController
@RequestMapping("/api/supervision")
@Requires(Privilege.SUPERVISE)
class SupervisionApi {
  /// A screen that stays open reads on every few seconds, which is one look; after such a pause it
  /// is another one.
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /// Looks at a time; beyond, the one that was silent for longest is noted again.
  private static final int LOOKS = 10_000;

  private record Look(WorkspaceId workspace, UserId by, ConversationId conversation) {}

  private final SupervisionViews views;
  private final MessageStore stored;
  private final MessageViews messages;
  private final InteractionStore interactions;
  private final ParticipantStore participants;
  private final FloorCommands floor;
  private final AuditLog audit;
  private final Occasions<Look> looks;

  SupervisionApi(
      SupervisionViews views,
      MessageStore stored,
      MessageViews messages,
      InteractionStore interactions,
      ParticipantStore participants,
      FloorCommands floor,
      AuditLog audit,
      Clock clock) {
    this.views = views;
    this.stored = stored;
    this.messages = messages;
    this.interactions = interactions;
    this.participants = participants;
    this.floor = floor;
    this.audit = audit;
    this.looks = new Occasions<>(clock, PAUSE, LOOKS);
  }

  @GetMapping
  Supervision list(CurrentUser user) {
    return views.of(user);
  }

  /// The whole of a conversation that is not over, as on the desk of a guest who only reads: with
  /// its notes, and of a call that it is there. Neither agent nor customer learns of it.
  @GetMapping("/{conversation}")
  ConversationView look(CurrentUser user, @PathVariable ConversationId conversation) {
    var seen = views.seen(user, conversation).orElseThrow(Refusal::notFound);
    require(seen.standing());
    note(user, conversation, seen.standing());
    return seen.conversation();
  }

  /// Messages before number `before`, ascending.
  @GetMapping("/{conversation}/messages")
  List<MessageView> earlier(
      CurrentUser user,
      @PathVariable ConversationId conversation,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      @RequestParam(defaultValue = "100") int limit) {
    var standing = views.standing(user, conversation).orElseThrow(Refusal::notFound);
    require(standing);
    note(user, conversation, standing);
    int most = Math.clamp(limit, 1, ConversationLimits.PAGE);
    return messages.of(
        user.workspace(), stored.before(user.workspace(), conversation, before, most));
  }

  private void note(CurrentUser user, ConversationId conversation, Standing standing) {
    if (standing.own()) return;
    looks.note(
        new Look(user.workspace(), user.user(), conversation),
        () ->
            audit.record(
                user.workspace(),
                user.user(),
                "supervision.seen",
                conversation.toString(),
                Map.of()));
  }

  private static void require(Standing standing) {
    if (!standing.isSeen()) throw Problem.NOT_OF_YOUR_TEAMS.refusal();
  }

  /// The supervisor is a guest from now on, at their own desk, without being asked.
  @PostMapping("/{interaction}/join")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void join(
      CurrentUser user,
      @PathVariable InteractionId interaction,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    var found = interactions.find(user.workspace(), interaction).orElseThrow(Refusal::notFound);
    if (found.endedAt() == null)
      views.standing(user, found.conversation()).ifPresent(SupervisionApi::require);
    var command = new Command.StepIn(new WorkId(interaction.value()), user.user());
    switch (floor.ask(user, command, key, "step-in")) {
      case Done _ -> {}
      case Ignored(Reason why) -> throw refusal(why);
      case Rejected(Reason why) -> throw refusal(why);
    }
    audit.recordOnce(
        user.workspace(),
        user.user(),
        "supervision.joined",
        found.conversation().toString(),
        Map.of("interaction", interaction.toString()),
        joinedAt(user, interaction));
  }

  /// The last time; the floor has stored it before it answered.
  private Instant joinedAt(CurrentUser user, InteractionId interaction) {
    return participants
        .of(user.workspace(), List.of(interaction))
        .getOrDefault(interaction, List.of())
        .stream()
        .filter(one -> one.agent().equals(user.user()))
        .map(Participant::joinedAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Refusal refusal(Reason why) {
    return switch (why) {
      case ALREADY_SO -> Problem.ALREADY_IN.refusal();
      case NOT_LOGGED_IN, NO_SESSION -> Problem.NOT_AT_DESK.refusal();
      case FULL -> Problem.ENOUGH_GUESTS.refusal();
      case OTHER_MEDIUM -> Problem.JOIN_OF_CALL.refusal();
      case LATE, UNKNOWN_WORK, NOT_YOURS -> Problem.NOT_IN_HAND.refusal();
      case NOT_READY,
          NOT_ENGAGED,
          ALREADY_HERE,
          NO_DEVICE,
          ON_CALL,
          NOT_SKILLED,
          NO_ROOM,
          NOT_THEN,
          NO_SUCH_SERVICE ->
          Problem.FAILED.refusal();
    };
  }
}
