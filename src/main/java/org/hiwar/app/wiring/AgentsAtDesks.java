package org.hiwar.app.wiring;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.chat.ChatAttendance;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Plans;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.Skill;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;

/// Whether an agent who serves a service has the desktop open, as the floor knows it. Said again
/// for a moment without looking: every page with a chat asks.
final class AgentsAtDesks implements ChatAttendance {
  private static final Duration SAID_AGAIN = Duration.ofSeconds(2);

  private final Floors floors;
  private final Plans plans;
  private final Map<Asked, Said> said = new ConcurrentHashMap<>();

  private record Asked(WorkspaceId workspace, ServiceId service) {}

  private record Said(boolean attended, long at) {}

  AgentsAtDesks(Floors floors, Plans plans) {
    this.floors = floors;
    this.plans = plans;
  }

  @Override
  public boolean isAttended(WorkspaceId workspace, ServiceId service) {
    var now = System.nanoTime();
    return said.compute(
            new Asked(workspace, service),
            (asked, before) ->
                before != null && now - before.at() < SAID_AGAIN.toNanos()
                    ? before
                    : new Said(look(asked), now))
        .attended();
  }

  private boolean look(Asked asked) {
    return plans.read(asked.workspace()).skills().entrySet().stream()
        .filter(one -> one.getValue().stream().anyMatch(skill -> isOf(skill, asked.service())))
        .flatMap(one -> floors.agent(asked.workspace(), one.getKey()).stream())
        .anyMatch(AgentsAtDesks::isThere);
  }

  private static boolean isOf(Skill skill, ServiceId service) {
    return skill.id().value() == service.value();
  }

  private static boolean isThere(AgentView agent) {
    return agent.connected() && agent.presence() != Presence.LOGGED_OUT;
  }
}
