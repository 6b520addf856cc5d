package org.hiwar.desktop.view;

import java.time.Instant;
import org.hiwar.desktop.wire.PresenceView;
import org.hiwar.desktop.wire.PresenceView.Next;
import org.hiwar.desktop.wire.PresenceView.State;
import org.hiwar.desktop.wire.PresenceView.WorkStatus;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Presence;
import org.jspecify.annotations.Nullable;

/// An agent of the floor as the desk shows it.
final class PresenceViews {
  private PresenceViews() {}

  static PresenceView of(AgentView agent) {
    boolean pending = !agent.next().equals(agent.presence());
    return new PresenceView(
        state(agent.presence()),
        reason(agent.presence()),
        pending ? new Next(state(agent.next()), reason(agent.next())) : null,
        status(agent),
        agent.statusSince(),
        agent.used());
  }

  /// Somebody whom the floor has never seen.
  static PresenceView stranger() {
    return new PresenceView(State.LOGGED_OUT, null, null, WorkStatus.IDLE, Instant.EPOCH, 0);
  }

  private static WorkStatus status(AgentView agent) {
    return switch (agent.status()) {
      case IDLE -> WorkStatus.IDLE;
      case RINGING -> WorkStatus.RINGING;
      case BUSY -> WorkStatus.BUSY;
      case WRAP_UP -> WorkStatus.WRAP_UP;
    };
  }

  private static State state(Presence presence) {
    return switch (presence) {
      case Presence.LoggedOut _ -> State.LOGGED_OUT;
      case Presence.NotReady _ -> State.NOT_READY;
      case Presence.Ready _ -> State.READY;
    };
  }

  private static @Nullable String reason(Presence presence) {
    return presence instanceof Presence.NotReady(String reason) ? reason : null;
  }
}
