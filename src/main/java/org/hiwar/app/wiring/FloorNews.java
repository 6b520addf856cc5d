package org.hiwar.app.wiring;

import java.util.List;
import org.hiwar.conversation.InteractionListener;
import org.hiwar.desktop.desk.Attendance;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Event.WorkEvent;
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

  @Override
  public void committed(WorkspaceId workspace, long batch, List<Event> events) {
    for (var event : events) {
      for (var agent : event.concerned()) desks.agentChanged(workspace, agent);
      if (event instanceof WorkEvent e) desks.changed(workspace, e.work().value());
    }
    var changes = Changes.of(events);
    if (!changes.isEmpty()) channels.forEach(channel -> channel.changed(workspace, changes));
  }

  @Override
  public void restored(WorkspaceId workspace) {
    desks.anythingChanged(workspace);
    attendance.sayAgain(workspace);
  }
}
