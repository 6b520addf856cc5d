package org.hiwar.app.wiring;

import java.util.concurrent.CompletionStage;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.Attendance;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Command;
import org.springframework.beans.factory.ObjectProvider;

/// Reports open and lost windows to the floor. Somebody who opens the desktop is logged in by it.
final class FloorAttendance implements Attendance.Floor {
  private final ObjectProvider<Floors> floors;

  FloorAttendance(ObjectProvider<Floors> floors) {
    this.floors = floors;
  }

  @Override
  public CompletionStage<Boolean> opened(AgentKey agent) {
    return both(agent, new Command.LogIn(agent.agent()), new Command.SessionOpened(agent.agent()));
  }

  @Override
  public CompletionStage<Boolean> stillOpen(AgentKey agent) {
    return say(agent, new Command.SessionOpened(agent.agent()));
  }

  @Override
  public CompletionStage<Boolean> lost(AgentKey agent) {
    return say(agent, new Command.SessionLost(agent.agent()));
  }

  @Override
  public CompletionStage<Boolean> left(AgentKey agent) {
    return both(agent, new Command.LogOut(agent.agent()), new Command.SessionLost(agent.agent()));
  }

  private CompletionStage<Boolean> both(AgentKey agent, Command first, Command second) {
    return say(agent, first).thenCombine(say(agent, second), Boolean::logicalAnd);
  }

  private CompletionStage<Boolean> say(AgentKey agent, Command command) {
    return floors
        .getObject()
        .submit(agent.workspace(), command, "")
        .thenApply(reply -> reply instanceof Reply.Answered);
  }
}
