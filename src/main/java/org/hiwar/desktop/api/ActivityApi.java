package org.hiwar.desktop.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.FoldedPatterns;
import org.hiwar.conversation.ActivityCursor;
import org.hiwar.conversation.ActivityFilter;
import org.hiwar.conversation.ActivityQuery;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageStore;
import org.hiwar.desktop.view.History;
import org.hiwar.desktop.view.MessageViews;
import org.hiwar.desktop.wire.ActivityChoicesView;
import org.hiwar.desktop.wire.ActivityView;
import org.hiwar.desktop.wire.Choice;
import org.hiwar.desktop.wire.FollowUpView;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What happened with a contact, newest first, and each of it in full.
@RestController
@Requires(Privilege.VIEW_CONTACTS)
class ActivityApi {
  private static final int PAGE = 50;

  private final History history;
  private final MessageStore messages;
  private final ContactStore contacts;
  private final MessageViews messageViews;

  ActivityApi(
      History history, MessageStore messages, ContactStore contacts, MessageViews messageViews) {
    this.history = history;
    this.messages = messages;
    this.contacts = contacts;
    this.messageViews = messageViews;
  }

  /// `next` is the cursor of the next page; null on the last one.
  record Activities(List<ActivityView> items, @Nullable String next) {}

  /// `messages` are the last ones of the interaction, ascending; `followUps` what was planned about
  /// it, the newest first.
  record ActivityDetail(
      ActivityView activity,
      List<MessageView> messages,
      String notes,
      @Nullable Choice disposition,
      List<FollowUpView> followUps) {}

  /// Those of a contact that fit everything that is asked, the newest first. `from` and `until`
  /// bound the time of arrival, the second one excluded. Every word of `text` is looked for in each
  /// message, subject and note, however it is written; an empty one asks nothing.
  ///
  /// A page with fewer than usual, even none, is the last one only if `next` is null: one page is
  /// looked for among ten thousand.
  @GetMapping("/api/contacts/{contact}/activities")
  Activities list(
      CurrentUser user,
      @PathVariable ContactId contact,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant until,
      @RequestParam(required = false) @Nullable UserId agent,
      @RequestParam(required = false) @Nullable ServiceId service,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable String cursor) {
    if (contacts.find(user.workspace(), contact).isEmpty()) throw Refusal.notFound();
    var filter = new ActivityFilter(channel, from, until, agent, service, FoldedPatterns.of(text));
    var after = Optional.ofNullable(cursor).flatMap(ActivityCursor::parse);
    var page = history.page(user.workspace(), new ActivityQuery(contact, filter, after, PAGE));
    return new Activities(page.items(), page.next().map(ActivityCursor::text).orElse(null));
  }

  /// What the latest activities of a contact can be told apart by.
  @GetMapping("/api/contacts/{contact}/activity-choices")
  ActivityChoicesView choices(CurrentUser user, @PathVariable ContactId contact) {
    if (contacts.find(user.workspace(), contact).isEmpty()) throw Refusal.notFound();
    return history.choices(user.workspace(), contact);
  }

  @GetMapping("/api/activities/{interaction}")
  ActivityDetail detail(CurrentUser user, @PathVariable InteractionId interaction) {
    var activity = history.find(user.workspace(), interaction).orElseThrow(Refusal::notFound);
    var all =
        messageViews.of(user.workspace(), messages.ofInteraction(user.workspace(), interaction));
    return new ActivityDetail(
        activity,
        all,
        activity.notes(),
        activity.disposition(),
        history.followUpsOf(user.workspace(), interaction));
  }
}
