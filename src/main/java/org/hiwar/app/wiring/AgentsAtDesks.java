package org.hiwar.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.chat.ChatAttendance;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Plans;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.Skill;
import org.hiwar.workspace.ServiceHours;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;

/// Whether a service is in its hours, and an agent who serves it has the desktop open, as the floor
/// knows it. Said again
/// for a moment without looking: every page with a chat asks.
final class AgentsAtDesks implements ChatAttendance {
  private static final Duration SAID_AGAIN = Duration.ofSeconds(2);

  private final Floors floors;
  private final Plans plans;
  private final ServiceHours hours;
  private final Clock clock;
  private final Map<Asked, Said> said = new ConcurrentHashMap<>();

  private record Asked(WorkspaceId workspace, ServiceId service) {}

  private record Said(Now now, long at) {}

  AgentsAtDesks(Floors floors, Plans plans, ServiceHours hours, Clock clock) {
    this.floors = floors;
    this.plans = plans;
    this.hours = hours;
    this.clock = clock;
  }

  @Override
  public Now of(WorkspaceId workspace, ServiceId service) {
    var now = System.nanoTime();
    return said.compute(
            new Asked(workspace, service),
            (asked, before) ->
                before != null && now - before.at() < SAID_AGAIN.toNanos()
                    ? before
                    : new Said(look(asked), now))
        .now();
  }

  private Now look(Asked asked) {
    var opening = hours.open(asked.workspace(), asked.service(), clock.instant());
    return new Now(
        opening.open(),
        opening.open() && isAttended(asked),
        opening.next(),
        hours.zone(asked.workspace(), asked.service()));
  }

  private boolean isAttended(Asked asked) {
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
