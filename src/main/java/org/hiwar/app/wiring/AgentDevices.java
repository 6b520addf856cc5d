package org.hiwar.app.wiring;

import java.util.List;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.Floors;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Event;
import org.hiwar.voice.call.AgentLegs;
import org.hiwar.voice.call.DeviceListener;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.beans.factory.ObjectProvider;

/// Tells the floor whose browser can be called; all of it again to a floor that has begun anew,
/// since no floor keeps it.
final class AgentDevices implements DeviceListener, FloorListener {
  private final ObjectProvider<Floors> floors;
  private final AgentLegs legs;

  AgentDevices(ObjectProvider<Floors> floors, AgentLegs legs) {
    this.floors = floors;
    this.legs = legs;
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
        () -> legs.ready(workspace).forEach(agent -> changed(workspace, agent, true)));
  }
}
