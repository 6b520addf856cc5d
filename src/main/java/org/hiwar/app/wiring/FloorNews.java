package org.hiwar.app.wiring;

import java.util.List;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.InteractionListener;
import org.hiwar.desktop.desk.Attendance;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.core.Event;
import org.hiwar.workspace.WorkspaceId;

/// Tells desks and channels what a floor has committed.
final class FloorNews implements FloorListener {
  private final Desks desks;
  private final Attendance attendance;
  private final List<InteractionListener> channels;

  FloorNews(Desks desks, Attendance attendance, List<InteractionListener> channels) {
    this.desks = desks;
    this.attendance = attendance;
    this.channels = List.copyOf(channels);
  }

  /// Desks hear of the interactions before they hear of the agents, so that one look shows both.
  @Override
  public void committed(WorkspaceId workspace, long batch, List<Event> events) {
    var changes = Changes.of(events);
    for (var change : changes) tellDesks(workspace, batch, change);
    for (var change : GuestChanges.of(events))
      desks.changed(workspace, change.interaction().value());
    for (var event : events)
      for (var agent : event.concerned()) desks.agentChanged(workspace, agent);
    if (!changes.isEmpty()) channels.forEach(channel -> channel.changed(workspace, changes));
  }

  private void tellDesks(WorkspaceId workspace, long batch, InteractionChange change) {
    switch (change) {
      case InteractionChange.Accepted accepted -> desks.accepted(workspace, accepted, batch);
      case InteractionChange.Requeued _,
          InteractionChange.Transferred _,
          InteractionChange.Returned _,
          InteractionChange.Postponed _,
          InteractionChange.CameBack _,
          InteractionChange.LiveEnded _,
          InteractionChange.Ended _ ->
          desks.changed(workspace, change.interaction().value());
    }
  }

  @Override
  public void restored(WorkspaceId workspace) {
    desks.anythingChanged(workspace);
    attendance.sayAgain(workspace);
  }
}
