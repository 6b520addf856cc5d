package org.hiwar.app.wiring;

import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.ArrivalListener;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.floor.Floors;
import org.hiwar.floor.core.Command;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what came in to the floor, and shows it on desks that have its conversation already. What
/// the floor does not take now, its sweep finds.
final class ArrivalNews implements ArrivalListener {
  private static final Logger LOG = LoggerFactory.getLogger(ArrivalNews.class);

  private final ArrivingWork work;
  private final Floors floors;
  private final Desks desks;

  ArrivalNews(ArrivingWork work, Floors floors, Desks desks) {
    this.work = work;
    this.floors = floors;
    this.desks = desks;
  }

  @Override
  public void arrived(WorkspaceId workspace, Arrival arrival) {
    desks.changed(workspace, arrival.conversation().value());
    if (work.knows(workspace)) bring(workspace, arrival);
    else Thread.startVirtualThread(() -> bring(workspace, arrival));
  }

  private void bring(WorkspaceId workspace, Arrival arrival) {
    try {
      var unused = floors.submit(workspace, new Command.Arrive(work.of(workspace, arrival)), "");
    } catch (RuntimeException e) {
      LOG.warn(
          "interaction {} waits for the floor's sweep: {}", arrival.interaction(), e.toString());
    }
  }
}
