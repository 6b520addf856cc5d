package org.hiwar.desktop.view;

import org.hiwar.conversation.Activity;
import org.hiwar.desktop.wire.ActivityView;
import org.hiwar.desktop.wire.Named;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Activities as the Contacts section shows them.
public final class ActivityViews {
  private final Catalogs catalogs;
  private final CallSource calls;
  private final AccountNames accounts;

  public ActivityViews(Catalogs catalogs, CallSource calls, AccountNames accounts) {
    this.catalogs = catalogs;
    this.calls = calls;
    this.accounts = accounts;
  }

  public ActivityView of(WorkspaceId workspace, Activity activity) {
    var i = activity.interaction();
    var catalog = catalogs.of(workspace);
    var past = i.medium() == Medium.VOICE ? calls.past(workspace, i.id()) : CallSource.Past.NOTHING;
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
        past.result());
  }

  private @Nullable Named agent(WorkspaceId workspace, @Nullable UserId agent) {
    return agent == null ? null : Named.of(agent, catalogs.name(workspace, agent));
  }
}
