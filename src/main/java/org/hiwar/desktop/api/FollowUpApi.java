package org.hiwar.desktop.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.ContactSummary;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.FollowUp;
import org.hiwar.conversation.FollowUpChange;
import org.hiwar.conversation.FollowUpId;
import org.hiwar.conversation.FollowUpStore;
import org.hiwar.conversation.InteractionId;
import org.hiwar.desktop.view.ActivityViews;
import org.hiwar.desktop.wire.FollowUpView;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What users plan to do about what is past, each for themselves.
@RestController
@Requires(Privilege.WORK_AT_DESK)
class FollowUpApi {
  private final FollowUpStore followUps;
  private final ContactStore contacts;
  private final ActivityViews views;
  private final Clock clock;

  FollowUpApi(FollowUpStore followUps, ContactStore contacts, ActivityViews views, Clock clock) {
    this.followUps = followUps;
    this.contacts = contacts;
    this.views = views;
    this.clock = clock;
  }

  /// `zone` is a name of the IANA list, by whose clock `dueAt` was agreed. `remindMinutes` before
  /// it the user is reminded, up to a week; null: not at all. An empty `note` says nothing.
  record FollowUpWish(Instant dueAt, String zone, String note, @Nullable Integer remindMinutes) {}

  /// `version` is the one that the user saw.
  record FollowUpMove(
      Instant dueAt, String zone, String note, @Nullable Integer remindMinutes, long version) {}

  record PlannedFollowUp(FollowUpView followUp, ContactSummary contact) {}

  /// What the user has still to do, the most urgent first: what is overdue, then what is to come.
  @GetMapping("/api/follow-ups")
  List<PlannedFollowUp> mine(CurrentUser user) {
    var planned = followUps.planned(user.workspace(), user.user());
    var known =
        contacts.all(user.workspace(), planned.stream().map(FollowUp::contact).distinct().toList());
    return planned.stream()
        .flatMap(
            one ->
                known.stream()
                    .filter(contact -> contact.id().equals(one.contact()))
                    .map(
                        contact -> new PlannedFollowUp(views.view(user.workspace(), one), contact)))
        .toList();
  }

  /// Plans one for the user, which is an activity of the same contact from now on.
  @PostMapping("/api/activities/{interaction}/follow-ups")
  @ResponseStatus(HttpStatus.CREATED)
  FollowUpView plan(
      CurrentUser user, @PathVariable InteractionId interaction, @RequestBody FollowUpWish wish) {
    var plan = plan(wish.dueAt(), wish.zone(), wish.note(), wish.remindMinutes());
    return saved(user, followUps.plan(user.workspace(), user.user(), interaction, plan));
  }

  /// Another time, or other words.
  @PutMapping("/api/follow-ups/{followUp}")
  FollowUpView move(
      CurrentUser user, @PathVariable FollowUpId followUp, @RequestBody FollowUpMove wish) {
    var plan = plan(wish.dueAt(), wish.zone(), wish.note(), wish.remindMinutes());
    return saved(
        user, followUps.move(user.workspace(), user.user(), followUp, plan, wish.version()));
  }

  @PostMapping("/api/follow-ups/{followUp}/done")
  FollowUpView done(CurrentUser user, @PathVariable FollowUpId followUp) {
    return closed(user, followUp, FollowUp.State.DONE);
  }

  @PostMapping("/api/follow-ups/{followUp}/cancel")
  FollowUpView cancel(CurrentUser user, @PathVariable FollowUpId followUp) {
    return closed(user, followUp, FollowUp.State.CANCELLED);
  }

  private FollowUpView closed(CurrentUser user, FollowUpId followUp, FollowUp.State state) {
    return saved(user, followUps.close(user.workspace(), user.user(), followUp, state));
  }

  private FollowUp.Plan plan(
      Instant dueAt, String zone, String note, @Nullable Integer remindMinutes) {
    var words = note.strip();
    var now = clock.instant();
    boolean inTime =
        dueAt.isAfter(now) && dueAt.isBefore(now.plus(ConversationLimits.FOLLOW_UP_WITHIN));
    if (!inTime || !isZone(zone)) throw Problem.INVALID_FOLLOW_UP_TIME.refusal();
    if (remindMinutes != null
        && (remindMinutes < 0 || remindMinutes > ConversationLimits.REMIND_MINUTES))
      throw Problem.INVALID_FOLLOW_UP_TIME.refusal();
    if (words.length() > ConversationLimits.FOLLOW_UP_CHARACTERS) throw Problem.TOO_LONG.refusal();
    if (words.indexOf('\0') >= 0) throw Problem.INVALID_TEXT.refusal();
    return new FollowUp.Plan(dueAt, zone, words, remindMinutes);
  }

  private static boolean isZone(String zone) {
    try {
      return !ZoneId.of(zone).getId().isEmpty() && zone.length() <= 64;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private FollowUpView saved(CurrentUser user, FollowUpChange change) {
    return switch (change) {
      case FollowUpChange.Saved(FollowUp now) -> views.view(user.workspace(), now);
      case FollowUpChange.Changed(FollowUp now) ->
          throw Problem.FOLLOW_UP_CHANGED.refusal(
              Map.of("followUp", views.view(user.workspace(), now)));
      case FollowUpChange.NotTheirs _ -> throw Refusal.notAllowed();
      case FollowUpChange.NotFound _ -> throw Refusal.notFound();
      case FollowUpChange.TooMany _ -> throw Problem.TOO_MANY_FOLLOW_UPS.refusal();
    };
  }
}
