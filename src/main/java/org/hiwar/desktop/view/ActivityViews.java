package org.hiwar.desktop.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hiwar.conversation.Activity;
import org.hiwar.conversation.ActivityChoices;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.FollowUp;
import org.hiwar.conversation.FollowUpStore;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Participant;
import org.hiwar.conversation.ParticipantStore;
import org.hiwar.conversation.Rating;
import org.hiwar.conversation.RatingStore;
import org.hiwar.conversation.Transfer;
import org.hiwar.conversation.TransferStore;
import org.hiwar.desktop.wire.ActivityChoicesView;
import org.hiwar.desktop.wire.ActivityView;
import org.hiwar.desktop.wire.FollowUpView;
import org.hiwar.desktop.wire.Named;
import org.hiwar.desktop.wire.PostponementView;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Activities as the Contacts section shows them.
public final class ActivityViews {
  private final Catalogs catalogs;
  private final CallSource calls;
  private final AccountNames accounts;
  private final Postponements postponements;
  private final TransferStore transfers;
  private final ParticipantStore participants;
  private final RatingStore ratings;

  public ActivityViews(
      Catalogs catalogs,
      CallSource calls,
      AccountNames accounts,
      Postponements postponements,
      TransferStore transfers,
      ParticipantStore participants,
      RatingStore ratings) {
    this.catalogs = catalogs;
    this.calls = calls;
    this.accounts = accounts;
    this.postponements = postponements;
    this.transfers = transfers;
    this.participants = participants;
    this.ratings = ratings;
  }

  /// What is kept beside the interactions of a page, by their ids: asked for once for all of them.
  private record Beside(
      Map<InteractionId, CallSource.Past> calls,
      Map<InteractionId, List<PostponementView>> postponements,
      Map<InteractionId, List<Transfer>> transfers,
      Map<InteractionId, List<Participant>> participants,
      Map<InteractionId, Rating> ratings) {}

  /// In their order.
  public List<ActivityView> of(WorkspaceId workspace, List<Activity> activities) {
    var all = activities.stream().map(Activity::interaction).toList();
    var ids = all.stream().map(Interaction::id).toList();
    var beside =
        new Beside(
            calls.past(workspace, ids(all, one -> one.medium() == Medium.VOICE)),
            postponements.of(workspace, all),
            transfers.of(workspace, ids),
            participants.of(workspace, ids),
            ratings.of(workspace, ids(all, ActivityViews::mayBeRated)));
    return activities.stream().map(one -> of(workspace, one, beside)).toList();
  }

  private static List<InteractionId> ids(List<Interaction> all, Predicate<Interaction> which) {
    return all.stream().filter(which).map(Interaction::id).toList();
  }

  private static boolean mayBeRated(Interaction i) {
    return i.medium() == Medium.CHAT && i.endedAt() != null;
  }

  private ActivityView of(WorkspaceId workspace, Activity activity, Beside beside) {
    var i = activity.interaction();
    var catalog = catalogs.of(workspace);
    var past = beside.calls.getOrDefault(i.id(), CallSource.Past.NOTHING);
    return new ActivityView(
        i.id(),
        i.conversation(),
        i.medium(),
        i.channel(),
        i.direction(),
        InteractionViews.party(i),
        i.trust(),
        accounts.of(workspace, i.account()),
        catalog.service(i.service()),
        agent(workspace, i.agent()),
        i.arrivedAt(),
        i.acceptedAt(),
        i.endedAt(),
        i.outcome(),
        catalog.disposition(i.disposition(), i.endedAt()),
        i.notes(),
        activity.messages(),
        activity.firstText(),
        past.recordings(),
        past.talkSeconds(),
        past.consultations(),
        past.result(),
        beside.postponements.getOrDefault(i.id(), List.of()),
        TransferViews.of(workspace, beside.transfers.getOrDefault(i.id(), List.of()), catalogs),
        ParticipantViews.of(
            workspace, beside.participants.getOrDefault(i.id(), List.of()), catalogs),
        null,
        beside.ratings.get(i.id()),
        i.messageLeft());
  }

  /// A follow-up, which is an activity of its own.
  public ActivityView of(WorkspaceId workspace, FollowUp followUp) {
    var view = view(workspace, followUp);
    return new ActivityView(
        new InteractionId(followUp.id().value()),
        followUp.conversation(),
        Medium.TASK,
        FollowUpStore.CHANNEL,
        Direction.OUTBOUND,
        null,
        null,
        null,
        catalogs.of(workspace).service(followUp.service()),
        view.owner(),
        followUp.createdAt(),
        null,
        followUp.closedAt(),
        null,
        null,
        followUp.plan().note(),
        0,
        null,
        List.of(),
        null,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        view,
        null,
        false);
  }

  public FollowUpView view(WorkspaceId workspace, FollowUp followUp) {
    return FollowUpView.of(followUp, catalogs.name(workspace, followUp.owner()));
  }

  public ActivityChoicesView choices(WorkspaceId workspace, ActivityChoices choices) {
    var catalog = catalogs.of(workspace);
    return new ActivityChoicesView(
        choices.channels().stream()
            .map(
                one ->
                    new ActivityChoicesView.ActivityChannel(
                        one.channel(), one.medium(), accounts.of(workspace, one.account())))
            .toList(),
        choices.agents().stream()
            .map(one -> Named.of(one, catalogs.name(workspace, one)))
            .sorted(Comparator.comparing(Named::name))
            .toList(),
        choices.services().stream()
            .map(catalog::service)
            .sorted(Comparator.comparing(Named::name))
            .toList());
  }

  private @Nullable Named agent(WorkspaceId workspace, @Nullable UserId agent) {
    return agent == null ? null : Named.of(agent, catalogs.name(workspace, agent));
  }
}
