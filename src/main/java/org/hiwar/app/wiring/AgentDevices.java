package org.hiwar.app.wiring;

import java.util.List;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.Floors;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Event;
import org.hiwar.voice.call.DeviceListener;
import org.hiwar.voice.call.Telephones;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.beans.factory.ObjectProvider;

/// Tells the floor who can be called; all of it again to a floor that has begun anew,
/// since no floor keeps it.
final class AgentDevices implements DeviceListener, FloorListener {
  private final ObjectProvider<Floors> floors;
  private final Telephones telephones;

  AgentDevices(ObjectProvider<Floors> floors, Telephones telephones) {
    this.floors = floors;
    this.telephones = telephones;
  }

  @Override
  public void changed(WorkspaceId workspace, UserId agent, boolean ready) {
    var command = ready ? new Command.DeviceReady(agent) : new Command.DeviceGone(agent);
    var unused = floors.getObject().submit(workspace, command, "");
  }

  @Override
  public void committed(WorkspaceId workspace, long batch, List<Event> events) {}

  @Override
  public void restored(WorkspaceId workspace) {
    Thread.startVirtualThread(
        () -> telephones.ready(workspace).forEach(agent -> changed(workspace, agent, true)));
  }
}
