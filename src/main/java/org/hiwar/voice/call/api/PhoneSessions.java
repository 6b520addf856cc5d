package org.hiwar.voice.call.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.voice.call.AgentLegs;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.SessionId;
import org.hiwar.workspace.access.SessionRevoked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Which session has opened an agent's telephone: it is closed with it.
@Component
class PhoneSessions {
  private final AgentLegs legs;
  private final Map<Agent, SessionId> sessions = new ConcurrentHashMap<>();

  private record Agent(WorkspaceId workspace, UserId user) {}

  PhoneSessions(AgentLegs legs) {
    this.legs = legs;
  }

  void opened(CurrentUser agent) {
    sessions.put(new Agent(agent.workspace(), agent.user()), agent.session());
  }

  void closed(CurrentUser agent) {
    sessions.remove(new Agent(agent.workspace(), agent.user()));
  }

  @EventListener
  void revoked(SessionRevoked end) {
    if (sessions.remove(new Agent(end.workspace(), end.user()), end.session()))
      legs.close(end.workspace(), end.user());
  }
}
