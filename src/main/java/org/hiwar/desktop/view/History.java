package org.hiwar.desktop.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.ActivityCursor;
import org.hiwar.conversation.ActivityFilter;
import org.hiwar.conversation.ActivityQuery;
import org.hiwar.conversation.ActivityStore;
import org.hiwar.conversation.FollowUpId;
import org.hiwar.conversation.FollowUpStore;
import org.hiwar.conversation.InteractionId;
import org.hiwar.desktop.wire.ActivityChoicesView;
import org.hiwar.desktop.wire.ActivityView;
import org.hiwar.desktop.wire.FollowUpView;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;

/// The activities of contacts, interactions and follow-ups as one list.
public final class History {
  private static final Comparator<ActivityCursor> NEWEST_FIRST =
      Comparator.comparing(ActivityCursor::at)
          .thenComparing(ActivityCursor::interaction)
          .reversed();

  private final ActivityStore activities;
  private final FollowUpStore followUps;
  private final ActivityViews views;

  public History(ActivityStore activities, FollowUpStore followUps, ActivityViews views) {
    this.activities = activities;
    this.followUps = followUps;
    this.views = views;
  }

  /// `next` is empty on the last page.
  public record Page(List<ActivityView> items, Optional<ActivityCursor> next) {}

  /// Newest first. Behind the place up to which interactions were looked for nothing is shown yet,
  /// so that what comes in between is not missed.
  public Page page(WorkspaceId workspace, ActivityQuery query) {
    var past = activities.page(workspace, query);
    var all = new ArrayList<ActivityView>();
    all.addAll(views.of(workspace, past.items()));
    var more = new ActivityQuery(query.contact(), query.filter(), query.after(), query.limit() + 1);
    followUps.among(workspace, more).forEach(one -> all.add(views.of(workspace, one)));
    past.next().ifPresent(end -> all.removeIf(one -> NEWEST_FIRST.compare(place(one), end) > 0));
    all.sort(Comparator.comparing(History::place, NEWEST_FIRST));
    if (all.size() <= query.limit()) return new Page(all, past.next());
    var items = all.subList(0, query.limit());
    return new Page(items, Optional.of(place(items.getLast())));
  }

  /// What the latest activities of a contact can be told apart by.
  public ActivityChoicesView choices(WorkspaceId workspace, ContactId contact) {
    var known = views.choices(workspace, activities.choices(workspace, contact));
    var one = new ActivityQuery(contact, ActivityFilter.ALL, Optional.empty(), 1);
    if (followUps.among(workspace, one).isEmpty()) return known;
    var channels = new ArrayList<>(known.channels());
    channels.add(new ActivityChoicesView.ActivityChannel(FollowUpStore.CHANNEL, Medium.TASK, null));
    return new ActivityChoicesView(channels, known.agents(), known.services());
  }

  /// An interaction or a follow-up, by its id.
  public Optional<ActivityView> find(WorkspaceId workspace, InteractionId id) {
    return activities
        .find(workspace, id)
        .map(one -> views.of(workspace, List.of(one)).getFirst())
        .or(
            () ->
                followUps
                    .find(workspace, new FollowUpId(id.value()))
                    .map(one -> views.of(workspace, one)));
  }

  /// What was planned about an activity.
  public List<FollowUpView> followUpsOf(WorkspaceId workspace, InteractionId id) {
    return followUps.of(workspace, id).stream().map(one -> views.view(workspace, one)).toList();
  }

  private static ActivityCursor place(ActivityView activity) {
    return new ActivityCursor(activity.arrivedAt(), activity.id());
  }
}
